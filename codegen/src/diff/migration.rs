//! What callers write before and after a change, as code.

use super::lines::Changed;
use super::report::Migration;
use super::rules::Rule;

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
pub(super) fn migration(rule: Rule, lines: &[&Changed<'_>], old: &str, new: &str) -> Option<Migration> {
    let mut migration = candidates(lines).find_map(|line| {
        let (before, after) = line.usages();
        let before = short(&before?.code, old);
        let after = match (line.old, line.instead) {
            (Some(old), Some(present)) => Some(respelled(&before, old.name(), present)),
            _ => after.map(|usage| short(&usage.code, new)),
        };
        (Some(&before) != after.as_ref()).then_some(Migration { before, after })
    })?;
    if migration.after.is_none() && matches!(rule, Rule::UnionAdded | Rule::UnionRemoved) {
        // Members are gone for what holds them now.
        let come = lines.iter().filter(|line| line.old.is_none()).filter_map(|line| line.usages().1);
        migration.after = come.filter(|usage| usage.given.is_some()).map(|usage| short(&usage.code, new)).next();
    }
    Some(migration)
}

/// Lines by what their migration says: those that say most come first.
fn candidates<'l, 'c>(lines: &'l [&'c Changed<'c>]) -> impl Iterator<Item = &'l &'c Changed<'c>> {
    // A copy stands for types of which nothing else can be written, so others say more.
    let is_copy = |line: &&&Changed<'_>| line.usages().0.is_some_and(|usage| usage.code.starts_with("let copy: "));
    let [former, turned, calls] = [
        lines.iter().filter(|line| line.instead.is_some()).collect::<Vec<_>>(),
        // Where an argument became a setter, or a setter an argument, the call says only one of the two.
        lines.iter().filter(|line| line.is_turned()).collect(),
        lines.iter().filter(|line| line.is_call()).collect(),
    ];
    let others = lines.iter().filter(move |line| !is_copy(line)).chain(lines);
    former.into_iter().chain(turned).chain(calls).chain(others)
}
