//! Where styles can be written: their marks are none between some characters, such as those of `a**"b"**c`.

use crate::rust::docs::node::{Kind, Node, Style};

/// The same without styles that could not be written where they stand, and whether there were any.
pub(crate) fn writable(nodes: Vec<Node>) -> (Vec<Node>, bool) {
    let mut is_changed = false;
    (between(Edge::Space, nodes, Edge::Space, &mut is_changed), is_changed)
}

/// The same without any styles.
pub(crate) fn none(nodes: Vec<Node>) -> Vec<Node> {
    let none = |Node { kind, children }: Node| match kind {
        Kind::Style(_) => none(children),
        kind => vec![Node { kind, children: none(children) }],
    };
    nodes.into_iter().flat_map(none).collect()
}

fn between(before: Edge, nodes: Vec<Node>, after: Edge, is_changed: &mut bool) -> Vec<Node> {
    let edges: Vec<[Edge; 2]> = nodes.iter().map(|node| [Edge::start_of(node), Edge::end_of(node)]).collect();
    let mut kept = Vec::new();
    for (index, Node { kind, children }) in nodes.into_iter().enumerate() {
        let before = index.checked_sub(1).map_or(before, |index| edges[index][1]);
        let after = edges.get(index + 1).map_or(after, |edges| edges[0]);
        let first = children.first().map_or(Edge::Space, Edge::start_of);
        let last = children.last().map_or(Edge::Space, Edge::end_of);
        let children = between(Edge::Sign, children, Edge::Sign, is_changed);
        match kind {
            Kind::Style(style) if !fits(style, before, first) || !fits(style, after, last) => {
                *is_changed = true;
                kept.extend(children);
            }
            kind => kept.push(Node { kind, children }),
        }
    }
    kept
}

/// Whether the mark of a style is one between what stands outside and what stands inside.
fn fits(style: Style, outside: Edge, inside: Edge) -> bool {
    let is_free = matches!(outside, Edge::Space | Edge::Sign);
    inside != Edge::Space && (is_free || style != Style::Emphasis && inside == Edge::Letter)
}

/// What stands beside the mark of a style.
#[derive(Clone, Copy, PartialEq)]
enum Edge {
    Space,
    Sign,
    Letter,
    /// What parsers of Markdown may not agree on.
    Other,
}

impl Edge {
    fn start_of(node: &Node) -> Self {
        Self::of(node, |text| text.chars().next())
    }

    fn end_of(node: &Node) -> Self {
        Self::of(node, |text| text.chars().next_back())
    }

    fn of(node: &Node, character: impl Fn(&str) -> Option<char>) -> Self {
        match &node.kind {
            Kind::Text(text) => match character(text) {
                Some(c) if c.is_alphanumeric() => Self::Letter,
                Some(c) if c.is_ascii_punctuation() => Self::Sign,
                Some(c) if !c.is_whitespace() => Self::Other,
                _ => Self::Space,
            },
            kind if kind.is_break() => Self::Space,
            _ => Self::Sign,
        }
    }
}
