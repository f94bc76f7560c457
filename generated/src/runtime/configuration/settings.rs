//! How calls are made: what a client decides for all of them, and a request for itself.

use std::time::Duration;

use crate::runtime::configuration::config::Config;
use crate::runtime::configuration::limits::Limits;
use crate::runtime::configuration::retry_policy::RetryPolicy;

/// The time for a whole call, unless set.
pub(crate) const DEFAULT_TIMEOUT: Duration = Duration::from_secs(80);
/// What an attempt may take, unless set.
pub(crate) const DEFAULT_LIMITS: Limits =
    Limits { timeout: Duration::from_secs(30), response_bytes: 32 * 1024 * 1024, idle: None };

/// How a call is made.
#[derive(Clone, Debug)]
pub struct Settings {
    pub(crate) config: Config,
    /// The time for all attempts and the waits between them.
    pub(crate) timeout: Duration,
    pub(crate) attempt: Limits,
    pub(crate) retry: RetryPolicy,
}
