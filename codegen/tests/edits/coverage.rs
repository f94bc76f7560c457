//! The edits leave nothing out: each key of each kind of mapping has one, and each name is that of one edit.

use std::collections::BTreeSet;

use clientsmith::spec::schema::mappings;

use crate::{EDITS, hold};

/// Keys that can be edited in no way, and why.
const FIXED: &[(&str, &str, &str)] = &[
    ("api file", "repeats", "it lets calls be there of which the description has none"),
    ("package", "out", "nobody sees in the crate where it lies"),
    ("package", "without_tests", "nobody but the crate's own tests sees it"),
    ("parameter", "wire_name", "the case `wire_names` of tests/diff changes it"),
];

#[test]
fn each_key_has_a_valid_edit() {
    let edited: BTreeSet<_> = EDITS.list.iter().flat_map(|(edit, _)| &edit.keys).copied().collect();
    let mut faults = Vec::new();
    for (kind, key) in mappings().flat_map(|kind| kind.key_names().map(|key| (kind.name, key))) {
        let reason = FIXED.iter().find(|(name, fixed, _)| (*name, *fixed) == (kind, key)).map(|(_, _, reason)| reason);
        match (edited.contains(&(kind, key)), reason) {
            (true, Some(reason)) => faults.push(format!("`{key}` of `{kind}` has an edit, though {reason}")),
            (false, None) => faults.push(format!(
                "`{key}` of `{kind}` has no edit: use it in a description of tests/edits, or give it a value that fits in values.yaml"
            )),
            _ => {}
        }
    }
    hold(&faults);
}

#[test]
fn each_edit_has_a_name_of_its_own() {
    let mut names = BTreeSet::new();
    let mut faults = Vec::new();
    for (edit, _) in &EDITS.list {
        if !names.insert(&edit.name) {
            faults.push(format!("two edits are called `{}`", edit.name));
        }
    }
    hold(&faults);
}
