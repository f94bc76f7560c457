//! Where the bodies of errors say what went wrong: where most of those of a document do.

use std::collections::HashMap;

use crate::openapi::document::{Document, Kind, Look, NodeId, Operation, Schema};
use crate::openapi::types::follow_members;
use crate::spec::Node;

/// Members that hold a code, best first.
const CODES: [&str; 7] = ["error.code", "errors.0.code", "code", "error_code", "errorCode", "error.type", "error"];
/// Members that hold a message, best first.
const MESSAGES: [&str; 8] = [
    "error.message",
    "errors.0.message",
    "message",
    "error_description",
    "detail",
    "errorMessage",
    "description",
    "error",
];

/// The members that lead to the code and to the message.
pub(in crate::openapi) struct ErrorPaths {
    pub(in crate::openapi) code: Option<&'static str>,
    pub(in crate::openapi) message: Option<&'static str>,
}

pub(in crate::openapi) fn error_paths<'a>(document: &Document<'a>, operations: &[Operation<'a>]) -> ErrorPaths {
    let mut bodies: HashMap<NodeId, (&'a Node, usize)> = HashMap::new();
    for operation in operations {
        for entry in operation.node.entries_at("responses") {
            let status = &entry.key.value;
            if !status.starts_with(['4', '5']) && status != "default" {
                continue;
            }
            let response = document.meant(&entry.value);
            let Some(schema) = response.entries_at("content").first().and_then(|media| media.value.at("schema")) else {
                continue;
            };
            let schema = document.meant(schema);
            bodies.entry(NodeId::of(schema)).or_insert((schema, 0)).1 += 1;
        }
    }
    let best = |paths: &[&'static str]| {
        let count = |path: &str| -> usize {
            bodies.values().filter(|(schema, _)| leads_to_value(schema, path, document)).map(|(_, count)| *count).sum()
        };
        let counted = paths.iter().map(|path| (count(path), *path)).filter(|(count, _)| *count > 0);
        // Of those that are met as often, the first.
        counted.rev().max_by_key(|(count, _)| *count).map(|(_, path)| path)
    };
    ErrorPaths { code: best(&CODES), message: best(&MESSAGES) }
}

/// Whether members lead to a text or a number.
fn leads_to_value<'a>(schema: &'a Node, path: &str, document: &Document<'a>) -> bool {
    let node = follow_members(schema, path, document);
    node.is_some_and(|node| matches!(Schema(node).kinds().as_slice(), [Kind::Text | Kind::Integer]))
}
