//! The values of all keys of a description, and which of them an edit changed.

use std::collections::{BTreeMap, BTreeSet};

use clientsmith::spec::schema::MappingKind;
use serde_json::Value;

use super::place::places;
use super::tables::kind;
use super::tree::at;

/// The values of a key in all mappings of a kind, by the paths of the mappings.
pub(super) type Values<'a> = BTreeMap<(&'static str, &'static str), BTreeMap<String, &'a Value>>;

/// The values of all keys.
pub(super) fn values(tree: &Value) -> Values<'_> {
    let mut values = Values::new();
    for place in places(tree) {
        let mapping = at(tree, &place.path);
        let keys = kind(place.kind).into_iter().flat_map(MappingKind::key_names);
        for key in keys {
            if let Some(value) = mapping.get(key) {
                values.entry((place.kind, key)).or_default().insert(place.path.clone(), value);
            }
        }
    }
    values
}

/// The keys that have other values than before.
pub(super) fn edited(before: &Values, tree: &Value) -> BTreeSet<(&'static str, &'static str)> {
    let after = values(tree);
    let keys = before.keys().chain(after.keys()).copied();
    keys.filter(|key| before.get(key) != after.get(key)).collect()
}
