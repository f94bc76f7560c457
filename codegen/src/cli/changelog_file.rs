//! Puts an entry into a file in Keep a Changelog form, and leaves all else in it as it is.

use std::ops::Range;

/// A changelog without entries.
pub(super) const EMPTY: &str = "# Changelog\n";

/// The entry of what is not released yet.
const UNRELEASED: &str = "Unreleased";

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Inserted {
    /// The file with the entry.
    New(String),
    /// The file has it already.
    Already,
    /// The file has an entry for this version that says something else.
    Differs(String),
}

/// A line, with where it begins.
struct Line<'a> {
    start: usize,
    text: &'a str,
}

/// Puts an entry where it belongs: under its own heading, if that stands there with nothing below it; or else above the
/// last release, below everything under `## [Unreleased]`. An entry is the same on any day.
pub(super) fn insert(text: &str, entry: &str) -> Inserted {
    let headings = headings(text);
    let version = version(entry);
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let entry = entry.trim().replace('\n', line_end);
    if let Some(index) = headings.iter().position(|heading| self::version(heading.text) == version) {
        let end = headings.get(index + 1).map_or(text.len(), |next| next.start);
        let section = &text[headings[index].start..end];
        return match body(section) {
            empty if empty.is_empty() => Inserted::New(replace(text, headings[index].start..end, &entry, line_end)),
            same if same == body(&entry) => Inserted::Already,
            _ => Inserted::Differs(version.to_owned()),
        };
    }
    let is_below = |heading: &&Line| version == UNRELEASED || self::version(heading.text) != UNRELEASED;
    let at = headings.iter().find(is_below).map_or(text.len(), |heading| heading.start);
    Inserted::New(replace(text, at..at, &entry, line_end))
}

/// The text with an entry in place of some bytes, and an empty line on each side of it.
fn replace(text: &str, bytes: Range<usize>, entry: &str, line_end: &str) -> String {
    let (before, after) = (text[..bytes.start].trim_end(), &text[bytes.end..]);
    let gap = if after.is_empty() { "" } else { line_end };
    format!("{before}{line_end}{line_end}{entry}{line_end}{gap}{after}")
}

/// Where each entry begins: its heading, or the list of links that ends the file. Code in fences is none of it.
fn headings(text: &str) -> Vec<Line<'_>> {
    let (mut headings, mut start, mut is_code) = (Vec::new(), 0, false);
    for text in text.split_inclusive('\n') {
        is_code ^= is_fence(text);
        let is_link = text.starts_with('[') && text.contains("]: ");
        if !is_code && (text.starts_with("## ") || is_link) {
            headings.push(Line { start, text });
        }
        start += text.len();
    }
    headings
}

/// Whether a line begins or ends a block of code. Behind the back-ticks of one that does, no others follow.
fn is_fence(line: &str) -> bool {
    line.strip_prefix("```").is_some_and(|info| !info.trim_start_matches('`').contains('`'))
}

/// `1.2.0` of `## [1.2.0] - 2026-01-01`; empty for what is no heading.
fn version(line: &str) -> &str {
    let rest = line.trim_start().strip_prefix("## ").unwrap_or_default().trim_start_matches('[');
    rest.split([']', ' ', '\r', '\n']).next().unwrap_or_default()
}

/// The lines of an entry below its heading, without those that say nothing.
fn body(entry: &str) -> Vec<&str> {
    entry.lines().skip(1).map(str::trim_end).filter(|line| !line.is_empty()).collect()
}
