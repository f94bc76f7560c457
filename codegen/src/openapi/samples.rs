//! What a document shows of single members and parameters.

use super::document::{Document, Look};
use crate::spec::{Node, Value};

/// A text that is longer is no value that a reader could learn from in passing.
const LONGEST: usize = 60;
/// Of a list that is longer, nothing is shown.
const MOST_ITEMS: usize = 3;

/// The first value that one of some schemas shows, if it has no members and is short.
pub(super) fn of_schemas(schemas: &[&Node]) -> Option<Node> {
    let shown = |schema: &'_ &Node| schema.at("example").or_else(|| schema.items_at("examples").first()).cloned();
    schemas.iter().find_map(shown).filter(is_plain)
}

/// The same of a parameter, which may show values by names too, or else of its schema.
pub(super) fn of_parameter<'a>(parameter: &'a Node, schema: Option<&'a Node>, document: &Document<'a>) -> Option<Node> {
    let named = || {
        let entry = parameter.entries_at("examples").first()?;
        document.meant(&entry.value).at("value").cloned()
    };
    let schema = || schema.and_then(|schema| of_schemas(&[schema, document.meant(schema)]));
    parameter.at("example").cloned().or_else(named).filter(is_plain).or_else(schema)
}

fn is_plain(value: &Node) -> bool {
    let is_single = |node: &Node| match &node.value {
        Value::Mapping(_) | Value::List(_) | Value::Null | Value::Faulty => false,
        Value::Text(text) => text.chars().count() <= LONGEST,
        _ => true,
    };
    match &value.value {
        Value::List(items) => (1..=MOST_ITEMS).contains(&items.len()) && items.iter().all(is_single),
        _ => is_single(value),
    }
}
