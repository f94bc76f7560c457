//! Checks that examples of events are deliveries of them, and that their data fits.

use super::invalid;
use crate::{
    api::{
        check::{
            examples::{self, json},
            items,
            names::NameRule,
        },
        model::{Api, EventKind, Type},
    },
    diag::{Diagnostics, code},
    spec::{self, Node, Value},
};

/// Checks the examples of an event.
pub(super) fn check(
    event: &spec::Event,
    kind: EventKind,
    data: Option<&Type>,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Vec<(String, serde_json::Value)> {
    let mut checked = Vec::new();
    for (name, body) in &event.examples {
        items::name(name, "example", NameRule::Wire, diagnostics);
        let Ok(body) = body else { continue };
        envelope(body, event, kind, diagnostics);
        if let (Some(data), Some(node)) = (data, at(body, kind.data_at())) {
            examples::value(node, data, kind.timestamps(), api, diagnostics);
        }
        checked.push((name.value.clone(), json(body)));
    }
    checked
}

/// What members lead to.
fn at<'n>(node: &'n Node, path: &[&str]) -> Option<&'n Node> {
    path.iter().try_fold(node, |node, name| match &node.value {
        Value::Mapping(entries) => entries.iter().find(|entry| entry.key.value == *name).map(|entry| &entry.value),
        _ => None,
    })
}

/// Checks what every envelope says, and that a snapshot has its object.
fn envelope(body: &Node, event: &spec::Event, kind: EventKind, diagnostics: &mut Diagnostics) {
    let Some(object) = kind.object() else { return };
    let mut says = |member: &str, expected: Option<&str>| {
        let found = at(body, &[member]);
        let is_right = match (found.map(|node| &node.value), expected) {
            (Some(Value::Text(text)), Some(expected)) => text == expected,
            (Some(_), None) => true,
            _ => false,
        };
        if !is_right {
            let message = format!("{} does not begin this event as {} does", code(member), kind_in_words(kind));
            let place = found.map_or(&body.span, |node| &node.span);
            let help =
                expected.map_or_else(|| format!("add `{member}: …`"), |text| format!("write `{member}: {text}`"));
            invalid(message, place, "this delivery", help, diagnostics);
        }
    };
    says("id", None);
    says("object", Some(object));
    says("type", Some(&event.item.name.value));
    says("created", None);
    if kind == EventKind::Snapshot {
        says("data", None);
    }
}

fn kind_in_words(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Snapshot => "a snapshot",
        EventKind::Thin => "a thin event",
        EventKind::Own => "an event",
    }
}
