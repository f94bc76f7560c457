//! Looks into nodes of a document: what is not as it should be is as if it was not there.

use crate::yaml::{Entry, Node, Text, Value};

/// Looks into a node.
pub(in crate::openapi) trait Look {
    /// The value of a key, unless it is nothing.
    fn at(&self, key: &str) -> Option<&Node>;
    /// The entry of a key.
    fn entry(&self, key: &str) -> Option<&Entry>;
    /// The entries of a mapping.
    fn entries(&self) -> &[Entry];
    /// The items of a list.
    fn items(&self) -> &[Node];
    /// A text.
    fn text(&self) -> Option<&str>;
    /// Whether it is `true`.
    fn is_true(&self) -> bool;
    /// The text of a key.
    fn text_at(&self, key: &str) -> Option<&str> {
        self.at(key)?.text()
    }
    /// The text of a key, with its place.
    fn placed_text(&self, key: &str) -> Option<Text> {
        let node = self.at(key)?;
        Some(Text { value: node.text()?.to_owned(), span: node.span.clone() })
    }
    /// Whether a key says `true`.
    fn has_true(&self, key: &str) -> bool {
        self.at(key).is_some_and(Look::is_true)
    }
    /// The items of the list of a key.
    fn items_at(&self, key: &str) -> &[Node] {
        self.at(key).map_or(&[], Look::items)
    }
    /// The entries of the mapping of a key.
    fn entries_at(&self, key: &str) -> &[Entry] {
        self.at(key).map_or(&[], Look::entries)
    }
}

impl Look for Node {
    fn at(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.value).filter(|node| !matches!(node.value, Value::Null | Value::Faulty))
    }

    fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key.value == key)
    }

    fn entries(&self) -> &[Entry] {
        if let Value::Mapping(entries) = &self.value { entries } else { &[] }
    }

    fn items(&self) -> &[Node] {
        if let Value::List(items) = &self.value { items } else { &[] }
    }

    fn text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    fn is_true(&self) -> bool {
        match &self.value {
            Value::Boolean(truth) => *truth,
            Value::Text(text) => text == "true",
            _ => false,
        }
    }
}

/// What tells a node from all others while the document is there: its place in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::openapi) struct NodeId(usize);

impl NodeId {
    pub(in crate::openapi) fn of(node: &Node) -> Self {
        Self(std::ptr::from_ref(node).addr())
    }
}
