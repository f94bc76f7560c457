//! Edits of descriptions: each entry taken out, given each other kind of value, and joined by keys that do not belong there.

use clientsmith::diag::Sources;
use clientsmith::spec::schema::{MappingKind, mappings};
use serde_json::{Map, Value, json};

use crate::descriptions::Description;
use crate::judges::tree;

/// So many keys are added to each mapping.
const MOST_ADDED: usize = 8;

/// A description of which one file was edited.
pub(crate) struct Edit {
    /// What was done and where.
    pub(crate) name: String,
    pub(crate) sources: Sources,
    /// The file.
    pub(crate) file: usize,
}

/// Each so-many-th of the single edits of all files, none of which is made before it is asked for.
pub(crate) fn each(stride: usize, descriptions: &[Description]) -> impl Iterator<Item = Edit> {
    let mut seen = 0;
    descriptions.iter().flat_map(move |description| {
        let files = 0..description.sources.files.len();
        let edits: Vec<_> = files.map(|file| edits_of_file(description, file, stride, &mut seen)).collect();
        edits.into_iter().flatten()
    })
}

fn edits_of_file<'d>(
    description: &'d Description,
    file: usize,
    stride: usize,
    seen: &mut usize,
) -> impl Iterator<Item = Edit> + use<'d> {
    let root = tree(&description.sources, file).unwrap_or(Value::Null);
    let mut changes = Vec::new();
    places(&root, &mut String::new(), &mut changes);
    let skipped = seen.next_multiple_of(stride) - *seen;
    *seen += changes.len();
    changes.into_iter().skip(skipped).step_by(stride).map(move |change| {
        let mut root = root.clone();
        change.apply(&mut root);
        let mut sources = description.sources.clone();
        sources.files[file].text = root.to_string();
        Edit { name: format!("{}/{}: {change:?}", description.name, sources.files[file].path), sources, file }
    })
}

/// What is done to a tree, and where.
#[derive(Debug)]
enum Change {
    Remove { inside: String, key: String },
    Put { path: String, value: Value },
    Add { inside: String, key: &'static str, value: Value },
}

impl Change {
    fn apply(&self, root: &mut Value) {
        match self {
            Self::Remove { inside, key } => match root.pointer_mut(inside) {
                Some(Value::Object(entries)) => {
                    entries.shift_remove(key);
                }
                Some(Value::Array(items)) => {
                    items.remove(key.parse().expect("the index of an item"));
                }
                _ => panic!("nothing to remove at {inside}"),
            },
            Self::Put { path, value } => *root.pointer_mut(path).expect("a place in the tree") = value.clone(),
            Self::Add { inside, key, value } => {
                let entries = root.pointer_mut(inside).and_then(Value::as_object_mut).expect("a mapping in the tree");
                entries.insert((*key).to_owned(), value.clone());
            }
        }
    }
}

/// Values of each kind.
fn values() -> [Value; 14] {
    [
        json!(null),
        json!(true),
        json!(7),
        json!(-1.5),
        json!("word"),
        json!(""),
        json!("[word]?"),
        json!("object"),
        json!([]),
        json!(["word"]),
        json!([7]),
        json!({}),
        json!({"word": null}),
        json!({"word": {"doc": "One."}}),
    ]
}

/// All changes at a place and below.
fn places(value: &Value, path: &mut String, changes: &mut Vec<Change>) {
    for value in values() {
        changes.push(Change::Put { path: path.clone(), value });
    }
    let mut below = |key: &str, inside: &Value, changes: &mut Vec<Change>| {
        changes.push(Change::Remove { inside: path.clone(), key: key.to_owned() });
        let length = path.len();
        path.push('/');
        path.push_str(&key.replace('~', "~0").replace('/', "~1"));
        // What an example or a constant holds is anything.
        if !matches!(key, "response" | "const" | "default" | "example" | "const_also") {
            places(inside, path, changes);
        }
        path.truncate(length);
    };
    match value {
        Value::Object(entries) => {
            entries.iter().for_each(|(key, inside)| below(key, inside, changes));
            add_keys(entries, path, changes);
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, inside)| below(&index.to_string(), inside, changes));
        }
        _ => {}
    }
}

/// A key that nobody knows, and keys of all kinds of mappings, which mostly do not belong here; each with some value.
fn add_keys(entries: &Map<String, Value>, path: &str, changes: &mut Vec<Change>) {
    let known: Vec<&str> = mappings().flat_map(MappingKind::key_names).chain(["no_key"]).collect();
    let values = values();
    for _ in 0..MOST_ADDED {
        // Which keys come with which values differs from place to place, and by two numbers without a common divisor.
        let index = changes.len() * 31;
        let (key, value) = (known[index % known.len()], values[index % values.len()].clone());
        changes.push(if entries.contains_key(key) {
            Change::Put { path: format!("{path}/{key}"), value }
        } else {
            Change::Add { inside: path.to_owned(), key, value }
        });
    }
}
