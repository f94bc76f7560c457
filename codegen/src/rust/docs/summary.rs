//! The words that can stand for a whole text, on one line.

use super::node::{Kind, Node};
use super::write::{self, escape};
use super::{inline, normal, sentence};

/// The first words of a text.
pub(crate) struct Summary(Vec<Node>);

impl Summary {
    /// The first paragraph of a text, or whatever comes first if it has none.
    pub(in crate::rust) fn of(text: &str) -> Self {
        let document = normal::document("", text);
        let first = first(&document, &|kind| *kind == Kind::Paragraph).or_else(|| first(&document, &|_| true));
        Self(inline::on_one_line(first.unwrap_or_default()))
    }

    /// Only its first sentence.
    pub(in crate::rust) fn first_sentence(self) -> Self {
        Self(sentence::split(&self.0).map_or(self.0, |(first, _)| first))
    }

    /// As Markdown.
    pub(in crate::rust) fn markdown(&self) -> String {
        escape::line(&write::inlines(&self.0))
    }

    /// For where nothing has marks.
    pub(in crate::rust) fn plain(&self) -> String {
        self.0.iter().map(Node::plain).collect()
    }
}

/// What the first block of such a kind says.
fn first(node: &Node, is_such: &impl Fn(&Kind) -> bool) -> Option<Vec<Node>> {
    match &node.kind {
        Kind::Paragraph | Kind::Heading(_) if is_such(&node.kind) => Some(node.children.clone()),
        Kind::CodeBlock { text, .. } if is_such(&node.kind) => {
            let line = text.lines().find(|line| !line.trim().is_empty())?;
            Some(vec![Kind::Code(line.trim().to_owned()).into()])
        }
        Kind::Row if is_such(&node.kind) => {
            let cells = node.children.iter().filter(|cell| !cell.children.is_empty());
            let cells: Vec<&[Node]> = cells.map(|cell| cell.children.as_slice()).collect();
            (!cells.is_empty()).then(|| cells.join(&Node::text(", ")))
        }
        kind if kind.is_inline() => None,
        _ => node.children.iter().find_map(|child| first(child, is_such)),
    }
}
