//! How the service is spoken to below some paths.

use crate::runtime::formats::format::Format;
use crate::runtime::json::scalar::WireForm;

/// How the requests of some endpoints are written.
#[derive(Debug)]
pub struct Dialect {
    /// The form of bodies and queries.
    pub format: &'static Format,
    /// The form of instants.
    pub instants: WireForm,
}
