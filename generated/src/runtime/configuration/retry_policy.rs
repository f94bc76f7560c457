//! How often a failed call is repeated, and how long the client waits before.

use std::time::Duration;

/// How often a failed call is repeated, and after which waits.
///
/// Repeated are failures to connect, broken connections, attempts that take too long, the statuses 409 and 5xx or those that
/// the API names instead, and whatever the server asks to be repeated; never what it asks not to, an error of TLS
/// verification, or a call that changes more each time it is made and carries no idempotency key.
///
/// The wait doubles with each retry. From the second one on it is shortened at random, by no more than half and never
/// below the first wait, so that many clients do not come back at once. A wait that the server asks for replaces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    max_retries: u32,
    first_wait: Duration,
    longest_wait: Duration,
    longest_retry_after: Duration,
}

impl Default for RetryPolicy {
    /// Two retries.
    fn default() -> Self {
        Self::times(2)
    }
}

impl RetryPolicy {
    /// Repeats a call at most this often, with waits from 0.5 to 5 seconds, or as long as the server asks for, up to 60
    /// seconds.
    #[must_use]
    pub const fn times(max_retries: u32) -> Self {
        Self {
            max_retries,
            first_wait: Duration::from_millis(500),
            longest_wait: Duration::from_secs(5),
            longest_retry_after: Duration::from_secs(60),
        }
    }

    /// Sends every request once.
    #[must_use]
    pub const fn never() -> Self {
        Self::times(0)
    }

    /// The wait before the first retry, which is also the shortest.
    #[must_use]
    pub const fn first_wait(self, first_wait: Duration) -> Self {
        Self { first_wait, ..self }
    }

    /// What waits grow up to.
    #[must_use]
    pub const fn longest_wait(self, longest_wait: Duration) -> Self {
        Self { longest_wait, ..self }
    }

    /// The longest wait that a server can ask for. Where it asks for more, the call fails at once, and the error tells
    /// how long the server wants to be left alone.
    #[must_use]
    pub const fn longest_retry_after(self, longest_retry_after: Duration) -> Self {
        Self { longest_retry_after, ..self }
    }

    /// The wait before a retry, which are counted from 1; none if there is to be no such retry.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(crate) fn wait(&self, retry: u32, asked: Option<Duration>, random: impl FnOnce() -> u128) -> Option<Duration> {
        if retry > self.max_retries {
            return None;
        }
        if let Some(asked) = asked {
            return (asked <= self.longest_retry_after).then_some(asked);
        }
        let doubled = self.first_wait.saturating_mul(2_u32.saturating_pow(retry - 1));
        Some(shortened(doubled.min(self.longest_wait), random()).max(self.first_wait))
    }
}

/// Takes a random share of at most half from a wait.
#[cfg(any(feature = "async", feature = "blocking"))]
fn shortened(wait: Duration, random: u128) -> Duration {
    let half = wait / 2;
    // The upper 32 bits are a fraction of 2^32.
    let nanoseconds = (half.as_nanos() * (random >> 96)) >> 32;
    half + Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or(u64::MAX))
}
