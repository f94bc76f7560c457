//! Lays out what is to be written: on a line what fits, on lines of its own the rest.

use super::out::{Entry, Key, Out, Shape};
use super::spelling;

/// What is longer than this is laid out on lines of its own.
const WIDTH: usize = 140;
/// By so much is what stands in something else indented.
const STEP: usize = 2;
/// YAML takes no longer key without a sign in front of it.
const LONGEST_KEY: usize = 1_000;

/// The text of a file.
pub(super) fn file(entries: &[Entry]) -> String {
    let mut text = String::new();
    block(entries, 0, &mut text);
    text
}

/// Entries on lines of their own.
fn block(entries: &[Entry], indent: usize, text: &mut String) {
    let mut follows_apart = false;
    for (index, entry) in entries.iter().enumerate() {
        let start = text.len();
        let margin = " ".repeat(indent);
        let key = key(&entry.key, false);
        let head =
            if key.len() > LONGEST_KEY { format!("{margin}? {key}\n{margin}:") } else { format!("{margin}{key}:") };
        text.push_str(&head);
        value(&entry.value, width_of(&head), indent + STEP, text);
        let is_section = indent == 0 && text[start..].trim_end().contains('\n');
        let is_apart = is_section || matches!(entry.value, Out::Mapping(_, Shape::Apart));
        if index > 0 && (is_apart || follows_apart) {
            text.insert(start, '\n');
        }
        follows_apart = is_apart;
    }
}

/// The characters of the last line.
fn width_of(text: &str) -> usize {
    text.lines().next_back().map_or(0, |line| line.chars().count())
}

/// A value behind what stands on its line already.
fn value(value: &Out, column: usize, indent: usize, text: &mut String) {
    if let Some(line) = line(value, false)
        && (column + 1 + line.chars().count() <= WIDTH || is_scalar(value))
    {
        text.extend([" ", &line, "\n"]);
        return;
    }
    match value {
        Out::Prose(prose) => {
            text.push_str(" |\n");
            for line in prose.split('\n') {
                let margin = if line.is_empty() { 0 } else { indent };
                text.extend([&" ".repeat(margin), line, "\n"]);
            }
        }
        Out::Mapping(entries, _) => {
            text.push('\n');
            block(entries, indent, text);
        }
        Out::List(items) => {
            text.push('\n');
            for item in items {
                self::item(item, indent, text);
            }
        }
        Out::Bare(_) | Out::Text(_) => {}
    }
}

/// An item of a list on lines of its own.
fn item(item: &Out, indent: usize, text: &mut String) {
    let margin = " ".repeat(indent);
    match item {
        Out::Mapping(entries, _) if line(item, false).is_none_or(|line| indent + STEP + line.len() > WIDTH) => {
            let mut inside = String::new();
            block(entries, indent + STEP, &mut inside);
            // The first entry stands behind the hyphen.
            text.extend([&margin, "- ", inside.trim_start()]);
        }
        item => {
            text.extend([&margin, "-"]);
            value(item, indent + 1, indent + STEP, text);
        }
    }
}

fn is_scalar(value: &Out) -> bool {
    matches!(value, Out::Bare(_) | Out::Text(_) | Out::Prose(_))
}

/// A value on a line, if it can stand on one.
fn line(value: &Out, in_flow: bool) -> Option<String> {
    match value {
        Out::Bare(spelt) => Some(spelt.clone()),
        Out::Text(text) => Some(spelling::text(text, in_flow)),
        Out::Prose(prose) if spelling::is_block(prose) => None,
        Out::Prose(prose) => Some(spelling::text(prose, in_flow)),
        Out::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(|item| line(item, true)).collect();
            Some(format!("[{}]", items?.join(", ")))
        }
        Out::Mapping(entries, shape) if *shape == Shape::Line || entries.is_empty() => {
            let entries: Option<Vec<String>> = entries.iter().map(entry).collect();
            Some(format!("{{{}}}", entries?.join(", ")))
        }
        Out::Mapping(..) => None,
    }
}

fn entry(Entry { key, value }: &Entry) -> Option<String> {
    let key = self::key(key, true);
    let value = line(value, true)?;
    (key.len() <= LONGEST_KEY).then(|| format!("{key}: {value}"))
}

fn key(key: &Key, in_flow: bool) -> String {
    match key {
        Key::Name(name) => spelling::text(name, in_flow),
        Key::Bare(spelt) => spelt.clone(),
    }
}
