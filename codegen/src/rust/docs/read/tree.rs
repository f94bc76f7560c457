//! Builds the tree of a text from what opens and closes in it, by Markdown and by HTML.
//!
//! HTML may close what it did not open, begin a block within a line, or forget an end. What has no place becomes words.

use crate::diag::is_hidden;
use crate::rust::docs::node::{Kind, Node};

/// How deep lists and quotes may lie in each other; deeper ones become paragraphs.
const DEEPEST: usize = 24;

/// How many nodes stay open whatever comes, since it stands in them: at least the document.
pub(crate) type Floor = usize;

/// The nodes that are open, each inside the one before; the first is the document.
pub(crate) struct Tree(Vec<Node>);

impl Tree {
    pub(crate) fn new() -> Self {
        Self(vec![Kind::Document.into()])
    }

    /// The whole, once all of it was read.
    pub(crate) fn finish(mut self) -> Node {
        self.close_to(1);
        self.0.pop().unwrap_or_else(|| Kind::Document.into())
    }

    /// How many nodes are open.
    pub(crate) fn depth(&self) -> Floor {
        self.0.len()
    }

    /// Opens a node, if there is a place for it. Gives the depth at which it closes again.
    pub(crate) fn open(&mut self, kind: Kind, floor: Floor) -> Floor {
        let is_block = !kind.is_inline();
        let has_place = !self.is_redundant(&kind) && !self.is_too_deep(&kind) && self.make_place(&kind, floor);
        if is_block && !has_place {
            self.part(floor);
        }
        let depth = self.depth();
        if has_place {
            self.0.push(kind.into());
        }
        depth
    }

    /// Closes all but the outermost nodes.
    pub(crate) fn close_to(&mut self, depth: Floor) {
        while self.depth() > depth.max(1) {
            let Some(node) = self.0.pop() else { return };
            self.add(node);
        }
    }

    /// Closes the innermost node of a kind, and all that is open inside it.
    pub(crate) fn close(&mut self, kind: &Kind, floor: Floor) {
        if let Some(index) = self.0.iter().rposition(|node| node.kind.is_like(kind))
            && index >= floor
        {
            self.close_to(index);
        }
    }

    /// Sees to it that what comes next is not in one line with what came before.
    pub(crate) fn part(&mut self, floor: Floor) {
        if !self.make_place(&Kind::Paragraph, floor) && self.holds_words() {
            self.add(Kind::SoftBreak.into());
        }
    }

    /// Adds something that holds nothing else. Code takes it in; spaces and ends of lines need words before them.
    pub(crate) fn leaf(&mut self, kind: Kind, floor: Floor) {
        if let Kind::Code(code) | Kind::CodeBlock { text: code, .. } = self.top() {
            match kind {
                Kind::Text(text) | Kind::Code(text) => code.push_str(&text),
                kind if kind.is_break() => code.push('\n'),
                _ => {}
            }
            return;
        }
        let is_blank = kind.is_break() || matches!(&kind, Kind::Text(text) if text.trim().is_empty());
        if is_blank && !self.holds_words() {
            return;
        }
        if self.make_place(&kind, floor) {
            self.add(kind.into());
        } else {
            self.part(floor);
        }
    }

    /// Adds words.
    pub(crate) fn text(&mut self, text: &str, floor: Floor) {
        let text = self.visible(text);
        self.leaf(Kind::Text(text), floor);
    }

    /// Adds a code span.
    pub(crate) fn code(&mut self, code: &str, floor: Floor) {
        let code = self.visible(code);
        self.leaf(Kind::Code(code), floor);
    }

    /// Ends a line for readers. A second end right behind makes a paragraph.
    pub(crate) fn end_line(&mut self, floor: Floor) {
        if self.ends_with_hard_break() {
            self.part(floor);
        } else {
            self.leaf(Kind::HardBreak, floor);
        }
    }

    /// Makes a task of the innermost item.
    pub(crate) fn mark_as_task(&mut self, is_done: bool) {
        if let Some(item) = self.0.iter_mut().rev().find(|node| matches!(node.kind, Kind::Item(_))) {
            item.kind = Kind::Item(Some(is_done));
        }
    }

    /// Makes a paragraph of a heading that is open.
    pub(crate) fn demote_heading(&mut self) {
        if let Some(heading) = self.0.iter_mut().rev().find(|node| matches!(node.kind, Kind::Heading(_))) {
            heading.kind = Kind::Paragraph;
        }
    }

    /// The kind of the innermost node.
    pub(crate) fn top(&mut self) -> &mut Kind {
        let last = self.0.len() - 1;
        &mut self.0[last].kind
    }

    fn add(&mut self, node: Node) {
        if let Some(top) = self.0.last_mut() {
            top.children.push(node);
        }
    }

    /// The text without characters that nobody sees, and with plain spaces; a block of code keeps its lines.
    fn visible(&mut self, text: &str) -> String {
        let is_block = matches!(self.top(), Kind::CodeBlock { .. });
        let mut visible = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' if is_block => visible.push('\n'),
                '\t' if is_block => visible.push_str("    "),
                '\n' | '\t' | '\u{A0}' => visible.push(' '),
                c if is_hidden(c) => {}
                c => visible.push(c),
            }
        }
        visible
    }

    fn holds_words(&self) -> bool {
        self.0.last().is_some_and(|node| node.kind.holds(&Kind::SoftBreak))
    }

    fn ends_with_hard_break(&self) -> bool {
        let last = self.0.last().and_then(|node| {
            node.children.iter().rfind(|child| !child.plain().trim().is_empty() || child.kind == Kind::HardBreak)
        });
        last.is_some_and(|child| child.kind == Kind::HardBreak)
    }

    /// Whether it says nothing where it stands: what is strong cannot be made strong, and no link holds another.
    fn is_redundant(&self, kind: &Kind) -> bool {
        matches!(kind, Kind::Style(_) | Kind::Link(_)) && self.0.iter().any(|node| node.kind.is_like(kind))
    }

    fn is_too_deep(&self, kind: &Kind) -> bool {
        let nests = |kind: &Kind| matches!(kind, Kind::Quote | Kind::List(_));
        nests(kind) && self.0.iter().filter(|node| nests(&node.kind)).count() >= DEEPEST
    }

    /// Closes and opens what it takes for a node to have its place at the end; nothing if there is none.
    fn make_place(&mut self, kind: &Kind, floor: Floor) -> bool {
        let mut depth = self.depth();
        loop {
            let open = &self.0[depth - 1].kind;
            if open.holds(kind) || open.implied(kind).is_some() {
                break;
            }
            if depth <= floor.max(1) || !open.gives_way_to(kind) {
                return false;
            }
            depth -= 1;
        }
        self.close_to(depth);
        while let Some(implied) = self.top().implied(kind) {
            self.0.push(implied.into());
        }
        true
    }
}
