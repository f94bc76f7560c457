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
    let mut variants = Scope::with_reserved("events", ENUM_NAMES);
    let mut examples = Scope::new("examples of events");
    let mut list = Vec::new();
    let lower = |(_, event): (&Resource, &api::Event)| {
        let name = naming.declare("event", &event.item, Case::Camel, &mut variants);
        let former = former(&event.item, Case::Camel, &name);
        naming.keep(&former, "event", &event.item, &mut variants);
        list.push(lower_event(event, &name, &mut examples, naming));
        UnionVariant {
            attributes: attributes(&event.item).formerly(former),
            wire: event.item.name.clone(),
            data: Some(RustType::Box(Box::new(body(event, types)))),
            form: None,
            aliased: Vec::new(),
            conversions: Vec::new(),
            name,
        }
    };
    let variants = types.api.events().map(lower).collect();
    let mut attributes = Attributes::beside(&resource.item, Doc::of(DOC));
    attributes.origin.member = Some(webhooks.span.clone());
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
    let signing = &mut webhooks.signing;
    let of_signing = std::iter::once(&mut signing.header).chain(&mut signing.timestamp).chain(&mut signing.id);
    let followed = webhooks.headers.iter_mut().map(|(name, _)| name);
    let places = [&mut webhooks.event_type, &mut webhooks.id].into_iter().filter_map(|place| match place {
        api::Located::Header(name) => Some(name),
        api::Located::Members(_) => None,
    });
    for name in of_signing.chain(followed).chain(places) {
        name.make_ascii_lowercase();
    }
    webhooks
}

/// What readers are told of how events are told apart.
fn told(place: &api::Located) -> Told {
    Told::Inside {
        tag: match place {
            api::Located::Members(members) => members.join("."),
            api::Located::Header(name) => name.clone(),
        },
    }
}

fn lower_event(event: &api::Event, name: &Name, examples: &mut Scope, naming: &mut Naming<'_>) -> Event {
    let example_name = Name::new(&format!("event {}", name.plain()), Case::Screaming).unwrap_or_default();
    naming.enter(&example_name, Owner::new("example of the event", &event.item), examples);
    Event {
        kind: event.kind,
        test_name: Name::new(&format!("event {}", name.plain()), Case::Snake).unwrap_or_default(),
        example_name,
        example: event.example.clone(),
        is_shown: !event.examples.is_empty(),
    }
}

/// What a delivery of an event is.
fn body(event: &api::Event, types: &Types<'_>) -> RustType {
    let data = event.data.as_ref().map(|ty| types.of(ty, Side::Answer));
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
