//! Edits of more than an item: resources come and go, get other names, and give items to each other; objects become
//! unions.

use serde_json::{Value, json};

use super::place::{Place, places};
use super::tree::{at, file, mapping_mut, shown_path, split};
use super::{ANY, Attempt, Meaning, NONE, Operation};

/// The sections of a resource whose items may stand in any resource.
const SHARED: [&str; 5] = ["ids", "objects", "unions", "enums", "errors"];

/// The edits of all resources.
pub(super) fn attempts(tree: &Value) -> Vec<Attempt> {
    let places = places(tree);
    let resources: Vec<&Place> = places.iter().filter(|place| place.kind == "resource").collect();
    let mut attempts = vec![added()];
    attempts.extend(resources.iter().map(|place| removed(place)));
    // The resource of events has its name from what delivers them.
    let named = resources.iter().filter(|place| at(tree, &place.path)["resource"] != "events");
    for says_was in [false, true] {
        attempts.extend(named.clone().map(|place| renamed(place, tree, says_was)));
    }
    attempts.extend(places.iter().filter(|place| place.kind == "object").map(made_union));
    for place in &places {
        let (section, _) = split(&place.path);
        let (of, key) = split(section);
        let home = resources.iter().position(|resource| resource.path == of).filter(|_| SHARED.contains(&key));
        let next = home.map(|home| ((home + 1) % resources.len(), home)).filter(|(next, home)| next != home);
        if let Some((next, _)) = next {
            attempts.push(moved(place, &resources[next].path));
        }
    }
    attempts
}

fn attempt(name: String, operation: Operation, keep: &str, change: impl Fn(&mut Value) + Send + 'static) -> Attempt {
    let (change, keep) = (Box::new(change), keep.to_owned());
    Attempt { name, operation, subject: "resource", meaning: Meaning::Something, wires: ANY, change, keep, put: None }
}

fn added() -> Attempt {
    let resource = json!({
        "resource": "added",
        "doc": "It was added.",
        "objects": {"Added": {"doc": "It was added.", "fields": {"inside": {"type": "string", "doc": "What is inside."}}}},
        "endpoints": {"call": {"doc": "Calls it.", "http": "GET /v2/added", "returns": "Added"}},
    });
    attempt("added.yaml: add".to_owned(), Operation::Add, "/added.yaml", move |tree| {
        tree["added.yaml"] = resource.clone();
    })
}

fn removed(place: &Place) -> Attempt {
    let name = place.name.clone();
    attempt(format!("{name}: remove"), Operation::Remove, "", move |tree| {
        mapping_mut(tree, "").shift_remove(&name);
    })
}

fn renamed(place: &Place, tree: &Value, says_was: bool) -> Attempt {
    let path = place.path.clone();
    let old = at(tree, &path)["resource"].clone();
    let name = format!("{}: rename{}", place.name, if says_was { " with `was`" } else { "" });
    let renamed = attempt(name, Operation::Rename, &place.path, move |tree| {
        let resource = mapping_mut(tree, &path);
        resource.insert("resource".to_owned(), json!("renamed_resource"));
        if says_was {
            resource.insert("was".to_owned(), old.clone());
        }
    });
    Attempt { wires: NONE, ..renamed }
}

/// An object becomes one of several things.
fn made_union(place: &Place) -> Attempt {
    let path = place.path.clone();
    let keep = format!("{path}/union");
    let mut union = attempt(format!("{}: make a union", shown_path(&path)), Operation::Change, &keep, move |tree| {
        let object = mapping_mut(tree, &path);
        object.insert("union".to_owned(), json!("told_by"));
        object.insert("variants".to_owned(), json!({"one": "The one.", "other": "The other."}));
    });
    union.subject = place.kind;
    union
}

/// An item moves to another resource.
fn moved(place: &Place, to: &str) -> Attempt {
    let (path, to) = (place.path.clone(), to.to_owned());
    let (section, item) = split(&path);
    let key = section[file(section).len() + 1..].to_owned();
    let keep = format!("{to}/{key}/{item}");
    let name = format!("{}: move to {}", shown_path(&path), &to[1..]);
    // Codes belong to the endpoints that list them.
    let meaning = if key == "errors" { Meaning::Nothing } else { Meaning::Something };
    let change = attempt(name, Operation::Change, &keep, move |tree| {
        let (section, item) = split(&path);
        let value = mapping_mut(tree, section).shift_remove(item).unwrap_or_default();
        let resource = mapping_mut(tree, &to);
        resource.entry(key.clone()).or_insert_with(|| json!({}))[item] = value;
    });
    Attempt { meaning, wires: NONE, ..change }
}
