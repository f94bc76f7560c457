//! The tree of a file, with the place of everything in it.

use std::{ops::Range, sync::Arc};

use super::number::Number;
use crate::diag::Span;

/// What was written is wrong and has been reported, so nothing else is to be said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Faulty;

/// What was written, unless it was faulty.
pub type Read<T> = Result<T, Faulty>;

/// A value with the place where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub span: Span,
}

/// A text with its place.
pub type Text = Spanned<String>;

impl Text {
    /// The place of a part of the text, if it is written on one line and without escapes, otherwise that of all of it.
    #[must_use]
    pub fn part(&self, bytes: Range<usize>) -> Span {
        let quotes = match self.span.bytes.len().checked_sub(self.value.len()) {
            _ if self.value.contains('\n') => return self.span.clone(),
            Some(0) => 0,
            Some(2) => 1,
            _ => return self.span.clone(),
        };
        let start = self.span.bytes.start + quotes;
        Span { file: self.span.file, bytes: start + bytes.start..start + bytes.end }
    }
}

/// A node of the tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it holds.
    pub value: Value,
    /// Where it is written: of what stands in for an alias, the alias. A block list or mapping reaches from its first
    /// entry to its last.
    pub span: Span,
}

/// What a node holds, by the core schema of YAML 1.2.
#[derive(Clone, Debug)]
pub enum Value {
    /// `null`, `~`, or nothing at all.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(Number),
    /// Any other scalar, and everything in quotes.
    Text(String),
    /// A list.
    List(Arc<[Node]>),
    /// A mapping; its keys are texts, and no key comes twice.
    Mapping(Arc<[Entry]>),
    /// Something that cannot be used and has been reported.
    Faulty,
}

/// An entry of a mapping.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key, as it is written: `404` and `true` are texts here.
    pub key: Text,
    /// The value.
    pub value: Node,
}

impl Node {
    /// What the node is, in the words of a report.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Boolean(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Mapping(_) => "a mapping",
            Value::Faulty => "faulty",
        }
    }
}
