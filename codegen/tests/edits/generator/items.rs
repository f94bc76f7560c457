//! Edits of named items: each is added, removed, renamed, and what is written in place is moved out.

use serde_json::{Map, Value, json};

use super::keys::is_item;
use super::place::{Place, name_in_place, places};
use super::tables::{Below, below, is_for_readers, references};
use super::tree::{at, at_mut, file, mapping_mut, shown_path, split};
use super::{ANY, Attempt, Meaning, NONE, Operation, data};

/// The edits of all named items.
pub(super) fn attempts(tree: &Value) -> Vec<Attempt> {
    let additions = data("additions.yaml");
    let mut attempts = Vec::new();
    for place in places(tree) {
        for (key, value) in at(tree, &place.path).as_object().into_iter().flatten() {
            if let (Some(Below::Each(kind)), Value::Object(_)) = (below(place.kind, key, value), value) {
                let section = Section { path: format!("{}/{key}", place.path), key, kind, parent: &place };
                section.additions(&additions[kind], &mut attempts);
            } else if place.kind == "lifecycle" && key == "initial" {
                let section = Section { path: place.path.clone(), key, kind: "transition", parent: &place };
                section.additions(&additions["transition"], &mut attempts);
            }
        }
        let is_named =
            !["api file", "resource", "package", "protocol", "auth", "session", "rest"].contains(&place.kind);
        if is_named {
            attempts.push(removed(&place));
            attempts.extend(renamed(tree, &place));
        }
        attempts.extend(moved_out(tree, &place));
    }
    attempts
}

/// A mapping whose keys are names.
struct Section<'a> {
    path: String,
    key: &'a str,
    kind: &'static str,
    /// What it belongs to.
    parent: &'a Place,
}

impl Section<'_> {
    fn additions(&self, items: &Value, attempts: &mut Vec<Attempt>) {
        let items = items.as_object().unwrap_or_else(|| panic!("`{}` is not in tests/edits/additions.yaml", self.kind));
        for (name, item) in items {
            let path = format!("{}/{name}", self.path);
            let (section, name, item) = (self.path.clone(), name.clone(), item.clone());
            // A code must be returned by an endpoint.
            let resource = (self.kind == "error code").then(|| self.parent.path.clone());
            let change = move |tree: &mut Value| {
                mapping_mut(tree, &section).insert(name.clone(), item.clone());
                if let Some(resource) = &resource {
                    return_code(&name, mapping_mut(tree, &format!("{resource}/endpoints")));
                }
            };
            attempts.push(Attempt {
                name: format!("{}: add", shown_path(&path)),
                operation: Operation::Add,
                subject: self.kind,
                meaning: self.meaning_of_more(),
                wires: ANY,
                change: Box::new(change),
                keep: path,
                put: None,
            });
        }
    }

    /// What one more means: pages that no call has are nothing.
    fn meaning_of_more(&self) -> Meaning {
        match self.kind {
            "pages" => Meaning::Nothing,
            kind if is_for_readers(kind, self.key) => Meaning::Words,
            _ => Meaning::Something,
        }
    }
}

/// Lists a code at the first endpoint that lists any.
fn return_code(code: &str, endpoints: &mut Map<String, Value>) {
    let codes = endpoints.values_mut().find_map(|endpoint| endpoint.get_mut("errors")?.as_array_mut());
    codes.expect("an endpoint that lists codes").push(json!(code));
}

fn removed(place: &Place) -> Attempt {
    let path = place.path.clone();
    let remove = move |tree: &mut Value| {
        let (section, name) = split(&path);
        mapping_mut(tree, section).shift_remove(name);
    };
    Attempt {
        name: format!("{}: remove", shown_path(&place.path)),
        operation: Operation::Remove,
        subject: place.kind,
        meaning: meaning_of_item(place),
        wires: ANY,
        change: Box::new(remove),
        keep: split(&place.path).0.to_owned(),
        put: None,
    }
}

fn meaning_of_item(place: &Place) -> Meaning {
    if is_for_readers(place.kind, "") { Meaning::Words } else { Meaning::Something }
}

/// Renamed, and where an item can say so, renamed with its former name, or with all that it had.
fn renamed(tree: &Value, place: &Place) -> Vec<Attempt> {
    // The name of a move is that of an endpoint, and that of a lifecycle is that of a field.
    if ["transition", "lifecycle"].contains(&place.kind) {
        return Vec::new();
    }
    let is_type = place.name.starts_with(|first: char| first.is_ascii_uppercase());
    let new = match place.kind {
        "header" | "answer header" => format!("{}-Renamed", place.name),
        // A status has no other name than the number that it is.
        "answer by status" => "418".to_owned(),
        _ if is_type => format!("{}Renamed", place.name),
        _ => format!("{}_renamed", place.name),
    };
    let described = at(tree, &place.path);
    let before = described.get("was").cloned();
    let attempt = |was: Option<Value>, words: &str| {
        let path = format!("{}/{new}", split(&place.path).0);
        let (item, new) = (place.clone(), new.clone());
        let name = format!("{}: rename to {new}{words}", shown_path(&place.path));
        let change = move |tree: &mut Value| {
            for renamed in rename(tree, &item, &new) {
                if let Some(was) = &was {
                    let named = names_at(&item, at(tree, &renamed), &renamed);
                    mapping_mut(tree, &named).insert("was".to_owned(), was.clone());
                }
            }
        };
        Attempt {
            name,
            operation: Operation::Rename,
            subject: place.kind,
            // A name of pages is known to those who write the description.
            meaning: if place.kind == "pages" { Meaning::Nothing } else { meaning_of_item(place) },
            wires: if travels(place.kind, described) { ANY } else { NONE },
            change: Box::new(change),
            keep: path,
            put: None,
        }
    };
    let mut attempts = vec![attempt(None, "")];
    let is_named = is_item(place.kind) && described.is_object();
    if is_named
        || place.kind == "credentials" && described.as_object().is_some_and(|ways| ways.values().any(Value::is_object))
    {
        attempts.push(attempt(Some(json!(place.name)), " with `was`"));
    }
    if let Some(Value::Array(former)) = before {
        let all = std::iter::once(json!(place.name)).chain(former).collect();
        attempts.push(attempt(Some(all), " with all `was`"));
    }
    attempts
}

/// Where an item says what it was called: credentials do so below the way in which they travel.
fn names_at(place: &Place, item: &Value, path: &str) -> String {
    let way = item.as_object().and_then(|ways| ways.keys().next()).filter(|_| place.kind == "credentials");
    way.map_or_else(|| path.to_owned(), |way| format!("{path}/{way}"))
}

/// Whether the name of an item is on the wire.
fn travels(kind: &str, item: &Value) -> bool {
    const ALWAYS_INSIDE: [&str; 13] = [
        "server",
        "server variable",
        "credentials",
        "pages",
        "path protocol",
        "identifier",
        "alias",
        "object",
        "union",
        "enum",
        "endpoint",
        "example",
        "event example",
    ];
    !ALWAYS_INSIDE.contains(&kind) && (kind != "parameter" || item["in"] != "path")
}

/// Gives an item another name, here and where it is spoken of, and says what has that name now: an object and its
/// identifier have one.
fn rename(tree: &mut Value, place: &Place, new: &str) -> Vec<String> {
    let (section_path, old) = split(&place.path);
    let mut sections = vec![section_path.to_owned()];
    if ["object", "identifier"].contains(&place.kind) {
        sections = ["ids", "objects"].map(|section| format!("{}/{section}", file(section_path))).to_vec();
        sections.retain(|section| at(tree, &format!("{section}/{old}")).is_object());
    }
    for section in &sections {
        rename_key(mapping_mut(tree, section), old, new);
    }
    // Parameters are known to their endpoint only, and to the pages that it names.
    let scope = if place.kind == "parameter" { split(section_path).0 } else { "" };
    if let Some(pages) =
        at(tree, &format!("{scope}/pages")).as_str().map(|name| format!("/api.yaml/paginations/{name}"))
    {
        refer(at_mut(tree, &pages), references(place.kind), old, new, true);
    }
    refer(at_mut(tree, scope), references(place.kind), old, new, false);
    sections.into_iter().map(|section| format!("{section}/{new}")).collect()
}

fn rename_key(mapping: &mut Map<String, Value>, old: &str, new: &str) {
    let name = |key: String| if key == old { new.to_owned() } else { key };
    *mapping = std::mem::take(mapping).into_iter().map(|(key, value)| (name(key), value)).collect();
}

/// Replaces a word below some keys.
fn refer(value: &mut Value, keys: &[&str], old: &str, new: &str, is_below: bool) {
    match value {
        Value::String(text) if is_below => *text = replace_word(text, old, new),
        Value::Array(items) => items.iter_mut().for_each(|item| refer(item, keys, old, new, is_below)),
        Value::Object(entries) => {
            let entry = |(key, mut value): (String, Value)| {
                refer(&mut value, keys, old, new, is_below || keys.contains(&key.as_str()));
                (if is_below { replace_word(&key, old, new) } else { key }, value)
            };
            *entries = std::mem::take(entries).into_iter().map(entry).collect();
        }
        _ => {}
    }
}

pub(super) fn replace_word(text: &str, old: &str, new: &str) -> String {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let mut replaced = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(old) {
        let (before, after) = (&rest[..at], &rest[at + old.len()..]);
        let is_whole = !before.ends_with(is_word) && !after.starts_with(is_word);
        replaced.push_str(before);
        replaced.push_str(if is_whole { new } else { old });
        rest = after;
    }
    replaced + rest
}

/// Puts what is written in place among the others: the same in another place.
fn moved_out(tree: &Value, place: &Place) -> Option<Attempt> {
    let item = at(tree, &place.path);
    let (keys, section) = parts(place, item)?;
    let name = name_in_place(item, place);
    let shown = format!("{}: move {name} out", shown_path(&place.path));
    let path = place.path.clone();
    let was = former_names_in_place(tree, item, place);
    Some(Attempt {
        name: shown,
        operation: Operation::Rewrite,
        subject: place.kind,
        meaning: Meaning::Nothing,
        wires: NONE,
        change: Box::new(move |tree| {
            move_out(tree, &path, keys, section, &name);
            if !was.is_empty() {
                let definition = format!("{}/{section}/{name}", file(&path));
                mapping_mut(tree, &definition).insert("was".to_owned(), json!(was));
            }
        }),
        keep: place.path.clone(),
        put: None,
    })
}

/// The names that what is written in place had while its owner had another name.
fn former_names_in_place(tree: &Value, item: &Value, place: &Place) -> Vec<String> {
    let owner = split(split(&place.path).0).0;
    let is_named = item.get("name").is_some() || split(owner).1 != place.owner;
    let former = match at(tree, owner).get("was") {
        Some(Value::Array(names)) if !is_named => names.as_slice(),
        Some(name) if !is_named => std::slice::from_ref(name),
        _ => &[],
    };
    let owners = former.iter().filter_map(Value::as_str);
    owners.map(|owner| name_in_place(item, &Place { owner: owner.to_owned(), ..place.clone() })).collect()
}

/// The keys of what is written in place, with the section where it stands by itself.
pub(super) fn parts(place: &Place, item: &Value) -> Option<(&'static [&'static str], &'static str)> {
    const OF_OBJECT: &[&str] = &["fields", "union", "variants", "rest"];
    const OF_UNION: &[&str] = &["union", "variants"];
    const OF_ENUM: &[&str] = &["base", "values", "closed"];
    let is_union = item["type"].as_str().is_some_and(|ty| ty.contains("union"));
    let has = |keys: &[&str]| keys.iter().any(|key| item.get(*key).is_some());
    match () {
        () if !["field", "parameter", "variant"].contains(&place.kind) => None,
        () if is_union => Some((OF_UNION, "unions")),
        () if has(OF_OBJECT) => Some((OF_OBJECT, "objects")),
        () if has(OF_ENUM) => Some((OF_ENUM, "enums")),
        () => None,
    }
}

/// Moves keys of a member into a definition, and refers to it by name.
pub(super) fn move_out(tree: &mut Value, path: &str, keys: &[&str], section: &str, name: &str) {
    let mapping = mapping_mut(tree, path);
    let mut definition = json!({"doc": mapping["doc"]});
    for key in keys {
        if let Some(value) = mapping.shift_remove(*key) {
            definition[*key] = value;
        }
    }
    mapping.shift_remove("name");
    let word = section.trim_end_matches('s');
    let ty = mapping.get("type").and_then(Value::as_str).map_or(name.to_owned(), |ty| replace_word(ty, word, name));
    mapping.insert("type".to_owned(), json!(ty));
    let file = at_mut(tree, file(path));
    if file.get(section).is_none() {
        file[section] = json!({});
    }
    file[section][name] = definition;
}
