//! What a request says for itself, in place of its client.

use http::HeaderValue;

#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::configuration::config::Config;
use crate::runtime::configuration::settings::Settings;
use crate::runtime::errors::config_error::ConfigError;

/// What is special about one call.
#[derive(Clone, Debug)]
pub(crate) struct OwnSettings {
    pub(super) settings: Settings,
    pub(crate) key: Option<HeaderValue>,
    /// The first setting that cannot be sent.
    pub(super) fault: Option<ConfigError>,
}

impl OwnSettings {
    /// How a call is made: as it says itself, or else as its client does.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(super) fn or<'a>(own: Option<&'a Self>, of_client: &'a Settings) -> &'a Settings {
        own.map_or(of_client, |own| &own.settings)
    }

    /// Why nothing can be sent, if there is a reason.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(super) fn refusal(&self, config: &Config) -> Option<String> {
        let is_in_vain = self.key.is_some() && config.idempotency_key().is_none();
        let no_keys = || is_in_vain.then(|| "the service knows no idempotency keys: leave it out".to_owned());
        self.fault.as_ref().map(ToString::to_string).or_else(no_keys)
    }

    /// Keeps the first setting that cannot be sent.
    pub(super) fn fail(&mut self, fault: ConfigError) {
        self.fault.get_or_insert(fault);
    }
}
