//! Edits of order: of named items, of items of lists, and of keys.

use clientsmith::api::Api;
use serde_json::{Map, Value};

use super::place::{Place, places};
use super::tables::{Below, below};
use super::tree::{at, at_mut, shown_path};
use super::{Attempt, Meaning, Operation};

/// Neighbours that change places, and keys that are turned round.
pub(super) fn attempts(tree: &Value, api: &Api) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    for place in places(tree) {
        let Value::Object(entries) = at(tree, &place.path) else { continue };
        for (key, value) in entries {
            let section = format!("{}/{key}", place.path);
            match (below(place.kind, key), value) {
                (Some(Below::Each(kind)), Value::Object(items)) => {
                    let pairs = items.iter().zip(items.iter().skip(1)).enumerate();
                    for (index, (one, other)) in pairs {
                        let means = order_counts(kind, items, one.1, other.1, api);
                        attempts.push(swapped(tree, &section, index, [one.0, other.0], kind, means));
                    }
                }
                (_, Value::Array(items)) if items.len() > 1 => {
                    let first = [0, 1].map(|index| items[index].as_str().unwrap_or_default());
                    attempts.push(swapped(tree, &section, 0, first, place.kind, false));
                }
                _ => {}
            }
        }
        attempts.push(turned_round(tree, &place, entries));
    }
    attempts
}

/// Whether it means something which of two neighbours comes first: the first server is the default, and what callers
/// must give are arguments.
fn order_counts(kind: &str, items: &Map<String, Value>, one: &Value, other: &Value, api: &Api) -> bool {
    let is_given = |item: &Value| {
        !matches!(item.get("optional").map(ToString::to_string).as_deref(), Some("true" | "\"request\""))
            && item.get("only").is_none_or(|only| only == "request")
            && item.get("tag").is_none()
    };
    match kind {
        "server" => api.servers.first().is_some_and(|server| one == server.url.as_str()),
        "parameter" => is_given(one) && is_given(other),
        "field" => is_given(one) && is_given(other) && is_sent(items, api),
        _ => false,
    }
}

/// Whether an object with these members is met in requests.
fn is_sent(items: &Map<String, Value>, api: &Api) -> bool {
    let has_all = |object: &&clientsmith::api::Object| {
        object.fields.len() == items.len() && object.fields.iter().all(|field| items.contains_key(&field.item.name))
    };
    api.objects.iter().find(has_all).is_some_and(|object| object.uses.request)
}

/// Two neighbours of a mapping or list change places.
fn swapped(
    tree: &Value,
    path: &str,
    index: usize,
    names: [&str; 2],
    kind: &'static str,
    order_counts: bool,
) -> Attempt {
    let mut after = tree.clone();
    match at_mut(&mut after, path) {
        Value::Array(items) => items.swap(index, index + 1),
        Value::Object(entries) => {
            let mut list: Vec<_> = std::mem::take(entries).into_iter().collect();
            list.swap(index, index + 1);
            *entries = list.into_iter().collect();
        }
        _ => {}
    }
    Attempt {
        name: format!("{}: {} before {}", shown_path(path), names[1], names[0]),
        operation: Operation::Reorder,
        subject: kind,
        meaning: if order_counts { Meaning::Something } else { Meaning::Nothing },
        tree: after,
        keep: path.to_owned(),
    }
}

/// The keys of a mapping, last ones first.
fn turned_round(tree: &Value, place: &Place, entries: &Map<String, Value>) -> Attempt {
    let mut after = tree.clone();
    let turned = entries.clone().into_iter().rev().collect();
    *at_mut(&mut after, &place.path) = Value::Object(turned);
    Attempt {
        name: format!("{}: turn the keys round", shown_path(&place.path)),
        operation: Operation::Reorder,
        subject: place.kind,
        meaning: Meaning::Nothing,
        tree: after,
        keep: place.path.clone(),
    }
}
