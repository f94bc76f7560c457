//! The file of a resource.

use super::out::Entry;
use super::{calls, events, headers, keys::Keys, layout, objects, out::Out, security, types::Places};
use crate::spec::{Lifecycle, Object, Resource, Shared, Transition, schema};

/// The text of the file.
pub(super) fn text(resource: &Resource, of_api: Option<&Shared>) -> String {
    let places = Places::of(resource);
    let item = &resource.item;
    let (objects, unions) = in_sections(&resource.objects);
    let shared: Vec<&Shared> = std::iter::once(&resource.shared).chain(of_api).collect();
    let keys = Keys::of(&schema::RESOURCE)
        .text("resource", Some(&item.name))
        .item(item)
        .put("auth", resource.security.as_ref().map(security::out))
        .section("headers", resource.shared.headers.iter().map(headers::header));
    let keys = calls::shared(keys, &resource.shared, item, &places)
        .section("ids", resource.identifiers.iter().map(objects::identifier))
        .section("aliases", resource.aliases.iter().map(objects::alias))
        .section("objects", objects.iter().map(|object| objects::object(object, &places)))
        .section("unions", unions.iter().map(|union| objects::object(union, &places)))
        .section("enums", resource.enums.iter().filter(|of| of.in_place.is_none()).map(objects::enumeration))
        .section("errors", resource.codes.iter().map(objects::code))
        .section("endpoints", resource.endpoints.iter().map(|endpoint| calls::endpoint(endpoint, &shared, &places)))
        .section("lifecycles", resource.lifecycles.iter().map(lifecycle))
        .section("events", resource.events.iter().map(|event| events::event(event, item, &places)));
    layout::file(&keys.entries())
}

/// The objects, and the unions that stand behind all of them. A union among objects stays there, for the order is kept.
fn in_sections(all: &[Object]) -> (Vec<&Object>, Vec<&Object>) {
    let alone: Vec<&Object> = all.iter().filter(|object| object.in_place.is_none()).collect();
    let first = alone.iter().rposition(|object| !object.is_union_alone()).map_or(0, |last| last + 1);
    (alone[..first].to_vec(), alone[first..].to_vec())
}

fn lifecycle(Lifecycle { field, initial, transitions }: &Lifecycle) -> Entry {
    let initial = initial.as_ref().ok().map(|initial| Entry::named("initial", Out::text(initial)));
    let entries = initial.into_iter().chain(transitions.iter().map(transition)).collect();
    Entry::named(&field.value, Out::Mapping(entries, super::out::Shape::Block))
}

fn transition(of: &Transition) -> Entry {
    let keys = Keys::of(&schema::TRANSITION)
        .put("from", of.from.as_ref().ok().map(|from| Out::text_or_texts(from)))
        .text("to", of.to.as_ref().ok())
        .text("otherwise", of.otherwise.as_ref().ok())
        .text("sets", of.sets.as_ref())
        .text("clears", of.clears.as_ref());
    Entry::named(&of.endpoint.value, keys.out())
}
