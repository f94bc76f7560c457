//! Reads calls, and how they move objects from state to state.

use super::{
    description::{Endpoint, Lifecycle, Parameter, Transition},
    item::{bare_item, item, keys, owner},
    node::{Entry, Faulty, Node, Read, Text, Value},
    reader::{self, Mapping},
    type_expression,
};
use crate::diag::{Diagnostics, code};

/// Reads an entry of `endpoints`.
pub(super) fn endpoint(entry: &Entry, diagnostics: &mut Diagnostics) -> Endpoint {
    let Entry { key, value } = entry;
    let keys = keys!["http", "params", "returns", "errors", "examples"];
    let Ok(mapping) = Mapping::open(value, owner("endpoint", key), &key.span, &keys, diagnostics) else {
        return Endpoint {
            item: bare_item(key),
            http: Err(Faulty),
            parameters: Err(Faulty),
            returns: Err(Faulty),
            errors: Err(Faulty),
            examples: Vec::new(),
        };
    };
    Endpoint {
        item: item(key, &mapping, diagnostics),
        http: mapping.required_text("http", diagnostics),
        parameters: mapping.each("params", diagnostics, parameter),
        returns: mapping
            .get("returns")
            .and_then(|node| node.map(|node| type_expression::read(node, diagnostics)).transpose()),
        errors: mapping.texts("errors", diagnostics),
        examples: mapping.each("examples", diagnostics, example).unwrap_or_default(),
    }
}

fn parameter(entry: &Entry, diagnostics: &mut Diagnostics) -> Parameter {
    let Entry { key, value } = entry;
    let keys = keys!["in", "type", "optional"];
    let Ok(mapping) = Mapping::open(value, owner("parameter", key), &key.span, &keys, diagnostics) else {
        return Parameter { item: bare_item(key), location: Err(Faulty), ty: Err(Faulty), optional: Err(Faulty) };
    };
    Parameter {
        item: item(key, &mapping, diagnostics),
        location: mapping.required_text("in", diagnostics),
        ty: mapping.require("type", diagnostics).and_then(|node| type_expression::read(node, diagnostics)),
        optional: mapping.boolean("optional", diagnostics),
    }
}

fn example(entry: &Entry, diagnostics: &mut Diagnostics) -> (Text, Read<Node>) {
    let Entry { key, value } = entry;
    let response = Mapping::open(value, owner("example", key), &key.span, &["response"], diagnostics)
        .and_then(|mapping| mapping.require("response", diagnostics).cloned());
    (key.clone(), response)
}

/// Reads an entry of `lifecycles`: beside `initial`, each key is an endpoint.
pub(super) fn lifecycle(entry: &Entry, diagnostics: &mut Diagnostics) -> Lifecycle {
    let Entry { key, value } = entry;
    let Ok(mapping) = Mapping::open_any(value, owner("lifecycle", key), &key.span, diagnostics) else {
        return Lifecycle { field: key.clone(), initial: Err(Faulty), transitions: Vec::new() };
    };
    let moves = mapping.entries().iter().filter(|entry| entry.key.value != "initial");
    Lifecycle {
        field: key.clone(),
        initial: mapping.required_text("initial", diagnostics),
        transitions: moves.filter_map(|entry| transition(entry, diagnostics).ok()).collect(),
    }
}

fn transition(entry: &Entry, diagnostics: &mut Diagnostics) -> Read<Transition> {
    let Entry { key, value } = entry;
    let keys = ["from", "to", "otherwise", "sets", "clears"];
    let mapping = Mapping::open(value, format!("the move by {}", code(&key.value)), &key.span, &keys, diagnostics)?;
    Ok(Transition {
        endpoint: key.clone(),
        from: mapping.require("from", diagnostics).and_then(|node| match &node.value {
            Value::List(_) => mapping.texts("from", diagnostics),
            _ => reader::text(node, "`from`", diagnostics).map(|state| vec![state]),
        }),
        to: mapping.required_text("to", diagnostics),
        otherwise: mapping.required_text("otherwise", diagnostics),
        sets: mapping.text("sets", diagnostics).ok().flatten(),
        clears: mapping.text("clears", diagnostics).ok().flatten(),
    })
}
