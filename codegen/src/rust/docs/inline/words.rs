//! Words that are code or addresses without saying so: they get marks, which is what `clippy::doc_markdown` and
//! `rustdoc::bare_urls` ask for.

use crate::rust::docs::node::{Kind, Node};
use crate::rust::docs::urls;

/// A text in pieces: words that are code or URLs, and what stands between them.
pub(crate) fn marked(text: &str) -> Vec<Node> {
    if !may_need_marks(text) {
        return vec![Node::text(text)];
    }
    let mut marked = Marked::default();
    for word in text.split_inclusive(char::is_whitespace) {
        // Hardly a sign ends a URL.
        if word.contains("://") && marked.add(word, is_sign) {
            continue;
        }
        for part in word.split_inclusive(ends_part) {
            marked.add_part(part);
        }
    }
    marked.end_text();
    marked.nodes
}

/// Whether a text has words that are code or URLs.
pub(crate) fn need_marks(text: &str) -> bool {
    may_need_marks(text) && !matches!(marked(text)[..], [] | [Node { kind: Kind::Text(_), .. }])
}

/// Whether there may be any, at a glance: signs meet, or there is an underscore or a capital inside a word.
fn may_need_marks(text: &str) -> bool {
    let meets = |pair: &[u8]| match pair {
        b"::" | b":/" | b"()" => true,
        [first, second] => {
            *first == b'_'
                || *second == b'_'
                || !second.is_ascii()
                || first.is_ascii_alphanumeric() && second.is_ascii_uppercase()
        }
        _ => false,
    };
    text.as_bytes().windows(2).any(meets)
}

/// Signs around a word that belong to the sentence.
fn is_sign(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '"' | '\'' | '[' | ']' | '<' | '>')
}

/// What ends a word for lints: signs that are escaped, and what begins a genitive.
fn ends_part(c: char) -> bool {
    matches!(c, '\'' | '[' | ']' | '\\' | '*' | '|' | '~' | '`' | '<')
}

#[derive(Default)]
struct Marked {
    nodes: Vec<Node>,
    /// What came since the last node.
    between: String,
}

impl Marked {
    /// Adds a part of a word, with a mark if it is more than that, or what of it is.
    fn add_part(&mut self, part: &str) {
        let is_added = self.add(part, |c| is_sign(c) || ends_part(c))
            || self.add(part, |c| !c.is_alphanumeric())
            || self.add(part, char::is_whitespace);
        if is_added {
            return;
        }
        // It is escaped where it begins an entity.
        for piece in part.split_inclusive('&') {
            if !self.add(piece, |c| !c.is_alphanumeric()) {
                self.between.push_str(piece);
            }
        }
    }

    /// Adds a word with signs around it, if it is more than a word.
    fn add(&mut self, word: &str, is_around: impl Fn(char) -> bool) -> bool {
        let (before, core, after) = parts(word, is_around);
        let Some(meaning) = meaning(core) else { return false };
        self.between.push_str(before);
        self.end_text();
        self.nodes.push(meaning);
        self.between.push_str(after);
        true
    }

    fn end_text(&mut self) {
        if !self.between.is_empty() {
            self.nodes.push(Node::text(std::mem::take(&mut self.between)));
        }
    }
}

/// The signs before a word, the word, and those behind it. Those of calls and paths belong to the word.
fn parts(word: &str, is_around: impl Fn(char) -> bool) -> (&str, &str, &str) {
    let mut start = word.len() - word.trim_start_matches(&is_around).len();
    let mut end = word.trim_end_matches(&is_around).len();
    if start >= end {
        return (word, "", "");
    }
    if word[..start].ends_with("::") {
        start -= 2;
    }
    let has_open = word[start..end].matches('(').count() > word[start..end].matches(')').count();
    let signs = [("()", true), ("::", true), (")", has_open)];
    let sign = signs.into_iter().find(|(sign, is_own)| *is_own && word[end..].starts_with(sign));
    end += sign.map_or(0, |(sign, _)| sign.len());
    (&word[..start], &word[start..end], &word[end..])
}

/// What a word is, if it is more than a word.
fn meaning(word: &str) -> Option<Node> {
    let is_page = word.starts_with("https://") || word.starts_with("http://");
    if let Some(url) = urls::on_the_web(word).filter(|url| is_page && url == word) {
        return Some(Node { kind: Kind::Link(url.clone()), children: vec![Node::text(url)] });
    }
    (looks_like_code(word) || word.contains("://")).then(|| Kind::Code(word.to_owned()).into())
}

/// What `clippy::doc_markdown` takes for code: inner capitals, underscores, paths, calls.
fn looks_like_code(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let capitals = singular.chars().filter(|c| c.is_uppercase()).count();
    let is_camel =
        capitals > 1 && singular.chars().any(char::is_lowercase) && singular.chars().all(char::is_alphanumeric);
    let is_joined = ["_", "::", "()"].iter().any(|sign| word.contains(sign)) && word.contains(char::is_alphanumeric);
    is_camel || is_joined
}
