//! A description as a tree: an object whose keys are the names of its files.

use clientsmith::diag::{Source, Sources};
use serde_json::{Map, Value, json};

use super::place::{Place, places};
use super::writer::{self, Style};

/// The tree of a description.
pub(super) fn load(sources: &Sources) -> Value {
    let files = sources.files.iter().map(|source| {
        let name = source.path.rsplit('/').next().unwrap_or_default().to_owned();
        let value = serde_yaml::from_str(&source.text).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, value)
    });
    Value::Object(files.collect())
}

/// The files of a tree, in the order in which a folder is read.
pub(super) fn sources(tree: &Value) -> Sources {
    let write = |(name, value): (&String, &Value)| Source {
        path: format!("spec/{name}"),
        text: writer::write(value, Style::default()).text,
    };
    let files: Vec<_> = files(tree).into_iter().map(write).collect();
    Sources { files }
}

/// The files of a tree by name, `api.yaml` first.
pub(super) fn files(tree: &Value) -> Vec<(&String, &Value)> {
    let mut files: Vec<_> = tree.as_object().into_iter().flatten().collect();
    files.sort_by_key(|(name, _)| (*name != "api.yaml", *name));
    files
}

/// The same description, each item in its long form, if it has one: a header with a value alone has no other.
pub(super) fn long_forms(tree: &Value) -> Value {
    let mut long = tree.clone();
    for place in places(tree) {
        if let Some(item) = long_form(&place, at(tree, &place.path)) {
            *at_mut(&mut long, &place.path) = item;
        }
    }
    long
}

/// The long form of an item that is written in its short one.
pub(super) fn long_form(place: &Place, item: &Value) -> Option<Value> {
    let key = match place.kind {
        "identifier" => "prefix",
        "variant" | "value" | "environment" => "doc",
        _ => return None,
    };
    item.is_string().then(|| json!({key: item}))
}

/// What is at a path of a place.
pub(super) fn at<'a>(tree: &'a Value, path: &str) -> &'a Value {
    tree.pointer(path).unwrap_or(&Value::Null)
}

/// The same, to be changed.
pub(super) fn at_mut<'a>(tree: &'a mut Value, path: &str) -> &'a mut Value {
    tree.pointer_mut(path).unwrap_or_else(|| panic!("nothing is at {path}"))
}

/// The mapping at a path, to be changed.
pub(super) fn mapping_mut<'a>(tree: &'a mut Value, path: &str) -> &'a mut Map<String, Value> {
    at_mut(tree, path).as_object_mut().unwrap_or_else(|| panic!("no mapping is at {path}"))
}

/// A path without its last part, and that part.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// The part of a path that is the file.
pub(super) fn file(path: &str) -> &str {
    let end = path[1..].find('/').map_or(path.len(), |slash| slash + 1);
    &path[..end]
}

/// A value as the name of an edit shows it.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A path as the name of an edit shows it: `orders/objects.Order.fields.total`.
pub(super) fn shown_path(path: &str) -> String {
    let path = path.trim_start_matches('/').replace(".yaml", "");
    let (file, inside) = path.split_once('/').unwrap_or((&path, ""));
    format!("{file}/{}", inside.replace('/', "."))
}
