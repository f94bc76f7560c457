//! Trees to texts in several ways, none of which is the layout, and comments put into them.

use std::collections::BTreeSet;

use clientsmith::yaml::{Node, Value};

/// A way to write a tree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// Whether lists and mappings stand in brackets.
    is_flow: bool,
    quote: char,
    step: usize,
    /// What stands between entries in brackets, and before the lines of blocks.
    gap: &'static str,
}

impl Style {
    pub(crate) const BLOCKS: Self = Self { is_flow: false, quote: '"', step: 2, gap: "" };
    pub(crate) const ALL: [Self; 5] = [
        Self { quote: '\'', step: 5, ..Self::BLOCKS },
        Self { step: 1, gap: "\n\n", ..Self::BLOCKS },
        Self { is_flow: true, ..Self::BLOCKS },
        Self { is_flow: true, gap: "   ", ..Self::BLOCKS },
        Self { is_flow: true, gap: "\n ", ..Self::BLOCKS },
    ];
}

/// The text of a tree.
pub(crate) fn write(node: &Node, style: Style) -> String {
    let mut text = String::new();
    match &node.value {
        Value::Mapping(entries) if !style.is_flow && !entries.is_empty() => block(node, 0, style, &mut text),
        Value::List(items) if !style.is_flow && !items.is_empty() => block(node, 0, style, &mut text),
        _ => flow(node, style, &mut text),
    }
    text.push('\n');
    text
}

/// In brackets over many lines, each with comments.
pub(crate) fn flow_with_comments(node: &Node) -> String {
    let mut count = 0;
    let mut text = String::new();
    // Quotes keep each sign of the marker out of texts.
    for piece in write(node, Style { gap: "\u{1}\n ", ..Style::ALL[3] }).split_inclusive('\u{1}') {
        count += 1;
        match piece.strip_suffix('\u{1}') {
            Some(piece) => text.extend([piece, &format!(" # beside {count}\n  # below {count}")]),
            None => text.push_str(piece),
        }
    }
    text
}

/// A comment before each line that is not one of a text, and one behind it.
pub(crate) fn commented(text: &str) -> String {
    let mut commented = String::new();
    let mut inside = None;
    for (index, line) in text.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        if inside.is_some_and(|around| line.is_empty() || indent > around) {
            commented.extend([line, "\n"]);
            continue;
        }
        let begins = [" |", " |-", " >", " >-"].iter().any(|sign| line.ends_with(sign));
        inside = begins.then_some(indent);
        if line.trim().is_empty() {
            commented.push('\n');
        } else {
            commented.extend([&" ".repeat(indent), "# before ", &index.to_string(), "\n"]);
            commented.extend([line, " # beside ", &index.to_string(), "\n"]);
        }
    }
    commented
}

/// The comments that were put into a text, by their numbers, in order.
pub(crate) fn marks(text: &str) -> BTreeSet<String> {
    let words = ["# before ", "# beside ", "# below "];
    let found = words.into_iter().flat_map(|word| text.split(word).skip(1).map(move |rest| (word, rest)));
    found.map(|(word, rest)| format!("{word}{}", rest.lines().next().unwrap_or_default())).collect()
}

/// The comments of a text in which these signs begin nothing else, sorted, since one may move in front of what it is beside.
pub(crate) fn comments(text: &str) -> Vec<String> {
    let mut comments = Vec::new();
    let mut inside = None;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        if inside.is_some_and(|around| line.trim().is_empty() || indent > around) {
            continue;
        }
        inside = None;
        let start = if line.trim_start().starts_with('#') { Some(indent) } else { outside_quotes(line) };
        let (content, comment) = line.split_at(start.unwrap_or(line.len()));
        if !comment.is_empty() {
            comments.push(comment.trim_end().to_owned());
        }
        if [" |", " |-", " >", " >-"].iter().any(|sign| content.trim_end().ends_with(sign)) {
            inside = Some(indent);
        }
    }
    comments.sort();
    comments
}

/// Where a comment begins behind something.
fn outside_quotes(line: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = ' ';
    let mut characters = line.char_indices();
    while let Some((at, character)) = characters.next() {
        match (quote, character) {
            (None, '#') if before == ' ' => return Some(at),
            (None, '"' | '\'') if matches!(before, ' ' | '{' | '[' | '-') => quote = Some(character),
            (Some('"'), '\\') => {
                characters.next();
            }
            (Some(open), _) if character == open => quote = None,
            _ => {}
        }
        before = character;
    }
    None
}

fn block(node: &Node, indent: usize, style: Style, text: &mut String) {
    let mut is_first = true;
    let mut begin = |text: &mut String| {
        if !std::mem::take(&mut is_first) {
            text.push('\n');
            text.push_str(style.gap.trim_start_matches(' '));
            text.push_str(&" ".repeat(indent));
        }
    };
    match &node.value {
        Value::Mapping(entries) => entries.iter().for_each(|entry| {
            begin(text);
            scalar(&entry.key.value, style, text);
            text.push(':');
            below(&entry.value, indent + style.step, style, text);
        }),
        Value::List(items) => items.iter().for_each(|item| {
            begin(text);
            text.push('-');
            below(item, indent + style.step, style, text);
        }),
        _ => {}
    }
}

/// What stands behind a key or the sign of an item.
fn below(node: &Node, indent: usize, style: Style, text: &mut String) {
    let is_filled = match &node.value {
        Value::Mapping(entries) => !entries.is_empty(),
        Value::List(items) => !items.is_empty(),
        _ => false,
    };
    if is_filled {
        text.push('\n');
        text.push_str(&" ".repeat(indent));
        block(node, indent, style, text);
    } else {
        text.push(' ');
        flow(node, style, text);
    }
}

fn flow(node: &Node, style: Style, text: &mut String) {
    match &node.value {
        Value::Null | Value::Faulty => text.push_str(""),
        Value::Boolean(value) => text.push_str(&value.to_string()),
        Value::Number(number) => text.push_str(number.as_str()),
        Value::Text(value) => scalar(value, style, text),
        Value::List(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index > 0 { "," } else { "" });
                text.push_str(style.gap);
                match item.value {
                    Value::Null => text.push_str("null"),
                    _ => flow(item, style, text),
                }
            }
            text.push_str(style.gap);
            text.push(']');
        }
        Value::Mapping(entries) => {
            text.push('{');
            for (index, entry) in entries.iter().enumerate() {
                text.push_str(if index > 0 { "," } else { "" });
                text.push_str(style.gap);
                scalar(&entry.key.value, style, text);
                text.push_str(": ");
                flow(&entry.value, style, text);
            }
            text.push_str(style.gap);
            text.push('}');
        }
    }
}

fn scalar(value: &str, style: Style, text: &mut String) {
    if style.quote == '\'' && value.chars().all(|character| !character.is_control()) {
        text.extend(["'", &value.replace('\'', "''"), "'"]);
    } else {
        text.push_str(&serde_json::Value::from(value).to_string());
    }
}
