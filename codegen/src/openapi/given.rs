//! The names that types get: those that are kept, and for others the first of theirs that nothing else has.

use std::collections::{HashMap, HashSet};

use super::calls::Made;
use super::document::Document;
use super::kept::{CallPlace, Facts, Kept, places};
use super::names::{camel, distinct, words};
use super::rename::TypeName;
use super::types::{Defined, Definition, SHARED};
use crate::casing;
use crate::diag::Diagnostics;
use crate::spec::{EVENTS_HOME, Event};

/// With what names end that are made of those of others: what callers send, and, of unions, what they are one of.
const ENDINGS: [&str; 3] = ["KindParams", PARAMS, "Kind"];
const PARAMS: &str = "Params";

/// The names that were given, by the places of what has them.
pub(super) struct Places {
    pub(super) calls: Vec<GivenCall>,
    /// The names of types.
    pub(super) types: Vec<(String, String)>,
}

/// The name of a call.
pub(super) struct GivenCall {
    pub(super) place: CallPlace,
    pub(super) module: String,
    pub(super) function: String,
    pub(super) facts: Facts,
}

/// The names of all types, and the places of all that has one. What is kept wrongly is found.
pub(super) fn given(
    document: &Document<'_>,
    made: &[Made],
    events: &[Event],
    definitions: &[Definition],
    kept: &Kept,
    found: &mut Diagnostics,
) -> (Vec<TypeName>, Places) {
    let type_places = type_places(document, definitions);
    let met = || type_places.iter().flatten();
    let calls: Vec<GivenCall> = made.iter().filter_map(given_call).collect();
    kept.check_calls(calls.iter().map(|call| &call.place), found);
    kept.check_types(met(), found);
    let of_type = |place: &Option<String>| place.as_ref().and_then(|place| kept.types.get(place));
    let said: Vec<Option<&str>> = type_places.iter().map(|place| of_type(place).map(|ty| ty.name.as_str())).collect();
    let names = names((made, events), definitions, &type_places, &said);
    let types = type_places.iter().zip(&names).filter_map(|(place, name)| Some((place.clone()?, name.clone())));
    let places = Places { calls, types: types.collect() };
    let was = type_places.iter().map(|place| of_type(place).map(|ty| ty.was.clone()).unwrap_or_default());
    let exact = |(name, was): (String, _)| {
        let plain = camel(&words(&name));
        // What is spelt as no other name would be has that name in Rust as well.
        let rust = (casing::camel(&name) != name && plain != name).then(|| name.clone());
        TypeName { name, rust, was }
    };
    (names.into_iter().zip(was).map(exact).collect(), places)
}

fn given_call(made: &Made) -> Option<GivenCall> {
    let (module, function) = (made.module.name.clone(), made.endpoint.item.name.value.clone());
    Some(GivenCall { place: made.place.clone()?, module, function, facts: made.facts })
}

/// Where the schemas of types stand; nothing for what lies too deep to be kept. Each place comes once.
fn type_places(document: &Document<'_>, definitions: &[Definition]) -> Vec<Option<String>> {
    let wanted: HashSet<_> = definitions.iter().map(|definition| definition.node).collect();
    let places = places(document, &wanted);
    let mut known: HashMap<String, usize> = HashMap::new();
    let unique = |Definition { node, part, .. }: &Definition| {
        let place = places.get(node)?;
        let place = part.as_ref().map_or_else(|| place.clone(), |part| format!("{place} ({part})"));
        let count = known.entry(place.clone()).or_default();
        *count += 1;
        Some(if *count == 1 { place } else { format!("{place} ({count})") })
    };
    definitions.iter().map(unique).collect()
}

/// Whether a type is all of a schema that has a name in the document.
fn is_component(definition: &Definition, place: Option<&String>) -> bool {
    let name = place.and_then(|place| place.split("/components/schemas/").nth(1));
    definition.part.is_none() && name.is_some_and(|name| !name.contains('/'))
}

/// The names that modules have for their calls and for what belongs to them, and for events.
fn operations<'a>(made: &'a [Made], events: &[Event]) -> HashMap<&'a str, HashSet<String>> {
    let mut operations: HashMap<&str, HashSet<String>> = HashMap::new();
    if !events.is_empty() {
        let readers = events.iter().map(|event| casing::camel(&event.item.name.value));
        operations.entry(EVENTS_HOME).or_default().extend(readers.chain(["Event".to_owned()]));
    }
    for call in made {
        let operation = casing::camel(&call.endpoint.item.name.value);
        let names = operations.entry(&call.module.name).or_default();
        names.extend(["Error", "Answer", "Refusal"].map(|ending| format!("{operation}{ending}")));
        names.insert(operation);
    }
    operations
}

/// The name of each type: the one that is kept, or the first of its own that nothing else has. What has a name in the document
/// keeps it beside what is written in place.
fn names(
    (made, events): (&[Made], &[Event]),
    definitions: &[Definition],
    places: &[Option<String>],
    kept: &[Option<&str>],
) -> Vec<String> {
    let operations = operations(made, events);
    // What stands in several places makes way for what is called so in the document.
    let own: HashSet<&String> = definitions.iter().filter_map(|definition| definition.names.first()).collect();
    let candidates = definitions.iter().zip(kept).map(|(definition, kept)| {
        if let Some(kept) = kept {
            return vec![(*kept).to_owned()];
        }
        let common = definition.common_names().filter(|name| !own.contains(name));
        let last = definition.names.first().map(|name| format!("{name}Data"));
        common.chain(&definition.names).cloned().chain(last).collect()
    });
    let candidates: Vec<Vec<String>> = candidates.collect();
    // Names that differ in the case of letters alone would be one for constants and modules.
    let all_kept: HashSet<String> = kept.iter().flatten().map(|name| casing::snake(name)).collect();
    // Nothing is kept of a document that no project names: then no name is written in small letters to be looked for.
    let is_kept = |name: &str| {
        if all_kept.is_empty() {
            return false;
        }
        let endings = std::iter::once("").chain(ENDINGS);
        endings.into_iter().any(|ending| all_kept.contains(&casing::snake(&format!("{name}{ending}"))))
    };
    let named: Vec<bool> = definitions.iter().zip(places).map(|(it, place)| is_component(it, place.as_ref())).collect();
    let components = definitions.iter().zip(&named).filter(|(_, is_named)| **is_named);
    let components: HashSet<&str> =
        components.filter_map(|(definition, _)| Some(definition.names.first()?.as_str())).collect();
    let is_component =
        |item: usize, name: &str| !named[item] && definitions[item].module.is_none() && components.contains(name);
    let is_taken = |item: usize, name: &str| {
        let module = definitions[item].module.as_deref().unwrap_or(SHARED);
        let is_called = || operations.get(module).is_some_and(|names| names.contains(name));
        kept[item].is_none() && (is_kept(name) || is_called() || is_component(item, name))
    };
    let first = distinct(&candidates, is_taken);
    let all: HashSet<&str> = first.iter().map(String::as_str).collect();
    let is_union = |definition: &Definition| match &definition.defined {
        Some(Defined::Object(object)) => matches!(object.union, Ok(Some(_))),
        _ => false,
    };
    let unions = first.iter().zip(definitions).filter(|(_, definition)| is_union(definition));
    let unions: HashSet<&str> = unions.map(|(name, _)| name.as_str()).collect();
    let is_ending = |name: &str| {
        let is_of = |ending: &str| {
            let of = if ending == PARAMS { &all } else { &unions };
            name.strip_suffix(ending).is_some_and(|stem| of.contains(stem))
        };
        ENDINGS.into_iter().any(is_of)
    };
    distinct(&candidates, |item, name| is_taken(item, name) || kept[item].is_none() && is_ending(name))
}
