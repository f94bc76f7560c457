//! Bodies that are a text.

use http::HeaderValue;

use crate::runtime::environment::Environment;
use crate::runtime::formats::format::{BodyFormat, Content, Written};
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::write::write_plain;

/// A body is a value as plain text.
pub(crate) static TEXT_BODY: BodyFormat =
    BodyFormat { content_type: HeaderValue::from_static("text/plain; charset=utf-8"), write };

fn write(content: Content<'_>, form: WireForm, _: &dyn Environment) -> Result<Written, Unsendable> {
    match content {
        Content::Value(slot) => Ok(write_plain(slot, form).into_owned().into()),
        Content::Members(_) => Err(Unsendable::new("has members, which a text cannot say")),
    }
}
