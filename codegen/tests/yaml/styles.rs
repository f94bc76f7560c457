//! The many ways in which a tree can be written in brackets, as JSON or YAML.

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

    pub(crate) fn yes(&mut self) -> bool {
        self.of(&[true, false])
    }
}

/// Where it is written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Style {
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

/// A tree that is written in brackets.
pub(crate) fn inline(tree: &Tree, style: Style, choices: &mut Choices<'_>) -> String {
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
pub(crate) fn text(text: &str, style: Style, choices: &mut Choices<'_>) -> String {
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
    let units =
        || character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<Vec<_>>().concat();
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
pub(crate) fn is_printable(character: char) -> bool {
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
