//! What an overlay says that is to be done.

use serde_json_path::JsonPath;

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::openapi::document::look::Look;
use crate::openapi::document::schema::literal;
use crate::yaml::{Node, Text, Value};

/// The name of the rule that an overlay broke.
const RULE: &str = "invalid-overlay";

/// Something that is to be done to a document.
pub(super) struct Action<'a> {
    /// To what.
    pub(super) target: Query,
    pub(super) what: What<'a>,
}

/// What is to be done.
pub(super) enum What<'a> {
    /// Take it away.
    Remove,
    /// Merge this into it.
    Update(&'a Node),
    /// Merge into it what stands elsewhere in the document.
    Copy(Query),
}

/// Which parts of a document are meant.
pub(super) struct Query {
    pub(super) path: JsonPath,
    pub(super) text: Text,
}

/// The actions of an overlay. What is wrong with it is a fault: whoever uses it can mend it.
pub(super) fn actions<'a>(overlay: &'a Node, diagnostics: &mut Diagnostics) -> Vec<Action<'a>> {
    let version = overlay.at("overlay").and_then(literal).map(|(_, version)| version).unwrap_or_default();
    if !version.starts_with("1.") {
        let fault = Diagnostic::new(RULE, "this is no overlay: it does not say `overlay: 1.…`", &overlay.span, "here");
        diagnostics.push(fault.help("name a file that has `overlay: 1.0.0`, `info` and `actions`"));
        return Vec::new();
    }
    let actions = overlay.items_at("actions");
    if actions.is_empty() {
        let fault = Diagnostic::new(RULE, "the overlay has no actions", &overlay.span, "here");
        diagnostics.push(fault.help("write a list of them as `actions`, or leave out the overlay"));
    }
    actions.iter().filter_map(|node| action(node, diagnostics)).collect()
}

fn action<'a>(node: &'a Node, diagnostics: &mut Diagnostics) -> Option<Action<'a>> {
    let Some(target) = node.placed_text("target") else {
        let fault = Diagnostic::new(RULE, "an action has no `target`", &node.span, "this action");
        diagnostics.push(fault.help("say by a JSONPath what it is about: `target: $.info`"));
        return None;
    };
    let target = query(target, diagnostics);
    let what = what(node, diagnostics);
    Some(Action { target: target?, what: what? })
}

/// What is to be done. To take something away wins over all else, and an update over a copy.
fn what<'a>(node: &'a Node, diagnostics: &mut Diagnostics) -> Option<What<'a>> {
    if node.has_true("remove") {
        return Some(What::Remove);
    }
    // An update may be nothing, which is a value as well.
    if let Some(update) =
        node.entry("update").map(|entry| &entry.value).filter(|node| !matches!(node.value, Value::Faulty))
    {
        return Some(What::Update(update));
    }
    if let Some(copied) = node.placed_text("copy") {
        return query(copied, diagnostics).map(What::Copy);
    }
    let fault = Diagnostic::new(RULE, "an action does nothing", &node.span, "this action");
    diagnostics.push(fault.help("write `update: …`, `copy: …` or `remove: true`"));
    None
}

fn query(text: Text, diagnostics: &mut Diagnostics) -> Option<Query> {
    match JsonPath::parse(&text.value) {
        Ok(path) => Some(Query { path, text }),
        Err(why) => {
            let message = format!("{} is no JSONPath: {}", code(&text.value), why.message());
            let place = text.part(why.position().min(text.value.len())..text.value.len());
            let fault = Diagnostic::new(RULE, message, &place, "here");
            diagnostics.push(fault.help("write a path of RFC 9535, such as `$.paths['/things'].get`"));
            None
        }
    }
}
