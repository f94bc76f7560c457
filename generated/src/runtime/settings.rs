//! How calls are made: what a client decides for all of them, and a request for itself.

use std::time::Duration;

use super::config::Config;
use super::limits::Limits;
use super::retry_policy::RetryPolicy;

/// How a call is made.
#[derive(Clone, Debug)]
pub struct Settings {
    pub(super) config: Config,
    /// The time for all attempts and the waits between them.
    pub(super) timeout: Duration,
    pub(super) attempt: Limits,
    pub(super) retry: RetryPolicy,
}
