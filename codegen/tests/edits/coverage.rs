//! The edits leave nothing out: each key of each kind of mapping has one, and each name is that of one edit.

use std::collections::{BTreeMap, BTreeSet};

use clientsmith::spec::schema::MAPPINGS;
use serde_json::Value;

use crate::EDITS;
use crate::generator::places;

/// Keys that can be edited in no way, and why.
const FIXED: &[(&str, &str, &str)] = &[("api file", "auth", "it is required, and there is one value")];

/// The values of all keys of all mappings, by kind and key.
type Values<'a> = BTreeMap<(&'static str, &'static str), BTreeMap<String, &'a Value>>;

#[test]
fn each_key_has_a_valid_edit() {
    let before = values(&EDITS.tree);
    let mut edited: BTreeSet<(&str, &str)> = BTreeSet::new();
    for tree in EDITS.list.iter().filter_map(|edit| edit.tree.as_ref()) {
        let after = values(tree);
        edited.extend(after.iter().filter(|(key, values)| before.get(*key) != Some(*values)).map(|(key, _)| *key));
    }
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

fn values(tree: &Value) -> Values<'_> {
    let mut values = Values::new();
    for place in places(tree) {
        let Some(mapping) = tree.pointer(&place.path).and_then(Value::as_object) else { continue };
        for key in MAPPINGS.iter().filter(|kind| kind.name == place.kind).flat_map(|kind| kind.keys) {
            if let Some(value) = mapping.get(*key) {
                values.entry((place.kind, key)).or_default().insert(place.path.clone(), value);
            }
        }
    }
    values
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
