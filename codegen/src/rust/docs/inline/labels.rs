//! The words of a link, which lints read in their own way.

use super::words;
use crate::rust::docs::node::{Kind, Node};

/// A link with its words. Those of a link to a page are taken as they are; others may be code.
pub(crate) fn labelled(url: String, words: Vec<Node>) -> Node {
    let is_page = url.starts_with("http");
    let link = Node { kind: Kind::Link(url), children: quoted(words) };
    let plain = link.plain();
    if is_page || !words::need_marks(&plain) {
        return link;
    }
    Node { children: vec![Kind::Code(plain).into()], ..link }
}

/// The same with round quotes, as rustdoc shows them anyway, where straight ones come first: for
/// `clippy::doc_link_with_quotes`, those could be meant for back-ticks.
fn quoted(nodes: Vec<Node>) -> Vec<Node> {
    let quoted = |Node { kind, children }: Node| match kind {
        Kind::Text(text) if begins_quoted(&text) => Node::text(with_round_quotes(&text)),
        kind => Node { kind, children: quoted(children) },
    };
    nodes.into_iter().map(quoted).collect()
}

/// Whether a text begins with a straight quote that is no apostrophe, or may do so for parsers behind a back-tick.
fn begins_quoted(text: &str) -> bool {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    let is_quote = |quote| text[1..].contains(quote) || !text[1..].starts_with(char::is_alphanumeric);
    quote.is_some_and(is_quote) || text.contains('`')
}

/// A text with round quotes in place of straight ones.
fn with_round_quotes(text: &str) -> String {
    let mut round = String::with_capacity(text.len());
    for c in text.chars() {
        let is_start = round.chars().next_back().is_none_or(|last| last.is_whitespace() || matches!(last, '(' | '['));
        round.push(match (c, is_start) {
            ('"', true) => '“',
            ('"', false) => '”',
            ('\'', true) => '‘',
            ('\'', false) => '’',
            _ => c,
        });
    }
    round
}
