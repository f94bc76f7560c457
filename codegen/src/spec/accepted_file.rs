//! Reads `accepted.yaml`, the list of changes that were meant.

use super::{
    reader::{self, Mapping},
    schema,
};
use crate::{
    diag::{Diagnostic, Diagnostics, Span},
    yaml::{Node, Read, Text, Value},
};

/// That a change was meant.
#[derive(Debug)]
pub struct Acceptance {
    /// The rule by which it was judged.
    pub rule: Text,
    /// What changed.
    pub item: Text,
    /// What was written before.
    pub before: Option<Text>,
    /// What is written now.
    pub after: Option<Text>,
    /// Why it is right; empty if that was reported.
    pub reason: Text,
    /// Where all of this is written.
    pub span: Span,
}

/// Reads the file's tree; an empty file accepts nothing.
pub(super) fn read(node: &Node, diagnostics: &mut Diagnostics) -> Read<Vec<Acceptance>> {
    match &node.value {
        Value::Null => Ok(Vec::new()),
        Value::List(items) => Ok(items.iter().filter_map(|item| acceptance(item, diagnostics).ok()).collect()),
        _ => Err(reader::wrong_kind(node, "the file of accepted changes", "a list", diagnostics)),
    }
}

fn acceptance(node: &Node, diagnostics: &mut Diagnostics) -> Read<Acceptance> {
    let mapping = Mapping::open_file(node, "an accepted change", &schema::ACCEPTED_CHANGE, diagnostics)?;
    // Each is read before any is missed, so that one run shows all faults.
    let rule = mapping.required_text("rule", diagnostics);
    let item = mapping.required_text("item", diagnostics);
    let before = mapping.text("before", diagnostics);
    let after = mapping.text("after", diagnostics);
    let reason = mapping.required_text("reason", diagnostics).map(|reason| checked_reason(reason, diagnostics));
    Ok(Acceptance {
        rule: rule?,
        item: item?,
        before: before?,
        after: after?,
        reason: reason?,
        span: node.span.clone(),
    })
}

fn checked_reason(reason: Text, diagnostics: &mut Diagnostics) -> Text {
    let value = reason.value.trim().to_owned();
    if value.is_empty() {
        let fault = Diagnostic::new("missing-reason", "a change is accepted without a reason", &reason.span, "empty");
        diagnostics.push(fault.help("say in a sentence why callers can live with it: reviewers decide by that"));
    }
    Text { value, span: reason.span }
}
