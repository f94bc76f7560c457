//! What stands on one line.

use super::texts::{self, Place};
use crate::yaml::{Content, Written};

/// Something on one line: `[one, two]`, `{key: value}`.
pub(super) fn content(content: &Content, place: Place) -> String {
    match content {
        Content::Text(text) => texts::line(text, place),
        Content::Other(text) => text.clone(),
        // The lines of a text stand elsewhere.
        Content::Nothing | Content::Folded(..) => String::new(),
        Content::List(items, _) => format!("[{}]", all(items)),
        Content::Mapping(entries, _) => format!("{{{}}}", all(entries)),
    }
}

fn all(inside: &[Written]) -> String {
    inside.iter().map(entry).collect::<Vec<_>>().join(", ")
}

/// What stands for an item that is nothing: brackets have no place for one that is not written.
pub(super) const NOTHING: &str = "null";

/// An entry or an item in brackets. What has no value is its key alone.
fn entry(written: &Written) -> String {
    let value = content(&written.content, Place::Flow);
    match &written.key {
        None if value.is_empty() => NOTHING.to_owned(),
        None => value,
        Some(key) if value.is_empty() => texts::line(key, Place::Flow),
        Some(key) => format!("{}: {value}", texts::line(key, Place::Flow)),
    }
}
