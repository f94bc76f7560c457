//! Texts for readers, as documents have them: cleaned of what nobody sees, and made where there are none.

use super::document::Look;
use crate::diag::{Span, is_hidden};
use crate::spec::{Item, Node, Text};

/// What readers are told of something deprecated of which no more is known.
const DEPRECATED: &str = "The publisher of the API advises against it.";

/// Why something is deprecated, in the words of a publisher.
const REASONS: [&str; 3] =
    ["x-deprecation-message", "x-speakeasy-deprecation-message", "x-stainless-deprecation-message"];

/// A text without the characters that nobody sees, with plain line ends.
pub(super) fn clean(text: &str) -> String {
    let plain = text.replace("\r\n", "\n").replace('\r', "\n");
    let seen: String =
        plain.chars().filter(|character| matches!(character, '\n' | '\t') || !is_hidden(*character)).collect();
    seen.trim().to_owned()
}

/// The first of some keys of a node that says something.
pub(super) fn said(node: &Node, keys: &[&str]) -> Option<Text> {
    keys.iter().find_map(|key| {
        let text = node.placed_text(key)?;
        let value = clean(&text.value);
        (!value.is_empty()).then_some(Text { value, span: text.span })
    })
}

/// What a schema, parameter or the like is, in the words of the document; `made` where it has none.
pub(super) fn doc(nodes: &[&Node], span: &Span, made: impl FnOnce() -> String) -> Text {
    let said = nodes.iter().find_map(|node| said(node, &["description", "title", "summary"]));
    said.unwrap_or_else(|| Text { value: made(), span: span.clone() })
}

/// What readers are told of something that is deprecated, on one line.
pub(super) fn deprecated(node: &Node) -> Option<Text> {
    let reason = node.has_true("deprecated").then(|| said(node, &REASONS));
    reason.map(|reason| match reason {
        Some(Text { value, span }) => Text { value: on_one_line(&value), span },
        None => at(&node.span, DEPRECATED),
    })
}

/// A text without line ends, with one space between its words.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An item that something in the document is.
pub(super) fn item(name: Text, doc: Text, deprecated: Option<Text>) -> Item {
    Item { name, doc, since: None, deprecated, rust: None, was: Vec::new() }
}

/// A text that stands for something at a place.
pub(super) fn at(span: &Span, value: impl Into<String>) -> Text {
    Text { value: value.into(), span: span.clone() }
}
