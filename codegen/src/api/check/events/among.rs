//! Checks events beside each other.

use crate::{
    api::check::symbols,
    diag::{Diagnostic, Diagnostics},
    spec::{Description, Text},
};

/// Reports events that two files describe, and events of an API that does not say how it delivers them.
pub(in crate::api::check) fn check(description: &Description, diagnostics: &mut Diagnostics) {
    let events = || description.resources.iter().flat_map(|resource| &resource.events).map(|event| &event.item.name);
    let mut seen: Vec<&Text> = Vec::new();
    for name in events() {
        match seen.iter().find(|first| first.value == name.value) {
            Some(first) => diagnostics.push(symbols::defined_twice("event", name, first)),
            None => seen.push(name),
        }
    }
    let Ok(file) = &description.api else { return };
    match (events().next(), &file.webhooks) {
        (Some(first), Ok(None)) => {
            let message = "the API has events, but does not say how it signs them";
            let fault = Diagnostic::new("missing-key", message, &first.span, "such an event");
            diagnostics.push(fault.help("add `webhooks: {signature: …}` to `api.yaml`"));
        }
        (None, Ok(Some(webhooks))) if description.complete => {
            let message = "nothing uses `webhooks`";
            let remark = Diagnostic::remark("unused-definition", message, &webhooks.place, "the API has no events");
            diagnostics.push(remark.help("describe an event under `events` of a resource, or remove it"));
        }
        _ => {}
    }
}
