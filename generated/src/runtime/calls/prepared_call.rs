//! A call that is ready to be made.

use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::calls::encode::Target;
use crate::runtime::calls::own_settings::OwnSettings;
use crate::runtime::configuration::settings::Settings;

/// A call that has not begun.
pub(crate) struct PreparedCall {
    pub(crate) endpoint: &'static Endpoint,
    pub(crate) target: Target,
    pub(super) own: Option<Box<OwnSettings>>,
}

impl PreparedCall {
    /// How the call is made: as it says itself, or else as its client does.
    pub(crate) fn settings<'a>(&'a self, of_client: &'a Settings) -> &'a Settings {
        OwnSettings::or(self.own.as_deref(), of_client)
    }
}
