//! Edits of keys: each is added, removed, and given each of its other values.

use std::collections::{BTreeMap, HashSet};

use clientsmith::spec::schema::MappingKind;
use serde_json::{Value, json};

use super::place::{Place, places};
use super::tables::{ITEM_KEYS, default, is_for_readers, kind};
use super::tree::{at, at_mut, mapping_mut, shown, shown_path};
use super::{ANY, Attempt, Meaning, Operation, data};

/// Where the values of a key may stand in `values.yaml` beside its own kind of mapping.
const SHARED: [&str; 2] = ["typed", "any"];

/// So many places of the same edit are tried, from the first to the last of them: each costs two reports, and most places
/// are alike.
const MOST_PLACES: usize = 8;

/// The edits of all keys of all mappings.
pub(super) fn attempts(tree: &Value) -> Vec<Attempt> {
    let mut alike: BTreeMap<String, Vec<Attempt>> = BTreeMap::new();
    for (sort, attempt) in everywhere(tree) {
        alike.entry(sort).or_default().push(attempt);
    }
    alike.into_values().flat_map(spread).collect()
}

/// The attempts that are far from each other.
fn spread(attempts: Vec<Attempt>) -> impl Iterator<Item = Attempt> {
    let count = attempts.len();
    let is_taken = move |index: usize| index * MOST_PLACES / count != (index + 1) * MOST_PLACES / count;
    attempts
        .into_iter()
        .enumerate()
        .filter(move |(index, _)| count <= MOST_PLACES || is_taken(*index))
        .map(|(_, attempt)| attempt)
}

/// The edits of all keys in all places, each with what it does wherever that is.
fn everywhere(tree: &Value) -> Vec<(String, Attempt)> {
    let values = data("values.yaml");
    let mut attempts = Vec::new();
    for place in places(tree) {
        if let Value::String(_) = at(tree, &place.path) {
            attempts.extend(texts(tree, &place).into_iter().map(|attempt| (place.kind.to_owned(), attempt)));
            continue;
        }
        for key in kind(place.kind).into_iter().flat_map(MappingKind::key_names) {
            let key_edits = KeyEdits { tree, place: &place, key, before: at(tree, &place.path).get(key) };
            key_edits.all(candidates(&values, place.kind, key), &mut attempts);
        }
    }
    attempts
}

/// The edits of a server, and of a header that is a value alone.
fn texts(tree: &Value, place: &Place) -> Vec<Attempt> {
    let Value::String(text) = at(tree, &place.path) else { return Vec::new() };
    let values = match place.kind {
        "server" => vec![json!("https://elsewhere.example")],
        "header" => vec![json!("winter"), json!({"value": text, "doc": "Other words."})],
        "webhook header" => vec![json!("{id}")],
        _ => Vec::new(),
    };
    let attempt = |value: Value| {
        let name = format!("{}: {text} -> {}", shown_path(&place.path), shown(&value));
        let (path, keep) = (place.path.clone(), place.path.clone());
        let change = Box::new(move |tree: &mut Value| *at_mut(tree, &path) = value.clone());
        let (operation, subject, meaning) = (Operation::Change, place.kind, Meaning::Something);
        Attempt { name, operation, subject, meaning, wires: ANY, change, keep, put: None }
    };
    values.into_iter().map(attempt).collect()
}

/// The values to try for a key.
///
/// # Panics
/// When there are none: a new key needs its edits.
fn candidates<'a>(values: &'a Value, kind: &str, key: &str) -> &'a [Value] {
    let mut groups = std::iter::once(kind).chain(SHARED);
    let found = groups.find_map(|group| values.get(group)?.get(key)?.as_array());
    found.unwrap_or_else(|| panic!("add values for the key `{key}` of `{kind}` to tests/edits/values.yaml"))
}

/// What is tried with one key of one mapping.
struct KeyEdits<'a> {
    tree: &'a Value,
    place: &'a Place,
    key: &'a str,
    before: Option<&'a Value>,
}

impl KeyEdits<'_> {
    fn all(&self, candidates: &[Value], attempts: &mut Vec<(String, Attempt)>) {
        let path = format!("{}.{}", shown_path(&self.place.path), self.key);
        let mut seen: HashSet<String> = HashSet::new();
        for value in candidates.iter().filter(|value| Some(*value) != self.before) {
            let name = match self.before {
                None => format!("{path}: add {}", shown(value)),
                // What is named is edited by name.
                Some(Value::Object(_)) => continue,
                Some(before) => format!("{path}: {} -> {}", shown(before), shown(value)),
            };
            if seen.insert(name.clone()) {
                attempts.push(self.attempt(name, Some(value.clone())));
            }
        }
        if let Some(before) = self.before {
            attempts.push(self.attempt(format!("{path}: remove {}", shown_short(before)), None));
            self.list_items(before, &path, attempts);
        }
    }

    /// Takes out each item of a list.
    fn list_items(&self, before: &Value, path: &str, attempts: &mut Vec<(String, Attempt)>) {
        let Value::Array(items) = before else { return };
        for index in 0..items.len() {
            let mut rest = items.clone();
            let item = rest.remove(index);
            let name = format!("{path}: remove the item {}", shown(&item));
            attempts.push(self.attempt(name, Some(Value::Array(rest))));
        }
    }

    fn attempt(&self, name: String, value: Option<Value>) -> (String, Attempt) {
        let Place { path, kind, .. } = self.place;
        let meaning = self.meaning(value.as_ref());
        // What is said otherwise is not what is said for the first time, and fits in fewer places.
        let operation = if self.before.is_some() { "change" } else { "add" };
        let sort = format!("{operation} {kind}.{} {}", self.key, value.as_ref().map_or_else(String::new, shown));
        let keep = if value.is_some() { format!("{path}/{}", self.key) } else { path.clone() };
        let (path, key) = (path.clone(), self.key.to_owned());
        let put = value.clone();
        let change = move |tree: &mut Value| {
            let mapping = mapping_mut(tree, &path);
            match &value {
                Some(value) => mapping.insert(key.clone(), value.clone()),
                None => mapping.shift_remove(&key),
            };
        };
        let (operation, change) = (Operation::Change, Box::new(change));
        (sort, Attempt { name, operation, subject: kind, meaning, wires: ANY, change, keep, put })
    }

    /// Whether a value says what holds without it, here.
    fn says_nothing(&self, after: Option<&Value>) -> bool {
        let beside = |key: &str| at(self.tree, &self.place.path).get(key);
        let both = [self.before, after].map(|value| value.and_then(Value::as_str));
        let id = format!("id({})", self.place.owner);
        match (self.place.kind, self.key) {
            // What is met beside a constant: all values here are texts.
            ("field", "const_also") => !beside("const").is_some_and(Value::is_string),
            ("field", "optional") => {
                let is_always =
                    |value: Option<&Value>| value.is_some_and(|value| *value == true || Some(value) == beside("only"));
                is_always(self.before) && is_always(after)
            }
            ("field", "type") => both.iter().all(|ty| *ty == Some("id") || *ty == Some(&id)),
            ("answer", "media") => {
                let is_events = beside("as").is_some_and(|format| format == "events");
                is_events && both.iter().all(|media| media.is_none_or(|media| media == "text/event-stream"))
            }
            // Members that are written in place are those of an object.
            ("body", "type") => both.iter().all(|ty| ty.is_none_or(|ty| ty == "object")),
            ("endpoint", "body") => {
                let usual = self.protocol().get("body").cloned().or_else(|| default("path protocol", "body"));
                [self.before, after].into_iter().flatten().all(|body| Some(body) == usual.as_ref())
            }
            ("endpoint", "server") => both.iter().all(|server| server.is_none_or(|server| server == "main")),
            _ => false,
        }
    }

    /// The protocol of the paths that an endpoint's is one of.
    fn protocol(&self) -> &Value {
        let path = at(self.tree, &self.place.path)["http"].as_str().unwrap_or_default();
        let protocols = at(self.tree, "/api.yaml/protocols").as_object().into_iter().flatten();
        let mut spoken = protocols.map(|(_, protocol)| protocol);
        let is_spoken = |protocol: &&Value| protocol["path"].as_str().is_some_and(|start| path.contains(start));
        spoken.find(is_spoken).unwrap_or(&Value::Null)
    }

    fn meaning(&self, after: Option<&Value>) -> Meaning {
        let kind = self.place.kind;
        let absent = default(kind, self.key);
        if self.says_nothing(after) {
            return Meaning::Nothing;
        }
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
    kind(name).is_some_and(|kind| ITEM_KEYS.iter().all(|key| kind.has_key(key)))
}
