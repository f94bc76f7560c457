//! Bodies that are a text.

use http::HeaderValue;

use crate::runtime::formats::encoding::Writing;
use crate::runtime::formats::format::{BodyFormat, Content, Written};
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::write::write_plain;

/// A body is a value as plain text.
pub(crate) static TEXT_BODY: BodyFormat =
    BodyFormat { content_type: HeaderValue::from_static("text/plain; charset=utf-8"), write };

fn write(content: Content<'_>, &Writing { form, .. }: &Writing<'_>) -> Result<Written, Unsendable> {
    match content {
        Content::Value(slot) => Ok(write_plain(slot, form).into_owned().into()),
        Content::Members(_) => Err(Unsendable::new("has members, which a text cannot say")),
    }
}
