//! What a request says for itself, in place of its client.

use http::HeaderValue;
use serde_json::Value;

use crate::runtime::configuration::config::Config;
use crate::runtime::configuration::settings::Settings;
use crate::runtime::errors::config_error::ConfigError;

/// What is special about one call.
#[derive(Clone, Debug)]
pub(crate) struct OwnSettings {
    pub(crate) settings: Settings,
    pub(crate) key: Option<HeaderValue>,
    /// What it sends that the description does not know.
    pub(crate) extra: Extra,
    /// Whether a page keeps the items that fit.
    #[cfg_attr(
        not(any(feature = "async", feature = "blocking")),
        allow(dead_code, reason = "what is sent by other means is read by them too")
    )]
    pub(crate) is_lenient: bool,
    /// The first setting that cannot be sent.
    pub(super) fault: Option<ConfigError>,
}

/// What a request carries that the description does not know: names and values.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extra {
    /// In the body, or in the query of a request that has none.
    pub(crate) anywhere: Vec<(String, Value)>,
    pub(crate) query: Vec<(String, Value)>,
}

impl OwnSettings {
    /// Why nothing can be sent, if there is a reason.
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
