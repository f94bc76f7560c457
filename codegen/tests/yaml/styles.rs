//! The many ways in which a tree can be written.

use super::random::Tree;

/// What decides between the ways to write something.
pub(crate) struct Choices<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Choices<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// One of several ways.
    pub(crate) fn of<T: Copy>(&mut self, ways: &[T]) -> T {
        self.at += 1;
        ways[usize::from(self.bytes[self.at % self.bytes.len()]) % ways.len()]
    }

    fn yes(&mut self) -> bool {
        self.of(&[true, false])
    }
}

/// How lists and mappings are written in brackets.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    Json,
    Flow,
    /// In flow style, on one line.
    Line,
}

/// A tree as JSON.
pub(crate) fn json(tree: &Tree, choices: &mut Choices<'_>) -> String {
    let (before, after) = (choices.of(&["", "\u{FEFF}", " \n"]), choices.of(&["", "\n", "\r\n\t"]));
    format!("{before}{}{after}", inline(tree, Style::Json, choices))
}

/// A tree in flow style.
pub(crate) fn flow(tree: &Tree, choices: &mut Choices<'_>) -> String {
    let (before, after) = (choices.of(&["", "--- ", "# {\n"]), choices.of(&["", "\n", " # }\n", "\n...\n"]));
    format!("{before}{}{after}", inline(tree, Style::Flow, choices))
}

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

fn inline(tree: &Tree, style: Style, choices: &mut Choices<'_>) -> String {
    let spaces: &[&str] = match style {
        Style::Json => &["", "", " ", "\n\t", "\r\n  "],
        Style::Flow => &["", "", " ", "\n  "],
        Style::Line => &["", " "],
    };
    match tree {
        Tree::List(items) => {
            let item =
                |item: &Tree| format!("{}{}{}", choices.of(spaces), inline(item, style, choices), choices.of(spaces));
            format!("[{}]", items.iter().map(item).collect::<Vec<_>>().join(","))
        }
        Tree::Mapping(entries) => {
            let entry = |(key, value): (&String, &Tree)| {
                let key = text(key, style, choices);
                // Only what is in quotes needs no space after its colon.
                let colon = if key.starts_with('"') { choices.of(&[":", ": "]) } else { ": " };
                let value = inline(value, style, choices);
                format!("{}{key}{colon}{value}{}", choices.of(spaces), choices.of(spaces))
            };
            let entries = entries.iter().map(entry).collect::<Vec<_>>().join(",");
            format!("{{{entries}{}}}", choices.of(spaces))
        }
        Tree::Text(value) => text(value, style, choices),
        Tree::Null if style != Style::Json => choices.of(&["null", "~", "Null"]).to_owned(),
        Tree::Boolean(true) if style != Style::Json => choices.of(&["true", "True"]).to_owned(),
        scalar => scalar.to_string(),
    }
}

/// A text on one line.
fn text(text: &str, style: Style, choices: &mut Choices<'_>) -> String {
    let ways: &[bool] = if style == Style::Json { &[false] } else { &[true, false] };
    if is_plain(text) && choices.of(ways) {
        return text.to_owned();
    }
    if is_single(text) && choices.of(ways) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let escaped: String = text.chars().map(|character| escape(character, style, choices)).collect();
    format!("\"{escaped}\"")
}

fn escape(character: char, style: Style, choices: &mut Choices<'_>) -> String {
    let units = || character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
    match character {
        '"' | '\\' => format!("\\{character}"),
        '\n' if choices.yes() => "\\n".to_owned(),
        '\t' if choices.yes() => "\\t".to_owned(),
        '/' if choices.yes() => "\\/".to_owned(),
        _ if !is_printable(character) => units(),
        ' '..='~' => character.to_string(),
        _ if style != Style::Json && choices.yes() => format!("\\U{:08X}", u32::from(character)),
        _ if choices.yes() => units(),
        _ => character.to_string(),
    }
}

/// Whether a character can stand in a text as it is.
fn is_printable(character: char) -> bool {
    !character.is_control() && !matches!(character, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Words that mean nothing else.
fn is_plain(text: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_alphabetic())
            && word.chars().all(|character| character.is_ascii_alphanumeric() || "_/.-".contains(character))
    };
    let means = ["null", "true", "false"];
    text.split(' ').all(is_word) && !means.contains(&text.to_ascii_lowercase().as_str())
}

fn is_single(text: &str) -> bool {
    text.chars().all(is_printable)
}

/// A text that grows by blocks.
struct Blocks<'a, 'b> {
    text: String,
    choices: &'a mut Choices<'b>,
}

impl Blocks<'_, '_> {
    fn indent(&mut self, indentation: usize) {
        if self.choices.of(&[false, false, true]) {
            self.text += &format!("{}# - a: b\n", " ".repeat(indentation));
        }
        self.text += &" ".repeat(indentation);
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

    fn mapping<'t>(
        &mut self,
        entries: impl IntoIterator<Item = (&'t String, &'t Tree)>,
        indentation: usize,
        has_begun: bool,
    ) {
        for (index, (key, value)) in entries.into_iter().enumerate() {
            if index > 0 || !has_begun {
                self.indent(indentation);
            }
            let key = text(key, Style::Line, self.choices);
            if self.choices.of(&[false, false, true]) {
                self.text += &format!("? {key}\n{}:", " ".repeat(indentation));
            } else {
                self.text += &format!("{key}:");
            }
            self.value(value, indentation, false);
        }
    }

    /// Writes what comes after a `-` or `:` that stands in a block with some indentation.
    fn value(&mut self, value: &Tree, outside: usize, is_item: bool) {
        let inside = outside + self.choices.of(&[1, 2, 4]);
        let is_compact = is_item && self.choices.yes();
        match value {
            Tree::List(items) if !items.is_empty() && self.choices.yes() => {
                // A list as a value may have the indentation of its key.
                let inside = if !is_item && self.choices.yes() { outside } else { inside };
                self.begin(is_compact);
                self.list(items, if is_compact { outside + 2 } else { inside }, is_compact);
            }
            Tree::Mapping(entries) if !entries.is_empty() && self.choices.yes() => {
                self.begin(is_compact);
                self.mapping(entries, if is_compact { outside + 2 } else { inside }, is_compact);
            }
            Tree::Null if self.choices.yes() => self.text.push('\n'),
            Tree::Text(value) if is_literal(value) && self.choices.yes() => self.literal(value, outside),
            Tree::Text(value) if is_prose(value) && self.choices.yes() => self.folded(value, inside),
            other => {
                let comment = self.choices.of(&["", " # c: d"]);
                let inline = inline(other, Style::Line, self.choices);
                self.text += &format!(" {inline}{comment}\n");
            }
        }
    }

    fn begin(&mut self, is_compact: bool) {
        self.text.push(if is_compact { ' ' } else { '\n' });
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
        self.text += &format!(" |{indicator}{kept}\n");
        for line in body.split('\n') {
            let indentation = if line.is_empty() { 0 } else { outside + 2 };
            self.text += &format!("{}{line}\n", " ".repeat(indentation));
        }
        let more = (text.len() - body.len()).saturating_sub(1);
        self.text += &"\n".repeat(more);
    }

    /// Writes words on as many lines as it likes.
    fn folded(&mut self, text: &str, inside: usize) {
        let body = text.trim_end_matches('\n');
        let (before, after) = match body.len() == text.len() {
            true => self.choices.of(&[("", ""), ("\"", "\""), (">-\n", "")]),
            false => (">\n", ""),
        };
        self.text += &format!(" {before}");
        let indentation = " ".repeat(inside);
        if before.starts_with('>') {
            self.text += &indentation;
        }
        for character in body.chars() {
            match character {
                ' ' if self.choices.yes() => self.text += &format!("\n{indentation}"),
                '\n' => self.text += &format!("\n\n{indentation}"),
                character => self.text.push(character),
            }
        }
        self.text += &format!("{after}\n");
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
