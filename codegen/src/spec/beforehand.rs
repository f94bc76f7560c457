//! What must be known of `api.yaml` before all of it is read. What is wrong with it is said by whoever reads it then.

use crate::{
    diag::{Diagnostics, Sources},
    yaml::{self, Node, Text, Value},
};

/// The document that `api.yaml` names, which makes a project of a description.
#[must_use]
pub fn named_document(sources: &Sources) -> Option<Text> {
    let document = under(&file(sources)?, "openapi")?;
    let value = if let Value::Text(text) = &document.value { text.clone() } else { String::new() };
    Some(Text { value, span: document.span })
}

/// The folder of the crate that `api.yaml` names, as a path from its own.
#[must_use]
pub fn named_folder(sources: &Sources) -> Option<String> {
    let out = under(&under(&file(sources)?, "package")?, "out")?;
    if let Value::Text(out) = out.value { Some(out).filter(|out| !out.is_empty()) } else { None }
}

fn file(sources: &Sources) -> Option<Node> {
    (!sources.files.is_empty()).then(|| yaml::read_strictly(sources, 0, &mut Diagnostics::default()).ok())?
}

/// What stands under a key.
fn under(node: &Node, key: &str) -> Option<Node> {
    let Value::Mapping(entries) = &node.value else { return None };
    entries.iter().find(|entry| entry.key.value == key).map(|entry| entry.value.clone())
}
