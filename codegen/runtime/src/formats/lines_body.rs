//! Bodies that are lines of JSON.

use http::HeaderValue;
use serde_json::Value;

use crate::runtime::formats::encoding::Writing;
use crate::runtime::formats::format::{BodyFormat, Content, Written};
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::slot::{Place, Slot};
use crate::runtime::json::write::write_json;

/// A body has a line for each item of a list, and each line an end.
pub(crate) static LINES_BODY: BodyFormat =
    BodyFormat { content_type: HeaderValue::from_static("application/x-ndjson"), write };

fn write(content: Content<'_>, &Writing { form, .. }: &Writing<'_>) -> Result<Written, Unsendable> {
    let mut text = String::new();
    let mut push = |item: Slot<'_>| {
        text.push_str(&write_json(item, form));
        text.push('\n');
    };
    match content {
        Content::Value(Slot::List(list)) => list.items().map(Place::slot).for_each(push),
        Content::Value(Slot::Json(Value::Array(items))) => items.iter_mut().map(Slot::Json).for_each(&mut push),
        _ => return Err(Unsendable::new("is no list, of which lines could be made")),
    }
    Ok(text.into())
}
