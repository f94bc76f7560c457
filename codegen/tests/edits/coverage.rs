//! The edits leave nothing out: each key of each kind of mapping has one, and each name is that of one edit.

use std::collections::BTreeSet;

use clientsmith::spec::schema::MAPPINGS;

use crate::EDITS;

/// Keys that can be edited in no way, and why.
const FIXED: &[(&str, &str, &str)] = &[("api file", "auth", "it is required, and there is one value")];

#[test]
fn each_key_has_a_valid_edit() {
    let edited: BTreeSet<_> = EDITS.list.iter().flat_map(|edit| &edit.keys).copied().collect();
    for kind in MAPPINGS {
        for key in kind.keys {
            let is_fixed = FIXED.iter().any(|(name, fixed, _)| name == &kind.name && fixed == key);
            assert_eq!(
                edited.contains(&(kind.name, key)),
                !is_fixed,
                "`{key}` of `{}`: add a value that fits to tests/edits/values.yaml, or use it in tests/edits/spec",
                kind.name
            );
        }
    }
}

#[test]
fn each_edit_has_a_name_of_its_own() {
    let mut names = BTreeSet::new();
    for edit in &EDITS.list {
        assert!(names.insert(&edit.name), "two edits are called `{}`", edit.name);
    }
    eprintln!("{} edits, {} dropped", EDITS.list.len(), EDITS.dropped.len());
    for edit in &EDITS.list {
        eprintln!("  {:?} {:?} {}", edit.meaning, edit.operation, edit.name);
    }
    for name in &EDITS.dropped {
        eprintln!("  dropped {name}");
    }
}
