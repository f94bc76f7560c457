//! What distinguishes the forms of bodies and queries.

use bytes::Bytes;

use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::Members;

/// A form of bodies and queries.
#[derive(Debug)]
pub struct Format {
    /// What a body says of itself.
    pub(crate) content_type: &'static str,
    /// Makes a body of its parameters.
    pub(crate) body: fn(Members<'_>, WireForm) -> Bytes,
    /// Appends to a URL, which may have a query already, the parameters of its query, or nothing if there are none. Fails
    /// where a query cannot say a value.
    pub(crate) push_query: fn(&mut String, Members<'_>, WireForm) -> Result<(), Unsendable>,
}
