//! What a client takes from its surroundings besides the network: time, and chance.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hash, Hasher};
#[cfg(feature = "async")]
use std::pin::Pin;
use std::process;
#[cfg(any(feature = "async", feature = "blocking"))]
use std::time::Duration;
use std::time::{Instant, SystemTime};

/// A wait that is under way.
#[cfg(feature = "async")]
pub type Wait = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The clocks that a client looks at, how it waits between two attempts, and where its random numbers come from.
///
/// Every method has the system's own as its default. With another one a program's tests need not wait: let
/// [`now`](Self::now) give a time that only the waits move on.
pub trait Environment: Send + Sync + 'static {
    /// A clock that never goes back; the time that a call takes is measured by it.
    fn now(&self) -> Instant {
        Instant::now()
    }

    /// The time of day, for servers that name a date from which on to come back.
    fn system_time(&self) -> SystemTime {
        SystemTime::now()
    }

    /// 128 random bits, for idempotency keys and for the length of waits.
    ///
    /// They must differ from run to run: a server takes a call with the key of an earlier one for its repetition.
    fn random(&self) -> u128 {
        random_bits()
    }

    /// Waits between two attempts of the async client; the default needs the timer of a tokio runtime.
    #[cfg(feature = "async")]
    fn wait(&self, duration: Duration) -> Wait {
        Box::pin(tokio::time::sleep(duration))
    }

    /// Waits between two attempts of the blocking client.
    #[cfg(feature = "blocking")]
    fn wait_blocking(&self, duration: Duration) {
        std::thread::sleep(duration);
    }
}

/// The system's clocks, timers and random numbers.
pub(super) struct System;

impl Environment for System {}

/// The standard library hashes with random keys, which it changes each time. A process that forks hands its keys on, so
/// the process and the time are hashed.
fn random_bits() -> u128 {
    let mut hasher = RandomState::new().build_hasher();
    (process::id(), SystemTime::now()).hash(&mut hasher);
    let first = hasher.finish();
    hasher.write_u8(0);
    (u128::from(first) << 64) | u128::from(hasher.finish())
}
