//! How calls are made: what a client decides for all of them, and a request for itself.

use std::time::Duration;

use crate::runtime::configuration::config::Config;
use crate::runtime::configuration::limits::Limits;
use crate::runtime::configuration::retry_policy::RetryPolicy;

/// How a call is made.
#[derive(Clone, Debug)]
pub struct Settings {
    pub(crate) config: Config,
    /// The time for all attempts and the waits between them.
    pub(crate) timeout: Duration,
    pub(crate) attempt: Limits,
    pub(crate) retry: RetryPolicy,
}
