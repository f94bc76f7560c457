//! Where the mappings of a description are, and of which kind.

use serde_json::Value;

use super::tables::{Below, below};

/// A mapping, or a named item.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The way to it, as a JSON pointer that begins with the file.
    pub(crate) path: String,
    /// Its kind: that of a mapping, or `server`.
    pub(crate) kind: &'static str,
    /// Its name, or the key that it belongs to.
    pub(crate) name: String,
    /// The name of the object or endpoint in which it is.
    pub(crate) owner: String,
}

/// All mappings of a description, outer ones before inner ones.
pub(crate) fn places(tree: &Value) -> Vec<Place> {
    let mut places = Vec::new();
    for (file, value) in tree.as_object().into_iter().flatten() {
        let kind = if file == "api.yaml" { "api file" } else { "resource" };
        let place = Place { path: format!("/{file}"), kind, name: file.clone(), owner: String::new() };
        walk(value, place, &mut places);
    }
    places
}

fn walk(value: &Value, place: Place, places: &mut Vec<Place>) {
    let owner = owner_of_members(value, &place);
    let Place { path, kind, .. } = place.clone();
    places.push(place);
    for (key, inside) in value.as_object().into_iter().flatten() {
        let inner = |path: String, kind, name: &str| Place { path, kind, name: name.to_owned(), owner: owner.clone() };
        match (below(kind, key, inside), inside) {
            (Some(Below::One(kind)), Value::Object(_)) => {
                walk(inside, inner(format!("{path}/{key}"), kind, key), places);
            }
            (Some(Below::Each(kind)), Value::Object(items)) => {
                for (name, item) in items {
                    walk(item, inner(format!("{path}/{key}/{name}"), kind, name), places);
                }
            }
            _ => {}
        }
    }
}

/// The name of the object or endpoint that the members of a mapping belong to.
fn owner_of_members(value: &Value, place: &Place) -> String {
    match place.kind {
        "object" | "union" | "enum" | "endpoint" => place.name.clone(),
        "field" | "parameter" | "variant" | "body" => name_in_place(value, place),
        // What an event holds is named after the resource as well, whose file has its name.
        "event" => {
            let file = place.path.split('/').nth(1).unwrap_or_default().trim_end_matches(".yaml");
            upper_camel(file) + &upper_camel(&place.name)
        }
        _ => place.owner.clone(),
    }
}

/// The name of what is written in place, if something is.
pub(super) fn name_in_place(value: &Value, place: &Place) -> String {
    match value["name"].as_str() {
        Some(name) => name.to_owned(),
        None => upper_camel(&place.owner) + &upper_camel(&place.name),
    }
}

fn upper_camel(name: &str) -> String {
    let words = name.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word[..1].to_ascii_uppercase() + &word[1..]).collect()
}
