//! What a tag makes of the node that it marks.

use std::borrow::Cow;

use granit_parser::Tag;

use super::{
    node::Value,
    scalar::{self, Plain},
    tree::Kind,
};

/// Where YAML's own tags live; `!!` is short for it.
const NAMESPACE: &str = "tag:yaml.org,2002:";

/// The name of a tag among YAML's own; `!` has none, which stands for what a node is in quotes.
fn name(tag: &Tag) -> Option<String> {
    match (tag.handle(), tag.suffix()) {
        ("", "!") => Some(String::new()),
        _ => tag.suffix_in_namespace(NAMESPACE).map(Cow::into_owned),
    }
}

/// What a scalar is by its tag, if this is one of YAML's own and fits.
pub(super) fn value(tag: &Tag, text: &str) -> Option<Value> {
    match (name(tag)?.as_str(), scalar::plain(text)) {
        ("" | "str" | "timestamp", _) => Some(Value::Text(text.to_owned())),
        // In base64, where white space does not count.
        ("binary", _) => Some(Value::Text(text.split_ascii_whitespace().collect())),
        ("null", Plain::Null) => Some(Value::Null),
        ("bool", Plain::Boolean(value)) => Some(Value::Boolean(value)),
        ("float", Plain::Number(number)) => Some(Value::Number(number)),
        ("int", Plain::Number(number)) if number.is_whole() && !scalar::is_padded(text) => Some(Value::Number(number)),
        _ => None,
    }
}

/// Whether a tag is one of YAML's own that a list or mapping may have.
pub(super) fn fits(tag: &Tag, kind: Kind) -> bool {
    let Some(name) = name(tag) else { return false };
    match kind {
        Kind::List => matches!(name.as_str(), "" | "seq" | "omap" | "pairs"),
        Kind::Mapping => matches!(name.as_str(), "" | "map" | "set"),
    }
}
