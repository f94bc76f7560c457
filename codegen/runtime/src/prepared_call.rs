//! A call that is ready to be made.

use super::encode::Target;
use super::own_settings::OwnSettings;
use super::service::Endpoint;
use super::settings::Settings;

/// A call that has not begun.
pub(super) struct PreparedCall {
    pub(super) endpoint: &'static Endpoint,
    pub(super) target: Target,
    pub(super) own: Option<Box<OwnSettings>>,
}

impl PreparedCall {
    /// How the call is made: as it says itself, or else as its client does.
    pub(super) fn settings<'a>(&'a self, of_client: &'a Settings) -> &'a Settings {
        OwnSettings::or(self.own.as_deref(), of_client)
    }
}
