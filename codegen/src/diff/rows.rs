//! Turns what was found into the rows of a report.

use super::change::Change;
use super::lines::Changed;
use super::report::{Migration, Place, Row, Source};
use super::version::Version;
use crate::diag::Span;

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
    version.api.package.crate_name()
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

/// What callers write before and after: a whole call where one changed, which says more than its parts.
fn migration(lines: &[&Changed<'_>], krates: &(String, String)) -> Option<Migration> {
    // A copy stands for types of which nothing else can be written, so others say more.
    let is_copy = |line: &&&Changed<'_>| line.usages().0.is_some_and(|usage| usage.code.starts_with("let copy: "));
    let calls = lines.iter().filter(|line| line.is_call());
    // Where an argument became a setter, or a setter an argument, the call says only one of the two.
    let turned = lines.iter().filter(|line| line.is_turned());
    let mut candidates = turned.chain(calls).chain(lines.iter().filter(|line| !is_copy(line))).chain(lines.iter());
    candidates.find_map(|line| {
        let (before, after) = line.usages();
        let (before, after) = (short(&before?.code, &krates.0), after.map(|usage| short(&usage.code, &krates.1)));
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
