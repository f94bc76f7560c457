//! Checks events one by one.

use super::{examples, fault::invalid, webhooks::NOWHERE};
use crate::{
    api::{
        check::{
            items::{self, Kind},
            symbols::Symbols,
            types,
        },
        model::{Api, Event, EventKind, ObjectId, Type},
    },
    diag::{Diagnostic, Diagnostics, closest, code, instead},
    spec::{self, Description, Read},
};

/// Checks the events of a resource.
pub(in crate::api::check) fn check(
    resource: &spec::Resource,
    description: &Description,
    api: &Api,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Vec<Event> {
    resource.events.iter().map(|event| one(event, description, api, symbols, diagnostics)).collect()
}

fn one(
    event: &spec::Event,
    description: &Description,
    api: &Api,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Event {
    let item = items::check(&event.item, Kind::Event, diagnostics);
    let kind = kind(event, diagnostics);
    let data = event
        .data
        .as_ref()
        .map_err(|faulty| *faulty)
        .and_then(|ty| ty.as_ref().map(|ty| types::resolve(ty, None, symbols, diagnostics)).transpose());
    let related = related(event, kind, symbols, diagnostics);
    if let (Ok(kind), Ok(data)) = (kind, &data) {
        has_data(event, kind, data.as_ref(), diagnostics);
        says_its_type(event, kind, description, diagnostics);
        if let (EventKind::Own, Some(data)) = (kind, data) {
            has_its_type(event, data, description, api, diagnostics);
        }
    }
    let data = data.ok().flatten();
    let kind = kind.unwrap_or(EventKind::Own);
    let examples = examples::check(event, kind, data.as_ref(), api, diagnostics);
    Event { item, kind, data, related, examples, example: serde_json::Value::Null }
}

fn kind(event: &spec::Event, diagnostics: &mut Diagnostics) -> Read<EventKind> {
    let Some(word) = event.kind.as_ref().map_err(|faulty| *faulty)? else { return Ok(EventKind::Own) };
    EventKind::NAMED.into_iter().find(|kind| kind.as_str() == word.value).ok_or_else(|| {
        let message = format!("an event is no {}", code(&word.value));
        let meant = closest(&word.value, EventKind::NAMED.map(EventKind::as_str));
        let help = instead(meant, "write `snapshot` or `thin`, or no `kind` for a body of its own");
        invalid(message, &word.span, "no such kind", help, diagnostics)
    })
}

fn related(
    event: &spec::Event,
    kind: Read<EventKind>,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Option<ObjectId> {
    let written = event.related.as_ref().ok()?.as_ref()?;
    let ty = types::resolve(written, None, symbols, diagnostics).ok()?;
    let place = &event.item.name.span;
    let name = code(&event.item.name.value);
    if kind.is_ok_and(|kind| kind != EventKind::Thin) {
        let message = format!("the event {name} has `related`, but carries its object itself");
        invalid(message, place, "it is not thin", "remove `related`, or write `kind: thin`", diagnostics);
        return None;
    }
    let Type::Object(id) = ty else {
        let message = format!("what the event {name} is related to is no object");
        invalid(message, place, "this event", "name one of the `objects`", diagnostics);
        return None;
    };
    Some(id)
}

/// Only a thin event may have no data.
fn has_data(event: &spec::Event, kind: EventKind, data: Option<&Type>, diagnostics: &mut Diagnostics) {
    if data.is_some() || kind == EventKind::Thin {
        return;
    }
    let name = &event.item.name;
    let message = format!("the event {} does not say what it carries", code(&name.value));
    let help = "add `type: …`, or `fields`; or write `kind: thin`, if it only says what happened";
    let fault = Diagnostic::new("missing-key", message, &name.span, "`type` is missing");
    diagnostics.push(fault.help(help));
}

/// An event with an envelope says in that what happened.
fn says_its_type(event: &spec::Event, kind: EventKind, description: &Description, diagnostics: &mut Diagnostics) {
    let Ok(file) = &description.api else { return };
    let Ok(Some(webhooks)) = &file.webhooks else { return };
    let is_usual = match webhooks.event_type.as_deref() {
        Ok([]) | Err(_) => true,
        Ok([spec::Located::Members(members)]) => members.value == "type",
        Ok(_) => false,
    };
    if kind != EventKind::Own && !is_usual {
        let name = &event.item.name;
        let message = format!("the event {} says at `type` what happened", code(&name.value));
        let help = "remove `type` under `webhooks`, or `kind` here";
        invalid(message, &name.span, "it has an envelope", help, diagnostics);
    }
}

/// A body of its own has the member that says what happened, since nothing else of it does.
fn has_its_type(event: &spec::Event, data: &Type, description: &Description, api: &Api, diagnostics: &mut Diagnostics) {
    let Ok(spec::ApiFile { webhooks: Ok(Some(webhooks)), .. }) = &description.api else { return };
    let path = match webhooks.event_type.as_deref() {
        Ok([]) => "type",
        Ok([spec::Located::Members(word)]) if word.value == NOWHERE => return,
        Ok([spec::Located::Members(path), ..]) => path.value.as_str(),
        Ok([spec::Located::Header(_), ..]) | Err(_) => return,
    };
    let member = path.split('.').next().unwrap_or(path);
    let has_it = match data.meant() {
        Type::Object(id) => {
            let object = &api[*id];
            let is_open = object.union.is_some() || object.rest.is_some();
            is_open || object.fields.iter().any(|field| field.item.name == member && field.sides.response)
        }
        data => matches!(data, Type::Json | Type::Map(_)),
    };
    if !has_it {
        let name = &event.item.name;
        let message =
            format!("the event {} has no member {}, which says what happened", code(&name.value), code(member));
        let help = "add the member, or say under `webhooks` where else it stands: `type: …`";
        invalid(message, &name.span, "this event", help, diagnostics);
    }
}
