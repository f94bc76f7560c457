//! Small documents in which something is missing, or says something else: each still becomes a crate.

use clientsmith::diag::Diagnostics;
use clientsmith::openapi::Files;
use serde_json::{Value, json};

use super::json::document;

/// Of all changes to a document, so many are tried.
const TRIED: usize = 24;

/// What a place says after a change; nothing if it is gone.
fn changes() -> Vec<Option<Value>> {
    let mut changes: Vec<Option<Value>> = vec![None];
    changes.extend(
        [
            json!(null),
            json!(true),
            json!(-1),
            json!("\u{202e}a\"\\\n"),
            json!([null]),
            json!({}),
            json!({"$ref": "#/nowhere"}),
            json!({"$ref": "#"}),
            json!({"type": ["string", "null", "object"]}),
            json!({"oneOf": [{"enum": []}, {"allOf": [{}]}]}),
            json!({"discriminator": {"propertyName": "kind"}}),
        ]
        .map(Some),
    );
    changes
}

/// The places of all values, by keys and indices.
fn places(value: &Value) -> Vec<String> {
    let mut open = vec![(String::new(), value)];
    let mut found = Vec::new();
    while let Some((place, value)) = open.pop() {
        let escaped = |key: &String| key.replace('~', "~0").replace('/', "~1");
        match value {
            Value::Object(members) => {
                open.extend(members.iter().map(|(key, value)| (format!("{place}/{}", escaped(key)), value)));
            }
            Value::Array(items) => {
                open.extend(items.iter().enumerate().map(|(index, value)| (format!("{place}/{index}"), value)));
            }
            _ => {}
        }
        found.push(place);
    }
    found.retain(|place| !place.is_empty() && place != "/openapi");
    found.sort();
    found
}

fn change(document: &mut Value, place: &str, to: Option<&Value>) {
    if let Some(to) = to {
        *document.pointer_mut(place).unwrap() = to.clone();
        return;
    }
    let (parent, key) = place.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(members) => _ = members.remove(&key.replace("~1", "/").replace("~0", "~")),
        Value::Array(items) => _ = items.remove(key.parse().unwrap()),
        _ => {}
    }
}

#[test]
fn each_change_of_a_document_leaves_a_crate() {
    let changes = changes();
    for folder in super::folders().iter().filter(|folder| !folder.ends_with("several_files")) {
        let whole = document(std::fs::read_to_string(folder.join("openapi.yaml")).unwrap());
        let places = places(&whole);
        for number in 0..TRIED {
            // Primes, so that neither changes nor places go together.
            let place = &places[number * 7919 % places.len()];
            let to = &changes[number * 31 % changes.len()];
            let mut mutant = whole.clone();
            change(&mut mutant, place, to.as_ref());
            let files = Files::of_text("openapi.json", mutant.to_string(), &mut Diagnostics::default()).unwrap();
            let made = clientsmith::build_document(&files);
            let why = made.err().map(|faults| faults.render(&files.sources, false));
            assert!(why.is_none(), "{}: {place} to {to:?}\n{}", folder.display(), why.unwrap_or_default());
        }
    }
}
