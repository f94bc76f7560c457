//! The same document as JSON, in which paths look for what they mean.

use std::sync::Arc;

use serde_json::{Map, Value as Json};
use serde_json_path::{NormalizedPath, PathElement};

use crate::yaml::{Node, Value};

/// A step from a list or mapping to what is in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Item(usize),
    Member(String),
}

/// The steps from the root to a part of the document.
pub(super) fn steps(path: &NormalizedPath<'_>) -> Vec<Step> {
    let step = |element: &PathElement<'_>| match element {
        PathElement::Name(name) => Step::Member((*name).to_owned()),
        PathElement::Index(index) => Step::Item(*index),
    };
    path.iter().map(step).collect()
}

/// A node as JSON. Numbers are as near as JSON comes: only filters look at them.
pub(super) fn json(node: &Node) -> Json {
    match &node.value {
        Value::Null | Value::Faulty => Json::Null,
        Value::Boolean(truth) => Json::Bool(*truth),
        Value::Number(number) => number.to_json().map_or(Json::Null, Json::Number),
        Value::Text(text) => Json::String(text.clone()),
        Value::List(items) => Json::Array(items.iter().map(json).collect()),
        Value::Mapping(entries) => {
            let members = entries.iter().map(|entry| (entry.key.value.clone(), json(&entry.value)));
            Json::Object(members.collect::<Map<_, _>>())
        }
    }
}

/// What stands at the end of some steps.
pub(super) fn json_at<'j>(root: &'j mut Json, steps: &[Step]) -> Option<&'j mut Json> {
    steps.iter().try_fold(root, |json, step| match step {
        Step::Item(index) => json.get_mut(index),
        Step::Member(name) => json.get_mut(name),
    })
}

/// The same in the document.
pub(super) fn node_at<'n>(root: &'n mut Node, steps: &[Step]) -> Option<&'n mut Node> {
    steps.iter().try_fold(root, |node, step| match (&mut node.value, step) {
        (Value::List(items), Step::Item(index)) => Arc::make_mut(items).get_mut(*index),
        (Value::Mapping(entries), Step::Member(name)) => {
            let index = entries.iter().position(|entry| entry.key.value == *name)?;
            Some(&mut Arc::make_mut(entries)[index].value)
        }
        _ => None,
    })
}
