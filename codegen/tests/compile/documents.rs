//! All small published documents as one: each is a module of one crate, since a crate holds a whole runtime. Its examples are
//! tests that pass.

use std::fs;
use std::path::Path;

use clientsmith::diag::Diagnostics;
use clientsmith::openapi::Files;
use serde_json::{Value, json};

use crate::joined;
use crate::json::document;
use crate::support::{self, Folder};

/// The crate of all of them.
pub(crate) const MEMBER: &str = "documents";
/// Where one component leads to another.
const COMPONENTS: &str = "#/components/";

/// Writes the crate.
pub(crate) fn write(krate: &Path) {
    let text = whole().to_string();
    let files = Files::of_text("openapi.json", text, &mut Diagnostics::default()).expect("it is JSON");
    let settled =
        clientsmith::build_document(&files).unwrap_or_else(|faults| panic!("{}", faults.render(&files.sources, false)));
    let files: Folder = settled.value.iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect();
    support::write_folder(krate, &files);
    joined::link_once(krate);
}

/// All documents in one file, those in several files apart.
fn whole() -> Value {
    let mut whole = json!({
        "openapi": "3.1.0",
        "info": {"title": "Documents", "version": "1"},
        "servers": [{"url": "https://documents.example"}],
        "security": [],
        "paths": {},
        "components": {},
    });
    let root = support::codegen("tests/openapi");
    let mut folders: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| folder.is_dir() && !folder.ends_with("several_files"));
    folders.sort();
    for folder in folders {
        let name = support::name_of(&folder);
        add(&mut whole, document(fs::read_to_string(folder.join("openapi.yaml")).unwrap()), &name);
    }
    whole
}

/// Adds a document, whose calls are those of one module.
fn add(whole: &mut Value, mut document: Value, name: &str) {
    prefix(&mut document, name);
    let security = document.get("security").cloned();
    for (path, mut item) in take(&mut document, "paths") {
        for operation in item.as_object_mut().into_iter().flat_map(|item| item.values_mut()) {
            let Some(operation) = operation.as_object_mut() else { continue };
            operation.insert("tags".to_owned(), json!([name]));
            // One crate has one set of places where it is served.
            operation.remove("servers");
            if let Some(security) = security.clone() {
                operation.entry("security").or_insert(security);
            }
        }
        if let Some(item) = item.as_object_mut() {
            item.remove("servers");
        }
        whole["paths"][format!("/{name}{path}")] = item;
    }
    // Under `x-webhooks` others say in other ways which event they are, and one crate has one way.
    for (event, mut item) in take(&mut document, "webhooks") {
        for operation in item.as_object_mut().into_iter().flat_map(|item| item.values_mut()) {
            operation["tags"] = json!([name]);
        }
        whole["webhooks"][event] = item;
    }
    for (sort, components) in take(&mut document, "components") {
        for (key, component) in components.as_object().into_iter().flatten() {
            whole["components"][&sort][format!("{name}_{key}")] = component.clone();
        }
    }
}

fn take(document: &mut Value, key: &str) -> serde_json::Map<String, Value> {
    match document.get_mut(key).map(Value::take) {
        Some(Value::Object(members)) => members,
        _ => serde_json::Map::new(),
    }
}

/// Lets all names of components begin with that of their document, wherever they are named.
fn prefix(value: &mut Value, name: &str) {
    match value {
        Value::String(text) => {
            if let Some((sort, component)) = text.strip_prefix(COMPONENTS).and_then(|rest| rest.split_once('/')) {
                *text = format!("{COMPONENTS}{sort}/{name}_{component}");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| prefix(item, name)),
        Value::Object(members) => {
            for (key, value) in members.iter_mut() {
                match key.as_str() {
                    "security" => requirements(value, name),
                    "mapping" => mapping(value, name),
                    _ => {}
                }
                prefix(value, name);
            }
        }
        _ => {}
    }
}

fn requirements(value: &mut Value, name: &str) {
    for requirement in value.as_array_mut().into_iter().flatten() {
        let Some(schemes) = requirement.as_object_mut() else { continue };
        *schemes = std::mem::take(schemes).into_iter().map(|(key, scopes)| (format!("{name}_{key}"), scopes)).collect();
    }
}

/// A mapping may name schemas without saying where they are.
fn mapping(value: &mut Value, name: &str) {
    for target in value.as_object_mut().into_iter().flat_map(|mapping| mapping.values_mut()) {
        if let Value::String(text) = target
            && !text.contains(['/', '#'])
        {
            *text = format!("{name}_{text}");
        }
    }
}
