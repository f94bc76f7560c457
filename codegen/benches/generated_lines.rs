//! How much generated code changes for each single edit of a description: lines, hunks and files, by kind of edit
//! (aims: a median of 3 changed lines for a value or error code that is added and 6 for a field, in at most 3 files
//! beside `api.txt` and the manifest). Run with `cargo bench -p clientsmith --bench generated_lines`.

#[allow(dead_code, reason = "what the edits mean is for tests")]
#[path = "../tests/edits/generator/mod.rs"]
mod generator;

use std::collections::{BTreeMap, BTreeSet};

use clientsmith::output::Files;
use generator::{Edit, Made, Operation};
use similar::{ChangeTag, TextDiff};

/// Files that list what changed elsewhere.
const LISTS: [&str; 2] = ["api.txt", "Cargo.toml"];
/// So many of the largest changes are shown.
const WORST: usize = 15;

/// What an edit changes in the generated crate.
#[derive(Clone, Copy, Default)]
struct Size {
    /// Lines that are gone, and lines that are new; one that became another counts once.
    lines: usize,
    hunks: usize,
    files: usize,
}

fn main() {
    let bases = generator::BASES.map(|name| clientsmith::emit::emit(&generator::made(&generator::base(name)).krate));
    let edits = generator::all(|edit, Made { krate, .. }| size(&bases[edit.base], &clientsmith::emit::emit(krate)));
    let mut kinds: BTreeMap<(Operation, &str), Vec<(&Edit, Size)>> = BTreeMap::new();
    for (edit, size) in &edits.list {
        kinds.entry((edit.operation, edit.subject)).or_default().push((edit, *size));
    }
    println!("{:<28} {:>5} {:>6} {:>6} {:>6}", "median of", "edits", "lines", "hunks", "files");
    for ((operation, subject), sizes) in &kinds {
        let median = |of: fn(&Size) -> usize| median(sizes.iter().map(|(_, size)| of(size)));
        let (lines, hunks, files) = (median(|size| size.lines), median(|size| size.hunks), median(|size| size.files));
        let kind = format!("{operation:?} {subject}").to_lowercase();
        println!("{kind:<28} {:>5} {lines:>6} {hunks:>6} {files:>6}", sizes.len());
    }
    let mut worst: Vec<_> = edits.list.iter().collect();
    worst.sort_by_key(|(_, size)| std::cmp::Reverse(size.lines));
    println!("\nlargest:");
    for (edit, Size { lines, hunks, files }) in worst.into_iter().take(WORST) {
        println!("{lines} lines, {hunks} hunks, {files} files: {}", edit.name);
    }
}

fn median(numbers: impl Iterator<Item = usize>) -> usize {
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    numbers[numbers.len() / 2]
}

fn size(old: &Files, new: &Files) -> Size {
    let [old, new] = [old, new].map(|files| files.iter().collect::<BTreeMap<_, _>>());
    let mut size = Size::default();
    let paths: BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
    for path in paths {
        let [before, after] = [&old, &new].map(|files| files.get(path).copied().unwrap_or_default());
        if before != after {
            let diff = TextDiff::from_lines(before, after);
            let count = |tag| diff.iter_all_changes().filter(|change| change.tag() == tag).count();
            size.lines += count(ChangeTag::Insert).max(count(ChangeTag::Delete));
            size.hunks += diff.unified_diff().context_radius(0).iter_hunks().count();
            size.files += usize::from(!LISTS.contains(&path));
        }
    }
    size
}
