//! Checks that the examples of an endpoint fit what it returns.

mod fitting;
pub(super) mod made;
mod member_list;
mod values;

use fitting::Fitting;
use serde_json::Map;

use crate::{
    api::{
        check::{items, names::NameRule},
        model::{Api, Example, Returns},
        scalars::TimestampFormat,
    },
    diag::{Diagnostic, Diagnostics},
    spec::{Node, Read, Text, Value},
};

/// Checks all examples of an endpoint, in which instants have a form.
pub(crate) fn check(
    examples: &[(Text, Read<Node>)],
    returns: &Read<Returns>,
    timestamps: TimestampFormat,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Vec<Example> {
    let mut checked = Vec::new();
    for (name, response) in examples {
        items::name(name, "example", NameRule::Wire, diagnostics);
        let Ok(node) = response else { continue };
        match returns {
            Ok(Returns::Value(ty)) => Fitting::new(api, timestamps, diagnostics).value(node, ty),
            Ok(Returns::Page(pagination, item)) => {
                Fitting::new(api, timestamps, diagnostics).page(node, *pagination, item);
            }
            Ok(Returns::Nothing) => {
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
        Value::Number(number) => number.to_json().map_or(serde_json::Value::Null, serde_json::Value::Number),
        Value::Text(text) => serde_json::Value::String(text.clone()),
        Value::List(items) => serde_json::Value::Array(items.iter().map(json).collect()),
        Value::Mapping(entries) => {
            let members = entries.iter().map(|entry| (entry.key.value.clone(), json(&entry.value)));
            serde_json::Value::Object(members.collect::<Map<_, _>>())
        }
    }
}
