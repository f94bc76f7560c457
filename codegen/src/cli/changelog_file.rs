//! Puts an entry into a file in Keep a Changelog form, and leaves all else in it as it is.

/// A changelog without entries.
pub(super) const EMPTY: &str = "# Changelog\n";

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

/// Puts an entry above that of the last release: below everything under `## [Unreleased]`, or else below what stands before
/// the first entry. An entry is the same on any day.
pub(super) fn insert(text: &str, entry: &str) -> Inserted {
    let entry = entry.trim();
    let headings = headings(text);
    let version = version(entry);
    let end_of = |index: usize| headings.get(index + 1).map_or(text.len(), |next| next.start);
    if let Some(index) = headings.iter().position(|heading| version.is_some() && self::version(heading.text) == version)
    {
        let is_same = body(&text[headings[index].start..end_of(index)]) == body(entry);
        return if is_same { Inserted::Already } else { Inserted::Differs(version.unwrap_or_default().to_owned()) };
    }
    let is_release = |heading: &&Line| self::version(heading.text) != Some("Unreleased");
    let at = headings.iter().find(is_release).map_or(text.len(), |heading| heading.start);
    let (before, after) = text.split_at(at);
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let entry = entry.replace('\n', line_end);
    let gap = if after.is_empty() { "" } else { line_end };
    Inserted::New(format!("{}{line_end}{line_end}{entry}{line_end}{gap}{after}", before.trim_end()))
}

/// Where each entry begins: its heading, or the list of links that ends the file. Code in fences is none of it.
fn headings(text: &str) -> Vec<Line<'_>> {
    let (mut headings, mut start, mut is_code) = (Vec::new(), 0, false);
    for text in text.split_inclusive('\n') {
        is_code ^= text.starts_with("```");
        let is_link = text.starts_with('[') && text.contains("]: ");
        if !is_code && (text.starts_with("## ") || is_link) {
            headings.push(Line { start, text });
        }
        start += text.len();
    }
    headings
}

/// `1.2.0` of `## [1.2.0] - 2026-01-01`; nothing for what is no heading.
fn version(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("## ")?.trim_start_matches('[');
    rest.split([']', ' ', '\r', '\n']).next()
}

/// The lines of an entry below its heading, without those that say nothing.
fn body(entry: &str) -> Vec<&str> {
    entry.lines().skip(1).map(str::trim_end).filter(|line| !line.is_empty()).collect()
}
