//! A tree to YAML, in several layouts; where each thing was written is noted.

use std::ops::Range;

use serde_json::Value;

/// A layout.
#[derive(Clone, Copy, Default)]
pub(super) struct Style {
    /// Whether everything is on one line, in brackets and braces.
    pub(super) is_flow: bool,
    /// Whether texts are in single quotes, not in double ones.
    pub(super) has_single_quotes: bool,
    /// Spaces by which blocks are indented beyond two.
    pub(super) extra_indent: usize,
}

/// What was written.
pub(super) struct Written {
    pub(super) text: String,
    /// Bytes of the text with what is written there: a JSON pointer.
    places: Vec<(Range<usize>, String)>,
}

impl Written {
    /// The innermost thing that holds some bytes.
    pub(super) fn at(&self, bytes: &Range<usize>) -> Option<&str> {
        let holds = |range: &Range<usize>| range.start <= bytes.start && bytes.end <= range.end;
        let found = self.places.iter().filter(|(range, _)| holds(range));
        found.min_by_key(|(range, _)| range.len()).map(|(_, path)| path.as_str())
    }
}

/// Writes a tree.
pub(super) fn write(value: &Value, style: Style) -> Written {
    let mut writer = Writer { written: Written { text: String::new(), places: Vec::new() }, style };
    match value {
        Value::Object(entries) if !style.is_flow && !entries.is_empty() => writer.block(value, "", 0),
        _ => writer.flow(value, ""),
    }
    writer.written.text.push('\n');
    writer.written
}

struct Writer {
    written: Written,
    style: Style,
}

impl Writer {
    fn push(&mut self, text: &str) {
        self.written.text.push_str(text);
    }

    fn note(&mut self, start: usize, path: &str) {
        self.written.places.push((start..self.written.text.len(), path.to_owned()));
    }

    fn text(&mut self, text: &str) {
        let quoted = if self.style.has_single_quotes {
            format!("'{}'", text.replace('\'', "''"))
        } else {
            Value::from(text).to_string()
        };
        self.push(&quoted);
    }

    fn key(&mut self, key: &str, path: &str) {
        let start = self.written.text.len();
        self.text(key);
        self.note(start, path);
        self.push(":");
    }

    fn block(&mut self, value: &Value, path: &str, depth: usize) {
        let start = self.written.text.len();
        for (index, (key, value)) in value.as_object().into_iter().flatten().enumerate() {
            let path = format!("{path}/{key}");
            if index > 0 {
                self.new_line(depth);
            }
            self.key(key, &path);
            match value {
                Value::Object(entries) if !entries.is_empty() => {
                    self.new_line(depth + 1);
                    self.block(value, &path, depth + 1);
                }
                _ => {
                    self.push(" ");
                    self.flow(value, &path);
                }
            }
        }
        self.note(start, path);
    }

    fn new_line(&mut self, depth: usize) {
        self.push("\n");
        let indent = " ".repeat(depth * (2 + self.style.extra_indent));
        self.push(&indent);
    }

    fn flow(&mut self, value: &Value, path: &str) {
        let start = self.written.text.len();
        match value {
            Value::String(text) => self.text(text),
            Value::Array(items) => {
                self.push("[");
                for (index, item) in items.iter().enumerate() {
                    self.push(if index > 0 { ", " } else { "" });
                    self.flow(item, &format!("{path}/{index}"));
                }
                self.push("]");
            }
            Value::Object(entries) => {
                self.push("{");
                for (index, (key, value)) in entries.iter().enumerate() {
                    self.push(if index > 0 { ", " } else { "" });
                    let path = format!("{path}/{key}");
                    self.key(key, &path);
                    self.push(" ");
                    self.flow(value, &path);
                }
                self.push("}");
            }
            other => self.push(&other.to_string()),
        }
        self.note(start, path);
    }
}
