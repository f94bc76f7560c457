//! Where the first sentence of a paragraph ends.

use super::node::{Kind, Node};

/// Words with a point that ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "approx.", "cf.", "dr.", "e.g.", "etc.", "i.e.", "inc.", "incl.", "ltd.", "max.", "min.", "mr.", "ms.", "no.",
    "nr.", "resp.", "st.", "vs.",
];

/// The first sentence, and what comes behind it, if there is anything.
pub(super) fn split(nodes: &[Node]) -> Option<(Vec<Node>, Vec<Node>)> {
    nodes.iter().enumerate().find_map(|(index, node)| {
        let Kind::Text(text) = &node.kind else { return None };
        let after = &nodes[index + 1..];
        let end = text.char_indices().map(|(at, c)| at + c.len_utf8()).find(|end| ends(text, *end, after))?;
        let (first, rest) = text.split_at(end);
        let first = nodes[..index].iter().cloned().chain([Node::text(first)]);
        let rest = match rest.trim_start() {
            "" => after.iter().skip_while(|node| node.kind.is_break()).cloned().collect(),
            rest => [Node::text(rest)].into_iter().chain(after.iter().cloned()).collect(),
        };
        Some((first.collect(), rest))
    })
}

/// Whether a sentence ends at `end`, and another begins behind.
fn ends(text: &str, end: usize, after: &[Node]) -> bool {
    let (sentence, rest) = text.split_at(end);
    if !sentence.trim_end_matches([')', '"', '\'']).ends_with(['.', '!', '?']) {
        return false;
    }
    let is_next = match rest.strip_prefix(' ').map(str::trim_start) {
        Some("") => after.first().is_some_and(|node| !node.kind.is_break()),
        Some(rest) => !rest.starts_with(char::is_lowercase),
        None => rest.is_empty() && begins_upper(after),
    };
    is_next && !is_abbreviated(sentence)
}

/// Whether a point at the end may belong to the last word, which may be an initial.
fn is_abbreviated(sentence: &str) -> bool {
    let word = sentence.rsplit([' ', '(']).next().unwrap_or_default();
    let is_initial = word.len() == 2 && word.starts_with(char::is_alphabetic);
    is_initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

/// Whether a line ends, and the next one begins like a sentence.
fn begins_upper(after: &[Node]) -> bool {
    match after {
        [first, second, ..] if first.kind.is_break() => {
            !matches!(&second.kind, Kind::Text(text) if text.starts_with(char::is_lowercase))
        }
        _ => false,
    }
}
