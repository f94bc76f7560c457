//! Puts what stands within a paragraph into its normal form: nothing empty, nothing twice, words marked that are code,
//! and no style that could not be written in its place.

mod labels;
mod styles;
pub(super) mod words;

use super::node::{Kind, Node};

/// How often styles are taken away singly, before all are.
const ROUNDS: usize = 4;

/// The normal form of what a paragraph, a heading or a cell holds.
pub(crate) fn tidied(mut nodes: Vec<Node>) -> Vec<Node> {
    for _ in 0..ROUNDS {
        nodes = trimmed(joined(marked(joined(nodes))));
        let is_changed;
        (nodes, is_changed) = styles::writable(nodes);
        if !is_changed {
            return nodes;
        }
    }
    trimmed(joined(marked(joined(styles::none(nodes)))))
}

/// The same for what has one line.
pub(crate) fn on_one_line(nodes: Vec<Node>) -> Vec<Node> {
    fn unbroken(Node { kind, children }: Node) -> Node {
        let kind = if kind.is_break() { Kind::Text(" ".to_owned()) } else { kind };
        Node { kind, children: children.into_iter().map(unbroken).collect() }
    }
    tidied(joined(nodes).into_iter().map(unbroken).collect())
}

/// The same with neighbours that are of one kind made one.
fn joined(nodes: Vec<Node>) -> Vec<Node> {
    let mut line = Vec::new();
    add_all(nodes, &mut line);
    line
}

fn add_all(nodes: impl IntoIterator<Item = Node>, line: &mut Vec<Node>) {
    for node in nodes {
        add(node, line);
    }
}

fn add(node: Node, line: &mut Vec<Node>) {
    let Node { kind, children } = node;
    match kind {
        Kind::Text(text) => add_text(&text, line),
        Kind::Code(code) => add_code(&code, line),
        Kind::SoftBreak | Kind::HardBreak => add_break(kind, line),
        Kind::Style(_) | Kind::Link(_) => add_group(kind, joined(children), line),
        // Nothing else stands within a line.
        _ => {}
    }
}

fn add_text(text: &str, line: &mut Vec<Node>) {
    match line.last_mut().map(|node| &mut node.kind) {
        Some(Kind::Text(last)) => last.push_str(text),
        last => {
            let text = if last.is_some_and(|kind| kind.is_break()) { text.trim_start() } else { text };
            if !text.is_empty() {
                line.push(Node::text(text));
            }
        }
    }
}

fn add_code(code: &str, line: &mut Vec<Node>) {
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.last_mut().map(|node| &mut node.kind) {
        // Back-ticks of neighbours would become one run.
        Some(Kind::Code(last)) => last.push_str(&code),
        _ if code.is_empty() => {}
        _ => line.push(Kind::Code(code).into()),
    }
}

/// Adds the end of a line, which takes the place of spaces and of a weaker one.
fn add_break(kind: Kind, line: &mut Vec<Node>) {
    let last = take_blank(line, Side::End).filter(|last| *last == Kind::HardBreak);
    line.push(last.unwrap_or(kind).into());
}

/// Adds a style or a link. Spaces at its ends stand outside.
fn add_group(kind: Kind, mut children: Vec<Node>, line: &mut Vec<Node>) {
    let before = take_blank(&mut children, Side::Start);
    let after = take_blank(&mut children, Side::End);
    if let (Kind::Link(url), true) = (&kind, children.is_empty()) {
        children.push(Node::text(url));
    }
    add_all(before.map(Node::from), line);
    match line.last_mut() {
        _ if children.is_empty() => {}
        Some(last) if last.kind == kind && matches!(kind, Kind::Style(_)) => {
            add_all(children, &mut last.children);
        }
        _ => line.push(Node { kind, children }),
    }
    add_all(after.map(Node::from), line);
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Start,
    End,
}

/// Takes spaces and ends of lines from one side. Gives what they amount to.
fn take_blank(nodes: &mut Vec<Node>, side: Side) -> Option<Kind> {
    let mut blank = None;
    loop {
        let index = if side == Side::Start { 0 } else { nodes.len().saturating_sub(1) };
        match nodes.get_mut(index).map(|node| &mut node.kind) {
            Some(Kind::Text(text)) => {
                let words = if side == Side::Start { text.trim_start() } else { text.trim_end() };
                if words.len() == text.len() {
                    return blank;
                }
                blank = blank.or_else(|| Some(Kind::Text(" ".to_owned())));
                if !words.is_empty() {
                    *text = words.to_owned();
                    return blank;
                }
            }
            Some(kind) if kind.is_break() => {
                if blank != Some(Kind::HardBreak) {
                    blank = Some(kind.clone());
                }
            }
            _ => return blank,
        }
        nodes.remove(index);
    }
}

fn trimmed(mut nodes: Vec<Node>) -> Vec<Node> {
    take_blank(&mut nodes, Side::Start);
    take_blank(&mut nodes, Side::End);
    nodes
}

/// The same with marks for words that are code. A link has its own way with words.
fn marked(nodes: Vec<Node>) -> Vec<Node> {
    let marked = |Node { kind, children }: Node| match kind {
        Kind::Text(text) => words::marked(&text),
        Kind::Style(_) => vec![Node { kind, children: marked(children) }],
        Kind::Link(url) => vec![labels::labelled(url, children)],
        _ => vec![kind.into()],
    };
    nodes.into_iter().flat_map(marked).collect()
}
