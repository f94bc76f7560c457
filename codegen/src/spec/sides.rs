//! Requests and responses: the two sides on which data is met.

use super::reader::{self, Mapping, SIDES};
use crate::{
    diag::{Diagnostic, Diagnostics, closest, code, instead},
    yaml::{Faulty, Node, Read, Value},
};

/// Requests, responses, both, or neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    /// In what callers send.
    pub request: bool,
    /// In what the service answers.
    pub response: bool,
}

impl Sides {
    /// On both sides.
    pub const BOTH: Self = Self { request: true, response: true };
    /// On neither side.
    pub const NONE: Self = Self { request: false, response: false };
    /// In requests only.
    pub const REQUEST: Self = Self { request: true, response: false };
    /// In responses only.
    pub const RESPONSE: Self = Self { request: false, response: true };

    /// The sides that both have.
    #[must_use]
    pub fn common(self, other: Self) -> Self {
        Self { request: self.request && other.request, response: self.response && other.response }
    }

    /// Whether both have a side in common.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.common(other) != Self::NONE
    }
}

/// Reads `only`, the one side on which something is met; both if it is absent.
pub(super) fn only(mapping: &Mapping, diagnostics: &mut Diagnostics) -> Read<Sides> {
    let Some(node) = mapping.get("only")? else { return Ok(Sides::BOTH) };
    reader::text(node, "`only`", diagnostics)?;
    side(node).ok_or_else(|| unknown(node, "only", "`request` or `response`", diagnostics))
}

/// Reads `optional`, which says on which of some sides a member may be left out.
pub(super) fn optional(mapping: &Mapping, sides: Sides, diagnostics: &mut Diagnostics) -> Read<Sides> {
    let Some(node) = mapping.get("optional")? else { return Ok(Sides::NONE) };
    match (&node.value, side(node)) {
        (Value::Boolean(false), _) => Ok(Sides::NONE),
        (Value::Boolean(true), _) => Ok(sides),
        (_, Some(side)) if side.meets(sides) => Ok(side),
        (Value::Text(name), Some(_)) => {
            let message = format!("{} is never in a {name}, so it cannot be optional there", mapping.owner());
            let fault = Diagnostic::new("misplaced-key", message, &node.span, "not where `only` says");
            diagnostics.push(fault.help("write `optional: true`, or remove `only`"));
            Ok(Sides::NONE)
        }
        (Value::Text(_), None) => Err(unknown(node, "optional", SIDES, diagnostics)),
        _ => Err(reader::wrong_kind(node, "`optional`", SIDES, diagnostics)),
    }
}

/// The side that a text names.
fn side(node: &Node) -> Option<Sides> {
    match &node.value {
        Value::Text(side) if side == "request" => Some(Sides::REQUEST),
        Value::Text(side) if side == "response" => Some(Sides::RESPONSE),
        _ => None,
    }
}

/// Reports a text that names no side.
fn unknown(node: &Node, key: &str, expected: &str, diagnostics: &mut Diagnostics) -> Faulty {
    let Value::Text(name) = &node.value else { return Faulty };
    let message = format!("`{key}` is {expected}, not {}", code(name));
    let otherwise = "write `request` for what callers send, or `response` for what the service answers";
    let truth = reader::truth(name).filter(|_| expected == SIDES).map(str::to_owned);
    let help = truth.unwrap_or_else(|| instead(closest(name, ["request", "response"]), otherwise));
    diagnostics.push(Diagnostic::new("wrong-kind", message, &node.span, "this is none of them").help(help));
    Faulty
}
