//! What requests are made for: a client, or what stands for one where this crate sends nothing.

use std::convert::Infallible;

use crate::runtime::configuration::config::Config;
use crate::runtime::configuration::retry_policy::RetryPolicy;
use crate::runtime::configuration::settings::{DEFAULT_LIMITS, DEFAULT_TIMEOUT, Settings};
use crate::runtime::environment::{Environment, System};

/// What requests are made for: a client of this crate, or a [`Config`], which sends nothing. There is nothing else of that
/// kind.
pub trait ApiClient: sealed::Sealed + Clone + Send + Sync + 'static {}

/// Keeps [`ApiClient`] to this crate, so that it can grow.
pub(crate) mod sealed {
    use crate::runtime::configuration::config::Config;
    use crate::runtime::configuration::settings::Settings;
    use crate::runtime::environment::Environment;

    /// Implemented for the clients of this crate, and for what makes requests without one.
    pub trait Sealed {
        /// The transport that it sends with, if it sends.
        type Transport: ?Sized;

        /// Where requests go, and what all of them carry.
        fn config(&self) -> &Config;

        /// How calls are made.
        fn settings(&self) -> Settings;

        /// Where what is random in a request comes from.
        fn environment(&self) -> &dyn Environment;
    }
}

impl ApiClient for Config {}
impl sealed::Sealed for Config {
    type Transport = Infallible;

    fn config(&self) -> &Config {
        self
    }

    fn settings(&self) -> Settings {
        Settings {
            config: self.clone(),
            timeout: DEFAULT_TIMEOUT,
            attempt: DEFAULT_LIMITS,
            retry: RetryPolicy::default(),
        }
    }

    fn environment(&self) -> &dyn Environment {
        &System
    }
}
