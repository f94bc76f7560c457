//! The many ways in which a tree can be written in blocks of YAML.

use std::collections::BTreeMap;

use super::random::Tree;
use super::styles::{Choices, Style, inline, is_printable, text};

/// A tree in blocks.
pub(crate) fn block(tree: &Tree, choices: &mut Choices<'_>) -> String {
    let mut blocks = Blocks { text: choices.of(&["", "---\n", "# a: b\n"]).to_owned(), choices };
    match tree {
        Tree::List(items) if !items.is_empty() => blocks.list(items, 0, false),
        Tree::Mapping(entries) if !entries.is_empty() => blocks.mapping(entries, 0, false),
        other => blocks.text += &inline(other, Style::Line, blocks.choices),
    }
    let Blocks { text, choices } = blocks;
    if choices.of(&[false, false, true]) { text.replace('\n', "\r\n") } else { text }
}

/// A text that grows by blocks.
struct Blocks<'a, 'b> {
    text: String,
    choices: &'a mut Choices<'b>,
}

impl Blocks<'_, '_> {
    fn indent(&mut self, indentation: usize) {
        let spaces = " ".repeat(indentation);
        if self.choices.of(&[false, false, true]) {
            self.text.extend([&spaces, "# - a: b\n"]);
        }
        self.text += &spaces;
    }

    /// Writes a list, whose first item may stand on the line that has begun.
    fn list(&mut self, items: &[Tree], indentation: usize, has_begun: bool) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 || !has_begun {
                self.indent(indentation);
            }
            self.text.push('-');
            self.value(item, indentation, true);
        }
    }

    /// The same for the entries of a mapping.
    fn mapping(&mut self, entries: &BTreeMap<String, Tree>, indentation: usize, has_begun: bool) {
        for (index, (key, value)) in entries.iter().enumerate() {
            if index > 0 || !has_begun {
                self.indent(indentation);
            }
            let key = text(key, Style::Line, self.choices);
            if self.choices.of(&[false, false, true]) {
                self.text.extend(["? ", &key, "\n", &" ".repeat(indentation), ":"]);
            } else {
                self.text.extend([&key, ":"]);
            }
            self.value(value, indentation, false);
        }
    }

    /// Writes what comes after a `-` or `:` that stands in a block with some indentation.
    fn value(&mut self, value: &Tree, outside: usize, is_item: bool) {
        let inside = outside + self.choices.of(&[1, 2, 4]);
        match value {
            Tree::List(items) if !items.is_empty() && self.choices.yes() => {
                // A list as a value may have the indentation of its key.
                let inside = if !is_item && self.choices.yes() { outside } else { inside };
                let is_compact = self.begin(is_item);
                self.list(items, if is_compact { outside + 2 } else { inside }, is_compact);
            }
            Tree::Mapping(entries) if !entries.is_empty() && self.choices.yes() => {
                let is_compact = self.begin(is_item);
                self.mapping(entries, if is_compact { outside + 2 } else { inside }, is_compact);
            }
            Tree::Null if self.choices.yes() => self.text.push('\n'),
            Tree::Text(value) if is_literal(value) && self.choices.yes() => self.literal(value, outside),
            Tree::Text(value) if is_prose(value) && self.choices.yes() => self.folded(value, inside),
            other => {
                let comment = self.choices.of(&["", " # c: d"]);
                self.text.extend([" ", &inline(other, Style::Line, self.choices), comment, "\n"]);
            }
        }
    }

    /// Begins a list or mapping; an item may go on where its `-` is.
    fn begin(&mut self, is_item: bool) -> bool {
        let is_compact = is_item && self.choices.yes();
        self.text.push(if is_compact { ' ' } else { '\n' });
        is_compact
    }

    /// Writes a text as it is, line by line.
    fn literal(&mut self, text: &str, outside: usize) {
        let body = text.trim_end_matches('\n');
        let kept = match text.len() - body.len() {
            0 => "-",
            1 if !body.is_empty() => self.choices.of(&["", "+"]),
            _ => "+",
        };
        let indicator = if body.starts_with([' ', '\t', '\n']) || self.choices.yes() { "2" } else { "" };
        self.text.extend([" |", indicator, kept, "\n"]);
        for line in body.split('\n') {
            let indentation = if line.is_empty() { 0 } else { outside + 2 };
            self.text.extend([&" ".repeat(indentation), line, "\n"]);
        }
        let more = (text.len() - body.len()).saturating_sub(1);
        self.text += &"\n".repeat(more);
    }

    /// Writes words on as many lines as it likes.
    fn folded(&mut self, text: &str, inside: usize) {
        let indentation = " ".repeat(inside);
        let folded = format!(">\n{indentation}");
        let stripped = format!(">-\n{indentation}");
        let body = text.trim_end_matches('\n');
        let (before, after) = if body.len() < text.len() {
            (&*folded, "")
        } else {
            self.choices.of(&[("", ""), ("\"", "\""), (&stripped, "")])
        };
        self.text.extend([" ", before]);
        for word in body.split_inclusive([' ', '\n']) {
            match word.split_at(word.len() - 1) {
                (word, " ") if self.choices.yes() => self.text.extend([word, "\n", &indentation]),
                (word, "\n") => self.text.extend([word, "\n\n", &indentation]),
                _ => self.text += word,
            }
        }
        self.text.extend([after, "\n"]);
    }
}

/// Whether a text can be written as it is.
fn is_literal(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| is_printable(character) || matches!(character, '\n' | '\t'))
}

/// Whether a text is words on one or more lines, of which the last may have an end.
fn is_prose(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    body.contains([' ', '\n']) && body.split([' ', '\n']).all(is_word)
}
