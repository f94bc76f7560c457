//! What distinguishes the forms of bodies and queries.

use bytes::Bytes;

use crate::runtime::json::slot::Members;
use crate::runtime::json::timestamp_format::TimestampFormat;

/// A form of bodies and queries.
#[derive(Debug)]
pub struct Format {
    /// What a body says of itself.
    pub(crate) content_type: &'static str,
    /// Makes a body of its parameters.
    pub(crate) body: fn(Members<'_>, TimestampFormat) -> Bytes,
    /// Appends to a URL the question mark and what stands behind it, or nothing if there is none of it.
    pub(crate) push_query: fn(&mut String, Members<'_>, TimestampFormat),
}
