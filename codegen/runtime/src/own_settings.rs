//! What a request says for itself, in place of its client.

use http::HeaderValue;

use super::config_error::ConfigError;
use super::settings::Settings;

/// What is special about one call.
#[derive(Clone, Debug)]
pub(super) struct OwnSettings {
    pub(super) settings: Settings,
    pub(super) key: Option<HeaderValue>,
    /// The first setting that cannot be sent.
    pub(super) fault: Option<ConfigError>,
}

impl OwnSettings {
    /// How a call is made: as it says itself, or else as its client does.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(super) fn or<'a>(own: Option<&'a Self>, of_client: &'a Settings) -> &'a Settings {
        own.map_or(of_client, |own| &own.settings)
    }

    /// Keeps the first setting that cannot be sent.
    pub(super) fn fail(&mut self, fault: ConfigError) {
        self.fault.get_or_insert(fault);
    }
}
