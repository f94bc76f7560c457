//! Edits of keys: each is added, removed, and given each of its other values.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::place::{Place, places};
use super::tables::{ITEM_KEYS, default, is_for_readers, kind};
use super::tree::{at, at_mut, mapping_mut, shown, shown_path};
use super::{Attempt, Meaning, Operation, data};

/// Where the values of a key may stand in `values.yaml` beside its own kind of mapping.
const SHARED: [&str; 2] = ["typed", "any"];

/// The edits of all keys of all mappings.
pub(super) fn attempts(tree: &Value) -> Vec<Attempt> {
    let values = data("values.yaml");
    let mut attempts = Vec::new();
    for place in places(tree) {
        if let Value::String(_) = at(tree, &place.path) {
            attempts.extend(short_header(tree, &place));
            continue;
        }
        for key in kind(place.kind).into_iter().flat_map(|kind| kind.keys) {
            let key_edits = KeyEdits { place: &place, key, before: at(tree, &place.path).get(*key) };
            key_edits.all(candidates(&values, place.kind, key), &mut attempts);
        }
    }
    attempts
}

/// The edits of a header that is a value alone; other texts have no keys.
fn short_header(tree: &Value, place: &Place) -> Vec<Attempt> {
    let Value::String(value) = at(tree, &place.path) else { return Vec::new() };
    let edits = [
        (Operation::Change, json!("winter"), "winter"),
        (Operation::Add, json!({"value": value, "doc": "Other words."}), "and a doc"),
    ];
    let edits = edits.into_iter().filter(|_| place.kind == "header").map(|(operation, header, shown)| {
        let path = place.path.clone();
        Attempt {
            name: format!("{}: {value} -> {shown}", shown_path(&place.path)),
            operation,
            subject: place.kind,
            meaning: Meaning::Something,
            change: Box::new(move |tree| *at_mut(tree, &path) = header.clone()),
            keep: place.path.clone(),
        }
    });
    edits.collect()
}

/// The values to try for a key.
///
/// # Panics
/// When there are none: a new key needs its edits.
fn candidates<'a>(values: &'a Value, kind: &str, key: &str) -> &'a [Value] {
    let groups = std::iter::once(kind).chain(SHARED);
    let found = groups.filter_map(|group| values.get(group)?.get(key)?.as_array()).next();
    found.unwrap_or_else(|| panic!("add values for the key `{key}` of `{kind}` to tests/edits/values.yaml"))
}

/// What is tried with one key of one mapping.
struct KeyEdits<'a> {
    place: &'a Place,
    key: &'a str,
    before: Option<&'a Value>,
}

impl KeyEdits<'_> {
    fn all(&self, candidates: &[Value], attempts: &mut Vec<Attempt>) {
        let path = format!("{}.{}", shown_path(&self.place.path), self.key);
        let mut seen: HashSet<String> = HashSet::new();
        for value in candidates.iter().filter(|value| Some(*value) != self.before) {
            let (operation, name) = match self.before {
                None => (Operation::Add, format!("{path}: add {}", shown(value))),
                // What is named is edited by name.
                Some(Value::Object(_)) => continue,
                Some(before) => (Operation::Change, format!("{path}: {} -> {}", shown(before), shown(value))),
            };
            if seen.insert(name.clone()) {
                attempts.push(self.attempt(operation, name, Some(value.clone())));
            }
        }
        if let Some(before) = self.before {
            attempts.push(self.attempt(Operation::Remove, format!("{path}: remove {}", shown_short(before)), None));
            self.list_items(before, &path, attempts);
        }
    }

    /// Takes out each item of a list.
    fn list_items(&self, before: &Value, path: &str, attempts: &mut Vec<Attempt>) {
        let Value::Array(items) = before else { return };
        for index in 0..items.len() {
            let mut rest = items.clone();
            let item = rest.remove(index);
            let name = format!("{path}: remove the item {}", shown(&item));
            attempts.push(self.attempt(Operation::Change, name, Some(Value::Array(rest))));
        }
    }

    fn attempt(&self, operation: Operation, name: String, value: Option<Value>) -> Attempt {
        let Place { path, kind, .. } = self.place;
        let meaning = self.meaning(value.as_ref());
        let keep = if value.is_some() { format!("{path}/{}", self.key) } else { path.clone() };
        let (path, key) = (path.clone(), self.key.to_owned());
        let change = move |tree: &mut Value| {
            let mapping = mapping_mut(tree, &path);
            match &value {
                Some(value) => mapping.insert(key.clone(), value.clone()),
                None => mapping.shift_remove(&key),
            };
        };
        Attempt { name, operation, subject: kind, meaning, change: Box::new(change), keep }
    }

    fn meaning(&self, after: Option<&Value>) -> Meaning {
        let kind = self.place.kind;
        let absent = default(kind, self.key);
        if absent.is_some() && said(self.before, absent.as_ref()) == said(after, absent.as_ref()) {
            Meaning::Nothing
        } else if is_for_readers(kind, self.key) {
            Meaning::Words
        } else {
            Meaning::Something
        }
    }
}

/// What is said by a value, or by its absence.
fn said(value: Option<&Value>, absent: Option<&Value>) -> Option<Value> {
    let is_empty = |value: &&Value| match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
        _ => false,
    };
    value.filter(|value| !is_empty(value)).or(absent).cloned()
}

/// A value, if it is short.
fn shown_short(value: &Value) -> String {
    match value {
        Value::Object(_) => "all".to_owned(),
        other => shown(other),
    }
}

/// Whether a mapping of a kind is an item.
pub(super) fn is_item(name: &str) -> bool {
    kind(name).is_some_and(|kind| ITEM_KEYS.iter().all(|key| kind.keys.contains(key)))
}
