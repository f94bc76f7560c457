//! The entries of a mapping, of which each key comes once.

use std::{
    collections::{HashMap, HashSet, hash_map},
    ops::Range,
};

use super::node::{Entry, Text};

/// Keys up to this many are compared with each other, which is quicker than to hash them.
const FEW: usize = 16;

/// Which of two entries with one key stays.
pub(super) enum Stays {
    First,
    /// The last one, at the place of the first.
    Last,
}

/// Whether a key comes twice.
pub(super) fn has_duplicates(entries: &[Entry]) -> bool {
    if entries.len() > FEW {
        let mut seen = HashSet::with_capacity(entries.len());
        return !entries.iter().all(|entry| seen.insert(entry.key.value.as_str()));
    }
    let comes_before =
        |(index, entry): (usize, &Entry)| entries[..index].iter().any(|before| before.key.value == entry.key.value);
    entries.iter().enumerate().any(comes_before)
}

/// The entries, each key once: what is written wins over what is merged, of what is merged the first, and of what is
/// written twice the one that `stays` chooses, which is given the keys of the first one and of the one that follows.
pub(super) fn without_duplicates(
    entries: Vec<Entry>,
    merged: &[Range<usize>],
    mut stays: impl FnMut(&Text, &Text) -> Stays,
) -> Vec<Entry> {
    let mut kept: Vec<(Entry, bool)> = Vec::with_capacity(entries.len());
    let mut seen = HashMap::new();
    for (index, entry) in entries.into_iter().enumerate() {
        let is_merged = is_in(index, merged);
        let place = match seen.entry(entry.key.value.clone()) {
            hash_map::Entry::Vacant(vacant) => {
                vacant.insert(kept.len());
                kept.push((entry, is_merged));
                continue;
            }
            hash_map::Entry::Occupied(place) => *place.get(),
        };
        let (before, was_merged) = &kept[place];
        let replaces = !is_merged && (*was_merged || matches!(stays(&before.key, &entry.key), Stays::Last));
        if replaces {
            kept[place] = (entry, false);
        }
    }
    kept.into_iter().map(|(entry, _)| entry).collect()
}

/// Whether an index is in one of the ranges, which come in order.
fn is_in(index: usize, ranges: &[Range<usize>]) -> bool {
    let next = ranges.partition_point(|range| range.end <= index);
    ranges.get(next).is_some_and(|range| range.contains(&index))
}
