//! Bodies that are JSON, and the queries that go with them.

use http::HeaderValue;
use serde_json::Value;

use crate::runtime::formats::encoding::Writing;
use crate::runtime::formats::format::{BodyFormat, Content, Format, Written};
use crate::runtime::formats::percent::push_encoded;
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Slot};
use crate::runtime::json::write::{write_json, write_members, write_plain};

/// In a query, a list gives its name once for each item.
pub(crate) static JSON: Format = Format { body: &JSON_BODY, push_query };

/// A body of members is an object, `{}` if none is set.
pub(crate) static JSON_BODY: BodyFormat =
    BodyFormat { content_type: HeaderValue::from_static("application/json"), write };

#[allow(clippy::unnecessary_wraps, reason = "other formats have values that they cannot say")]
fn write(content: Content<'_>, &Writing { form, .. }: &Writing<'_>) -> Result<Written, Unsendable> {
    let mut members = match content {
        Content::Value(slot) => return Ok(write_json(slot, form).into()),
        Content::Members(members) => members,
    };
    // Many calls set nothing, and need no memory for it.
    if members.are_unset() {
        return Ok(b"{}".as_slice().into());
    }
    Ok(write_members(&mut members, form).into())
}

fn push_query(url: &mut String, mut members: Members<'_>, form: WireForm) -> Result<(), Unsendable> {
    let mut separator = if url.contains('?') { '&' } else { '?' };
    members.written(form, &mut |name, slot, form| {
        for_each_value(slot, &mut |value| {
            url.push(separator);
            separator = '&';
            push_encoded(url, name);
            url.push('=');
            push_encoded(url, &write_plain(value, form));
        })
        .map_err(|unsendable| unsendable.within_member(name))
    })
}

/// Calls `visit` with each value of a query parameter: one, or as many as a list has.
fn for_each_value(slot: Slot<'_>, visit: &mut dyn FnMut(Slot<'_>)) -> Result<(), Unsendable> {
    match slot {
        Slot::Optional(place) => match place.get() {
            Some(value) => for_each_value(value.slot(), visit),
            None => Err(Unsendable::new("is null, which a query cannot say")),
        },
        Slot::List(list) => {
            let mut count = 0;
            for (index, item) in list.items().enumerate() {
                for_each_value(item.slot(), visit).map_err(|unsendable| unsendable.within_item(index))?;
                count += 1;
            }
            if count == 0 {
                Err(Unsendable::new("is an empty list, which a query cannot say: leave it out"))
            } else {
                Ok(())
            }
        }
        Slot::Json(Value::Array(items)) => {
            items.iter_mut().map(Slot::Json).for_each(visit);
            Ok(())
        }
        value => {
            visit(value);
            Ok(())
        }
    }
}
