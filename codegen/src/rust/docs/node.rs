//! A text as a tree of blocks, and of what stands within their lines.

use pulldown_cmark::Alignment;

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub kind: Kind,
    pub children: Vec<Node>,
}

/// What a part of a text is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// All of it.
    Document,
    Paragraph,
    /// With its level, which counts from 1.
    Heading(u8),
    Quote,
    /// With the number of its first item, if its items have numbers.
    List(Option<u64>),
    /// With whether it is done, if it is a task.
    Item(Option<bool>),
    CodeBlock {
        language: String,
        text: String,
    },
    Table(Vec<Alignment>),
    Row,
    Cell,
    /// A line between blocks.
    Rule,

    Style(Style),
    /// With its URL.
    Link(String),
    Code(String),
    Text(String),
    /// The end of a line of the source.
    SoftBreak,
    /// The end of a line for readers too.
    HardBreak,
}

/// How words stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Emphasis,
    Strong,
    Strikethrough,
}

impl Kind {
    /// Whether it stands within lines.
    pub(super) fn is_inline(&self) -> bool {
        match self {
            Self::Style(_) | Self::Link(_) | Self::Code(_) | Self::Text(_) => true,
            other => other.is_break(),
        }
    }

    /// Whether it is of the same kind as another: of the same style, or any heading, list or link.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Style(style), Self::Style(other)) => style == other,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    /// Whether it ends a line.
    pub(super) fn is_break(&self) -> bool {
        matches!(self, Self::SoftBreak | Self::HardBreak)
    }
}

impl From<Kind> for Node {
    fn from(kind: Kind) -> Self {
        Self { kind, children: Vec::new() }
    }
}

impl Node {
    /// Words without a meaning of their own.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Kind::Text(text.into()).into()
    }

    /// Its words without marks, on one line.
    pub(super) fn plain(&self) -> String {
        match &self.kind {
            Kind::Text(text) | Kind::Code(text) => text.clone(),
            kind if kind.is_break() => " ".to_owned(),
            _ => self.children.iter().map(Self::plain).collect(),
        }
    }
}
