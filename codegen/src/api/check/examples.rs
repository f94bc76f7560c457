//! Checks that the examples of an endpoint fit what it returns.

use serde_json::Map;

use super::{fitting::Fitting, items, names, returns::Form};
use crate::{
    api::model::{Api, Example},
    diag::{Diagnostic, Diagnostics},
    spec::{Node, Read, Text, Value},
};

/// Checks all examples of an endpoint.
pub(super) fn check(
    examples: &[(Text, Read<Node>)],
    form: &Read<Form>,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Vec<Example> {
    let mut checked = Vec::new();
    for (name, response) in examples {
        items::name(name, "example", names::Form::Wire, diagnostics);
        let Ok(node) = response else { continue };
        match form {
            Ok(Form::Value(ty, timestamps)) => Fitting::new(api, *timestamps, diagnostics).value(node, ty),
            Ok(Form::Page(pagination, item, timestamps)) => {
                Fitting::new(api, *timestamps, diagnostics).page(node, *pagination, item);
            }
            Ok(Form::Nothing) => {
                let message = "the endpoint returns nothing";
                let fault = Diagnostic::new("example-mismatch", message, &node.span, "yet here is a response");
                diagnostics.push(fault.help("add `returns` to the endpoint, or remove the example"));
            }
            Err(_) => {}
        }
        checked.push(Example { name: name.value.clone(), response: json(node) });
    }
    checked
}

/// The same value as JSON.
fn json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null | Value::Faulty => serde_json::Value::Null,
        Value::Boolean(value) => serde_json::Value::Bool(*value),
        Value::Number(number) => serde_json::Value::Number(number.clone()),
        Value::Text(text) => serde_json::Value::String(text.clone()),
        Value::List(items) => serde_json::Value::Array(items.iter().map(json).collect()),
        Value::Mapping(entries) => {
            let members = entries.iter().map(|entry| (entry.key.value.clone(), json(&entry.value)));
            serde_json::Value::Object(members.collect::<Map<_, _>>())
        }
    }
}
