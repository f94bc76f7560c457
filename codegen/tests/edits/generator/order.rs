//! Edits of order: of named items, of items of lists, and of keys.

use clientsmith::api::Api;
use serde_json::{Map, Value};

use super::place::{Place, places};
use super::tables::{Below, below};
use super::tree::{at, at_mut, shown_path};
use super::{ANY, Attempt, Meaning, NONE, Operation};

/// Neighbours that change places, and keys that are turned round.
pub(super) fn attempts(tree: &Value, api: &Api) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    for place in places(tree) {
        let Value::Object(entries) = at(tree, &place.path) else { continue };
        for (key, value) in entries {
            let section = format!("{}/{key}", place.path);
            match (below(place.kind, key, value), value) {
                (Some(Below::Each(kind)), Value::Object(items)) => {
                    let pairs = items.iter().zip(items.iter().skip(1)).enumerate();
                    for (index, (one, other)) in pairs {
                        let means = order_counts(kind, items, one.1, other.1, api);
                        attempts.push(swapped(&section, index, [one.0, other.0], kind, means));
                    }
                }
                (_, Value::Array(items)) if items.len() > 1 => {
                    let first = [0, 1].map(|index| items[index].as_str().unwrap_or_default());
                    // The first credentials that a client has sign, and an event is what several places say in this order.
                    let means = key == "auth" || (place.kind, key.as_str()) == ("webhooks", "type");
                    attempts.push(swapped(&section, 0, first, place.kind, means));
                }
                _ => {}
            }
        }
        attempts.push(turned_round(&place, entries));
    }
    attempts
}

/// Whether it means something which of two neighbours comes first: the first server and the first environment are the
/// default, and what callers must give are arguments.
fn order_counts(kind: &str, items: &Map<String, Value>, one: &Value, other: &Value, api: &Api) -> bool {
    let is_given = |item: &Value| {
        !matches!(item.get("optional").map(ToString::to_string).as_deref(), Some("true" | "\"request\""))
            && item.get("only").is_none_or(|only| only == "request")
            && item.get("const").is_none()
    };
    match kind {
        "server" | "environment" => items.values().next() == Some(one),
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
fn swapped(path: &str, index: usize, names: [&str; 2], kind: &'static str, order_counts: bool) -> Attempt {
    let keep = path.to_owned();
    let swap = move |tree: &mut Value| match at_mut(tree, &keep) {
        Value::Array(items) => items.swap(index, index + 1),
        Value::Object(entries) => {
            let mut list: Vec<_> = std::mem::take(entries).into_iter().collect();
            list.swap(index, index + 1);
            *entries = list.into_iter().collect();
        }
        _ => {}
    };
    Attempt {
        name: format!("{}: {} before {}", shown_path(path), names[1], names[0]),
        operation: Operation::Reorder,
        subject: kind,
        meaning: if order_counts { Meaning::Something } else { Meaning::Nothing },
        wires: ANY,
        change: Box::new(swap),
        keep: path.to_owned(),
        put: None,
    }
}

/// The keys of a mapping, last ones first.
fn turned_round(place: &Place, entries: &Map<String, Value>) -> Attempt {
    let turned = Value::Object(entries.clone().into_iter().rev().collect());
    let path = place.path.clone();
    Attempt {
        name: format!("{}: turn the keys round", shown_path(&place.path)),
        operation: Operation::Reorder,
        subject: place.kind,
        meaning: Meaning::Nothing,
        wires: NONE,
        change: Box::new(move |tree| *at_mut(tree, &path) = turned.clone()),
        keep: place.path.clone(),
        put: None,
    }
}
