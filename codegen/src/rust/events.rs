//! Events in Rust: one enum for all of them, in the module of their resource.

use super::attributes::attributes;
use super::docs::Doc;
use super::former::former;
use super::item_names::CallNames;
use super::model::{Attributes, Event, Events, RustType, Union, UnionVariant};
use super::names::{Case, Name};
use super::scope::{ENUM_NAMES, Naming, Owner, Scope};
use super::sides::Side;
use super::types::Types;
use crate::api::{self, EVENTS_HOME, EnumBase, EventKind, Resource, Told, Webhooks};

/// The enum of all events.
pub(super) const ENUM: &str = "Event";
/// What is sent for the object that an event is about.
pub(super) const RELATED: &str = "Related";

/// What stands above the enum.
const DOC: &str = "\
What the service tells by itself.

It is read from what a webhook or a queue delivers. An event that is not known here is kept whole, and data that does
not fit is kept as it came, beside the error.";

/// Lowers all events, if this is their resource.
pub(super) fn lower_events(
    resource: &Resource,
    calls: &[CallNames],
    types: &Types<'_>,
    naming: &mut Naming<'_>,
) -> Option<Events> {
    let webhooks = types.api.webhooks.as_ref().filter(|_| resource.item.name == EVENTS_HOME)?;
    let is_told = !webhooks.event_type.is_empty();
    let mut variants = Scope::with_reserved("events", ENUM_NAMES);
    let mut examples = Scope::new("examples of events");
    let mut list = Vec::new();
    let lower = |(_, event): (&Resource, &api::Event)| {
        let name = naming.declare("event", &event.item, Case::Camel, &mut variants);
        // A variant that holds something has no former name, and each of these holds a delivery.
        let former = if is_told { Vec::new() } else { former(&event.item, Case::Camel, &name) };
        naming.keep(&former, "event", &event.item, &mut variants);
        list.push(lower_event(event, &webhooks.event_type, &name, &mut examples, naming));
        let data = data(event, types);
        UnionVariant {
            attributes: attributes(&event.item).formerly(former),
            wire: event.item.name.clone(),
            data: Some(if is_told {
                RustType::Box(Box::new(delivery(event, data, types)))
            } else {
                data.unwrap_or(RustType::Json)
            }),
            form: None,
            aliased: Vec::new(),
            conversions: Vec::new(),
            name,
        }
    };
    let variants = types.api.events().map(lower).collect();
    let mut attributes = Attributes::beside(&resource.item, Doc::of(DOC));
    attributes.origin.owner = webhooks.span.clone();
    Some(Events {
        union: Union {
            name: Name::exact(ENUM).unwrap_or_default(),
            attributes,
            told: told(&webhooks.event_type),
            base: EnumBase::Text,
            variants,
            shapes: Vec::new(),
            is_answer: true,
            json_form: None,
        },
        list,
        retrieve: webhooks.retrieve.map(|index| (calls[index].function.clone(), calls[index].operation.clone())),
        webhooks: with_names_in_lower_case(webhooks.clone()),
    })
}

/// Names of headers are looked for in lower case.
fn with_names_in_lower_case(mut webhooks: Webhooks) -> Webhooks {
    let of_signing = webhooks
        .signing
        .iter_mut()
        .flat_map(|signing| std::iter::once(&mut signing.header).chain(&mut signing.timestamp).chain(&mut signing.id));
    let followed = webhooks.headers.iter_mut().map(|(name, _)| name);
    let places = webhooks.event_type.iter_mut().chain([&mut webhooks.id]).filter_map(|place| match place {
        api::Located::Header(name) => Some(name),
        api::Located::Members(_) => None,
    });
    for name in of_signing.chain(followed).chain(places) {
        name.make_ascii_lowercase();
    }
    webhooks
}

/// What readers are told of how events are told apart.
fn told(places: &[api::Located]) -> Told {
    let tags = places.iter().map(|place| match place {
        api::Located::Members(members) => members.join("."),
        api::Located::Header(name) => name.clone(),
    });
    Told::Inside { tag: tags.collect::<Vec<_>>().join(", ") }
}

/// The headers that say what an example is: all that its body does not say of it.
fn example_headers(event: &api::Event, places: &[api::Located]) -> Vec<(String, String)> {
    let said = |members: &[String]| {
        let found = members.iter().try_fold(&event.example, |value, name| value.get(name));
        found.and_then(serde_json::Value::as_str).map(|text| format!(".{text}"))
    };
    let mut rest = event.item.name.as_str();
    let mut headers = Vec::new();
    for place in places.iter().rev() {
        match place {
            api::Located::Members(members) => {
                rest = said(members).and_then(|said| rest.strip_suffix(&said)).unwrap_or(rest);
            }
            api::Located::Header(name) => headers.push((name.to_ascii_lowercase(), rest.to_owned())),
        }
    }
    headers
}

fn lower_event(
    event: &api::Event,
    places: &[api::Located],
    name: &Name,
    examples: &mut Scope,
    naming: &mut Naming<'_>,
) -> Event {
    let example_name = Name::new(&format!("event {}", name.plain()), Case::Screaming).unwrap_or_default();
    naming.enter(&example_name, Owner::new("example of the event", &event.item), examples);
    Event {
        kind: event.kind,
        test_name: Name::new(&format!("event {}", name.plain()), Case::Snake).unwrap_or_default(),
        example_name,
        example: event.example.clone(),
        example_headers: example_headers(event, places),
        is_shown: !event.examples.is_empty(),
    }
}

/// What an event says.
fn data(event: &api::Event, types: &Types<'_>) -> Option<RustType> {
    event.data.as_ref().map(|ty| types.of(ty, Side::Answer))
}

/// What a delivery of an event is, with such data.
fn delivery(event: &api::Event, data: Option<RustType>, types: &Types<'_>) -> RustType {
    let envelope = match event.kind {
        EventKind::Snapshot => "SnapshotEvent",
        EventKind::Own => "DeliveredEvent",
        EventKind::Thin => {
            let related = event.related.map(|id| types.object(id, Side::Answer));
            let parts = match (data, related) {
                (None, None) => Vec::new(),
                (data, None) => vec![data.unwrap_or(RustType::Unit)],
                (data, Some(related)) => vec![data.unwrap_or(RustType::Unit), related],
            };
            return RustType::Generic("ThinEvent", parts);
        }
    };
    RustType::Generic(envelope, vec![data.unwrap_or(RustType::Json)])
}
