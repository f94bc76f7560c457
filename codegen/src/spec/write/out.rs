//! What is to be written, before it is laid out.

use crate::yaml::{Node, Text, Value};

/// A value that is to be written.
#[derive(Debug)]
pub(super) enum Out {
    /// What is no text, as it is spelt: a number, a truth, nothing.
    Bare(String),
    /// A text.
    Text(String),
    /// A text for readers, which keeps its lines.
    Prose(String),
    /// A list.
    List(Vec<Out>),
    /// A mapping.
    Mapping(Vec<Entry>, Shape),
}

/// How a mapping is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// On a line, if it fits.
    Line,
    /// On lines of its own.
    Block,
    /// On lines of its own, apart from its neighbours.
    Apart,
}

/// An entry of a mapping.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: Key,
    pub(super) value: Out,
}

/// A key of a mapping.
#[derive(Debug)]
pub(super) enum Key {
    /// A name, in quotes if it could be taken for something else than a text.
    Name(String),
    /// What looks like something else than a text because it is that: a status, a number.
    Bare(String),
}

impl Entry {
    /// What has a name.
    pub(super) fn named(name: impl Into<String>, value: Out) -> Self {
        Self { key: Key::Name(name.into()), value }
    }
}

impl Out {
    /// A text.
    pub(super) fn text(text: &Text) -> Self {
        Self::Text(text.value.clone())
    }

    /// A list of texts.
    pub(super) fn texts(texts: &[Text]) -> Self {
        Self::List(texts.iter().map(Self::text).collect())
    }

    /// A text alone, or a list of several.
    pub(super) fn text_or_texts(texts: &[Text]) -> Self {
        if let [only] = texts { Self::text(only) } else { Self::texts(texts) }
    }

    /// A whole number.
    pub(super) fn number(number: i64) -> Self {
        Self::Bare(number.to_string())
    }

    /// Any value.
    pub(super) fn node(node: &Node) -> Self {
        match &node.value {
            Value::Null | Value::Faulty => Self::Bare("null".to_owned()),
            Value::Boolean(truth) => Self::Bare(truth.to_string()),
            Value::Number(number) => Self::Bare(number.as_str().to_owned()),
            Value::Text(text) => Self::Text(text.clone()),
            Value::List(items) => Self::List(items.iter().map(Self::node).collect()),
            Value::Mapping(entries) => {
                let entries = entries.iter().map(|entry| Entry::named(&entry.key.value, Self::node(&entry.value)));
                Self::Mapping(entries.collect(), Shape::Line)
            }
        }
    }
}
