//! Turns what was found into the rows of a report.

use super::Version;
use super::change::Change;
use super::lines::Changed;
use super::report::{Migration, Place, Row, Source};
use crate::diag::Span;
use crate::surface::SurfaceLine;

/// Makes the row of a change, given the lines of `api.txt` that it explains.
pub(super) fn row(change: Change, lines: &[&Changed<'_>], old: &Version<'_>, new: &Version<'_>) -> Row {
    let Change { rule, effect, subject, sentence, before, after, judgement, advice, .. } = change;
    let place = match (&subject.new, &subject.old) {
        (Some(site), _) => place(&site.place, new, false),
        (None, site) => place(site.as_ref().map_or(&Span::START, |site| &site.place), old, true),
    };
    let verdict = judgement.verdict();
    Row {
        rule: rule.name(),
        effect,
        resource: subject.resource,
        item: subject.path,
        sentence,
        before,
        after,
        verdict,
        source_reason: judgement.source_reason,
        wire_reason: judgement.wire_reason,
        place,
        used_by: subject.users,
        lines: lines.iter().map(|line| line.change()).collect(),
        migration: if verdict.source == Source::Major { migration(lines, &(krate(old), krate(new))) } else { None },
        advice,
        accepted: None,
    }
}

/// The name by which callers speak of the crate.
fn krate(version: &Version<'_>) -> String {
    version.api.package.name.replace('-', "_")
}

/// Code without the name of the crate, as behind a `use` of its modules: it is the same everywhere, and hides what differs.
/// Of several ways to write one thing, it shows the first.
fn short(code: &str, krate: &str) -> String {
    let is_statement = |line: &str| line.ends_with(';');
    let code = code.lines().next().filter(|_| code.lines().all(is_statement)).unwrap_or(code);
    let root = format!("{krate}::");
    let mut short = String::new();
    for (index, piece) in code.split(&root).enumerate() {
        let is_end_of_name = short.ends_with(|last: char| last.is_alphanumeric() || last == '_' || last == ':');
        if index > 0 && is_end_of_name {
            short.push_str(&root);
        }
        short.push_str(piece);
    }
    short
}

/// Code in which a name is another one.
fn respelled(code: &str, old: &str, new: &str) -> String {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    let mut pieces = code.split(old);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let is_whole = !text.ends_with(is_part) && !piece.starts_with(is_part);
        text.push_str(if is_whole { new } else { old });
        text.push_str(piece);
    }
    text
}

/// What callers write before and after: a whole call where one changed, which says more than its parts.
fn migration(lines: &[&Changed<'_>], krates: &(String, String)) -> Option<Migration> {
    let is_call = |line: &&&Changed<'_>| line.old.is_some_and(|line| line.text.starts_with("pub fn "));
    // A copy stands for types of which nothing else can be written, so others say more.
    let is_copy = |line: &&&Changed<'_>| line.usages().0.is_some_and(|usage| usage.code.starts_with("let copy: "));
    let calls = lines.iter().filter(is_call);
    // Where an argument became a setter, or a setter an argument, the call says only one of the two.
    let is_argument = |line: Option<&SurfaceLine>| line.map(|line| line.text.contains(", required"));
    let is_setter = |line: &&&Changed<'_>| match (is_argument(line.old), is_argument(line.new)) {
        (Some(was), Some(is)) => was != is,
        _ => false,
    };
    let setters = lines.iter().filter(is_setter);
    let former = lines.iter().filter(|line| line.instead.is_some());
    let others = lines.iter().filter(|line| !is_copy(line)).chain(lines.iter());
    let mut candidates = former.chain(setters).chain(calls).chain(others);
    candidates.find_map(|line| {
        let (before, after) = line.usages();
        let before = short(&before?.code, &krates.0);
        let after = match (line.old, line.instead) {
            (Some(old), Some(present)) => Some(respelled(&before, old.name(), present)),
            _ => after.map(|usage| short(&usage.code, &krates.1)),
        };
        (Some(&before) != after.as_ref()).then_some(Migration { before, after })
    })
}

/// The path of a file; that of one in a commit is without the commit, which the label names.
fn path(path: &str, version: &Version<'_>) -> String {
    let of_commit = path.split_once(':').filter(|_| version.label.ends_with(')'));
    of_commit.map_or(path, |(_, path)| path).to_owned()
}

/// The line and character of a place.
fn place(span: &Span, version: &Version<'_>, is_old: bool) -> Place {
    let sources = version.sources;
    let Some(source) = sources.files.get(span.file) else {
        return Place { is_old, path: String::new(), line: 1, column: 1 };
    };
    let before = source.text.get(..span.bytes.start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    Place {
        is_old,
        path: path(&source.path, version),
        line: before.matches('\n').count() + 1,
        column: line.chars().count() + 1,
    }
}
