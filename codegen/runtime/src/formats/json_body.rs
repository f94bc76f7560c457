//! Bodies that are JSON objects, and the queries that go with them.

use bytes::Bytes;

use crate::runtime::formats::format::Format;
use crate::runtime::formats::percent::push_encoded;
use crate::runtime::json::slot::{Members, Slot};
use crate::runtime::json::timestamp_format::TimestampFormat;
use crate::runtime::json::write::{WrittenMembers, to_text, write_plain};

/// A body is a JSON object, `{}` if no parameter is set; in a query, a list gives its name once for each item.
pub(crate) static JSON: Format = Format { content_type: "application/json", body, push_query };

fn body(mut members: Members<'_>, timestamps: TimestampFormat) -> Bytes {
    if members.written().next().is_none() {
        return Bytes::from_static(b"{}");
    }
    to_text(&WrittenMembers::new(members, timestamps)).into()
}

fn push_query(url: &mut String, mut members: Members<'_>, timestamps: TimestampFormat) {
    let mut separator = '?';
    for (name, place) in members.written() {
        for_each_value(place.slot(), &mut |value| {
            url.push(separator);
            separator = '&';
            push_encoded(url, name);
            url.push('=');
            push_encoded(url, &write_plain(value, timestamps));
        });
    }
}

/// Calls `visit` with each value of a query parameter: none, one, or as many as a list has.
fn for_each_value(slot: Slot<'_>, visit: &mut dyn FnMut(Slot<'_>)) {
    match slot {
        Slot::Optional(place) => {
            if let Some(value) = place.get() {
                for_each_value(value.slot(), visit);
            }
        }
        Slot::List(list) => list.items().for_each(|item| visit(item.slot())),
        value => visit(value),
    }
}
