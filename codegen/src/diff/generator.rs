//! Finds what another version of the tool wrote otherwise: that is no change of the description, and said apart.

use std::collections::HashMap;

use super::lines::Changed;
use super::report::{LineChange, Source};
use super::version::Version;

/// Lines that the old description gives with this version of the tool, but that another one wrote otherwise.
pub(super) fn changes(old: &Version<'_>, new: &Version<'_>, lines: &[Changed<'_>]) -> Vec<LineChange> {
    let Some(listing) = &old.listing else { return Vec::new() };
    let mut surplus: HashMap<&str, isize> = HashMap::new();
    new.surface.iter().for_each(|line| *surplus.entry(&line.text).or_default() += 1);
    let is_legend = |line: &&str| line.is_empty() || line.starts_with('#');
    listing.lines().filter(|line| !is_legend(line)).for_each(|line| *surplus.entry(line).or_default() -= 1);
    for line in lines {
        line.old.iter().for_each(|line| *surplus.entry(&line.text).or_default() += 1);
        line.new.iter().for_each(|line| *surplus.entry(&line.text).or_default() -= 1);
    }
    let mut changes: Vec<LineChange> = Vec::new();
    for (line, count) in surplus {
        let text = Some(line.to_owned());
        let change = match count {
            ..0 => LineChange { before: text, after: None },
            _ => LineChange { before: None, after: text },
        };
        changes.extend((0..count.unsigned_abs()).map(|_| change.clone()));
    }
    changes.sort();
    changes
}

/// What changed lines do to callers' sources, by themselves: what they wrote is gone, or there is more to write. What an
/// item is on the wire stands behind `//` and does nothing to them.
#[must_use]
pub fn lines_source(changes: &[LineChange]) -> Source {
    let mut items: HashMap<&str, isize> = HashMap::new();
    for LineChange { before, after } in changes {
        *items.entry(before.as_deref().map_or("", item)).or_default() -= 1;
        *items.entry(after.as_deref().map_or("", item)).or_default() += 1;
    }
    items.remove("");
    let worst = items.into_values().map(|count| match count {
        ..0 => Source::Major,
        0 => Source::Patch,
        1.. => Source::Minor,
    });
    worst.max().unwrap_or_default()
}

fn item(line: &str) -> &str {
    line.split_once(" // ").map_or(line, |(item, _)| item)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_callers_write_breaks_them() {
        for (before, after, expected) in [
            (None, Some("pub struct a::B"), Source::Minor),
            (Some("pub struct a::B"), None, Source::Major),
            (Some("pub a::B::c: i64 // \"c\""), Some("pub a::B::c: i64 // \"d\""), Source::Patch),
            (Some("pub a::B::c: i64 // \"c\""), Some("pub a::B::c: bool // \"c\""), Source::Major),
        ] {
            let line = |text: Option<&str>| text.map(str::to_owned);
            assert_eq!(
                lines_source(&[LineChange { before: line(before), after: line(after) }]),
                expected,
                "{before:?}"
            );
        }
    }
}
