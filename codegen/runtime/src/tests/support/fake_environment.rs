//! Surroundings in which waiting takes no time, and chance is what it was the last time.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::runtime::Environment;
#[cfg(feature = "async")]
use crate::runtime::Wait;

/// The time of day at which everything begins: Wed, 27 Aug 2025 12:00:00 GMT.
const NOON: Duration = Duration::from_secs(1_756_296_000);

/// A clock that only waits, and servers that are told to, move on. Clones are the same.
#[derive(Clone)]
pub(crate) struct FakeEnvironment(Arc<State>);

struct State {
    start: Instant,
    passed: Mutex<Duration>,
    waits: Mutex<Vec<Duration>>,
    draws: AtomicU64,
}

impl FakeEnvironment {
    /// The same seed gives the same random numbers.
    pub(crate) fn new(seed: u64) -> Self {
        Self(Arc::new(State {
            start: Instant::now(),
            passed: Mutex::default(),
            waits: Mutex::default(),
            draws: AtomicU64::new(seed),
        }))
    }

    /// Moves the clock on.
    pub(crate) fn pass(&self, time: Duration) {
        *self.0.passed.lock().unwrap() += time;
    }

    /// How far the clock has moved.
    pub(crate) fn passed(&self) -> Duration {
        *self.0.passed.lock().unwrap()
    }

    /// How long the client has waited between its attempts.
    pub(crate) fn waits(&self) -> Vec<Duration> {
        self.0.waits.lock().unwrap().clone()
    }

    fn note_wait(&self, duration: Duration) {
        self.0.waits.lock().unwrap().push(duration);
    }
}

impl Environment for FakeEnvironment {
    fn now(&self) -> Instant {
        self.0.start + self.passed()
    }

    fn system_time(&self) -> SystemTime {
        UNIX_EPOCH + NOON + self.passed()
    }

    /// The upper half is full, so that no wait is shortened by as much as a microsecond; the lower half differs.
    fn random(&self) -> u128 {
        let draw = self.0.draws.fetch_add(1, Ordering::Relaxed);
        u128::MAX << 64 | u128::from(draw.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    #[cfg(feature = "async")]
    fn wait(&self, duration: Duration) -> Wait {
        self.note_wait(duration);
        let clock = self.clone();
        Box::pin(async move {
            tokio::task::yield_now().await;
            clock.pass(duration);
        })
    }

    #[cfg(feature = "blocking")]
    fn wait_blocking(&self, duration: Duration) {
        self.note_wait(duration);
        self.pass(duration);
    }
}
