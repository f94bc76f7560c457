//! Small documents as JSON, which tests can change.

use clientsmith::diag::{Diagnostics, Source, Sources};
use clientsmith::yaml::{self, Node, Value};

/// A document as JSON.
pub(crate) fn document(text: String) -> serde_json::Value {
    let sources = Sources { files: vec![Source { path: "openapi.yaml".to_owned(), text }] };
    json(&yaml::read_leniently(&sources, 0, &mut Diagnostics::default()).unwrap())
}

fn json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null | Value::Faulty => serde_json::Value::Null,
        Value::Boolean(truth) => (*truth).into(),
        Value::Number(number) => number.to_json().map_or(serde_json::Value::Null, Into::into),
        Value::Text(text) => text.as_str().into(),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Mapping(entries) => serde_json::Value::Object(
            entries.iter().map(|entry| (entry.key.value.clone(), json(&entry.value))).collect(),
        ),
    }
}
