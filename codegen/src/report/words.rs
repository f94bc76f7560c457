//! Words and small pieces that all forms share, free of what could command a terminal or hide from a reader.

use similar::{ChangeTag, TextDiff};

use crate::diag::visible;
use crate::diff::{LineChange, Migration, Place, Report, Revision, Row, Source, Verdict, Wire};

/// A sentence or value longer than this is cut; the file that it comes from shows all of it.
const LONGEST_TEXT: usize = 600;
/// Code with more lines than this is cut.
const MOST_LINES: usize = 60;
/// Endpoints that are named; the others are counted.
const MOST_USERS: usize = 8;

/// A part of a sentence.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words, which mean nothing to Markdown.
    Text(String),
    /// What stood between back-ticks.
    Code(String),
}

/// A line of a difference.
pub(super) struct DiffLine {
    /// `-` if it is gone, `+` if it is new, and a space if it stays.
    pub(super) sign: char,
    /// The line, without its end.
    pub(super) text: String,
}

/// The parts of a sentence, on one line. Back-ticks without their like are words.
pub(super) fn pieces(sentence: &str) -> Vec<Piece> {
    let sentence = one_line(sentence);
    let (mut pieces, mut words, mut rest) = (Vec::new(), String::new(), sentence.as_str());
    while let Some(start) = rest.find('`') {
        let ticks = rest[start..].len() - rest[start..].trim_start_matches('`').len();
        let inside = &rest[start + ticks..];
        words += &rest[..start];
        let Some(end) = closing(inside, ticks) else {
            words += &rest[start..start + ticks];
            rest = inside;
            continue;
        };
        if !words.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut words)));
        }
        pieces.push(Piece::Code(inside[..end].trim().to_owned()));
        rest = &inside[end + ticks..];
    }
    words += rest;
    if !words.is_empty() {
        pieces.push(Piece::Text(words));
    }
    pieces
}

/// Where a run of just so many back-ticks begins.
fn closing(text: &str, ticks: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let run = text[start..].len() - text[start..].trim_start_matches('`').len();
        if run == ticks {
            return Some(start);
        }
        at = start + run;
    }
    None
}

/// A text on one line, of a length that can be read, and with everything in it visible.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    visible(&clip(&words.join(" ")))
}

fn clip(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The same sentence with a full stop, if it ends in no sign of its own.
pub(super) fn full_stop(sentence: &str) -> String {
    let sentence = one_line(sentence);
    if sentence.ends_with(['.', '!', '?', '…', ':']) { sentence } else { sentence + "." }
}

/// `1 change`, `2 changes`.
pub(super) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// What a change does to a caller's source, in a word.
pub(super) fn source_tag(verdict: Verdict) -> &'static str {
    match verdict.source {
        Source::Patch => "patch",
        Source::Minor => "minor",
        Source::Major => "major",
    }
}

/// What a change does to programs that were built before; nothing if they work as they did.
pub(super) fn wire_tag(verdict: Verdict) -> Option<&'static str> {
    match verdict.wire {
        Wire::Ok => None,
        Wire::Degraded => Some("degrades old programs"),
        Wire::Breaks => Some("breaks old programs"),
    }
}

/// `spec/books.yaml:12:5`.
pub(super) fn place(place: &Place) -> String {
    format!("{}:{}:{}", one_line(&place.path), place.line, place.column)
}

/// The name of the old description, if a place is in it and no longer in the new one.
pub(super) fn old_label(place: &Place, report: &Report) -> Option<String> {
    // The label of a document alone is its path, which was said.
    (place.is_old && report.old.label != place.path).then(|| one_line(&report.old.label))
}

/// The endpoints through which callers meet a change, as a part of a sentence: short where they are of its own resource.
/// Nothing where the sentence about the change names them all.
pub(super) fn users(row: &Row) -> Option<String> {
    let own = row.resource.as_ref().map(|resource| format!("{resource}."));
    let is_named = |user: &String| {
        let name = user.rsplit('.').next().unwrap_or(user);
        row.sentence.contains(&format!("`{name}`")) || row.sentence.contains(&format!("`{name}."))
    };
    if row.used_by.iter().all(is_named) {
        return None;
    }
    let short = |user: &String| {
        let name = own.as_ref().and_then(|own| user.strip_prefix(own)).unwrap_or(user);
        format!("`{}`", one_line(name).replace('`', "'"))
    };
    let names: Vec<String> = row.used_by.iter().take(MOST_USERS).map(short).collect();
    let more = row.used_by.len() - names.len();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!names.is_empty()).then(|| names.join(", ") + &more)
}

/// All that is said of a change, in sentences, for those who show no more than a text.
pub(super) fn message(row: &Row, report: &Report) -> String {
    let old = old_label(&row.place, report).map(|label| format!("It was at {} in {label}.", place(&row.place)));
    let sentences = [
        Some(full_stop(&row.sentence)),
        row.source_reason.as_deref().map(full_stop),
        row.wire_reason.as_deref().map(full_stop),
        users(row).map(|users| format!("Used by {users}.")),
        row.advice.as_deref().map(full_stop),
        old,
        row.accepted.as_deref().map(|reason| format!("Accepted: {}", full_stop(reason))),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// `main (3f2a91c), API 2025-08-27.preview`.
pub(super) fn revision(revision: &Revision) -> String {
    format!("{}, API {}", one_line(&revision.label), one_line(&revision.api_version))
}

/// The caller's code before and after as a difference.
pub(super) fn migration_lines(migration: &Migration) -> Vec<DiffLine> {
    let (before, after) = (code_lines(&migration.before), migration.after.as_deref().map(code_lines));
    let after = after.unwrap_or_default();
    let difference = TextDiff::from_slices(&borrowed(&before), &borrowed(&after));
    let line = |change: similar::Change<&str>| {
        let sign = match change.tag() {
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
            ChangeTag::Equal => ' ',
        };
        DiffLine { sign, text: change.value().to_owned() }
    };
    difference.iter_all_changes().map(line).collect()
}

fn borrowed(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).collect()
}

/// Code, line by line.
pub(super) fn code_lines(code: &str) -> Vec<String> {
    let mut lines: Vec<String> = code.lines().take(MOST_LINES).map(code_line).collect();
    if code.lines().nth(MOST_LINES).is_some() {
        lines.push("// …".to_owned());
    }
    lines
}

fn code_line(line: &str) -> String {
    visible(&clip(&line.replace('\t', "    ")))
}

/// Changed lines of `api.txt` as a difference.
pub(super) fn listing_lines<'a>(lines: impl IntoIterator<Item = &'a LineChange>) -> Vec<DiffLine> {
    let sides = |line: &'a LineChange| [('-', line.before.as_deref()), ('+', line.after.as_deref())];
    let shown = |(sign, text): (char, Option<&str>)| text.map(|text| DiffLine { sign, text: code_line(text) });
    lines.into_iter().flat_map(sides).filter_map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    fn code(text: &str) -> Piece {
        Piece::Code(text.to_owned())
    }

    #[test]
    fn sentences_are_words_and_code() {
        assert_eq!(pieces("`Commit` can fail"), [code("Commit"), text(" can fail")]);
        assert_eq!(pieces("a `` b`c `` d"), [text("a "), code("b`c"), text(" d")]);
        assert_eq!(pieces("a ` b"), [text("a ` b")]);
        assert_eq!(pieces("a `` b ` c"), [text("a `` b ` c")]);
        assert_eq!(pieces("a ```` b"), [text("a ```` b")]);
        assert_eq!(pieces("two\nlines \u{1B}[31m"), [text("two lines \\u{1b}[31m")]);
        assert_eq!(pieces(""), []);
    }
}
