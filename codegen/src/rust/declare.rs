//! Names of all modules and of all types that other items can speak of, given out before anything else is decided.

use super::calls::statuses;
use super::events;
use super::former::{FormerCall, former, former_identifier, former_variant, former_with};
use super::item_names::{AliasNames, CallNames, ModuleNames, Names, ObjectNames, SideNames, UNION_FIELD};
use super::names::{Case, Name};
use super::scope::{Naming, Owner, Scope};
use super::sides::Side;
use super::types::is_struct;
use crate::api::{Alias, Api, Auth, EVENTS_HOME, EventKind, Object, ObjectId, Resource, Token};

/// Modules that every generated crate has.
const MODULE_NAMES: &[&str] = &["reexports", "runtime", "service"];
/// Cargo features that every generated crate has, as far as a module could be named so too.
pub(crate) const FEATURE_NAMES: &[&str] =
    &["async", "blocking", "chrono", "default", "gzip", "http2", "jiff", "proxy", "ring", "serde", "tracing"];
/// The module that there is beside events.
const WEBHOOKS: &[&str] = &["webhooks"];
/// Modules that are crates of Rust as well, so that no path would tell which of the two it means.
const CRATE_NAMES: &[&str] = &["alloc", "core", "std"];
/// Files and folders in `src` by which Cargo finds what to build.
const TARGET_NAMES: &[&str] = &["bin", "lib", "main"];
/// Names that Windows gives to devices, but for those of ports.
const DEVICE_NAMES: &[&str] = &["aux", "con", "nul", "prn"];
/// The most characters of the name of a module: it names a folder, a file of tests and a Cargo feature.
const LONGEST_MODULE: usize = 64;
/// The most characters of the name of a type or call that a line of code has room for.
const HANDY: usize = 40;

/// Why a name that Windows keeps for itself cannot be had.
const NO_FOLDER: &str = "it is no folder on Windows";

/// Names all modules and all types that other items can speak of.
pub(super) fn declare(api: &Api, naming: &mut Naming<'_>) -> (Names, Vec<ModuleNames>) {
    let mut names = Names {
        objects: vec![<_>::default(); api.objects.len()],
        enums: vec![<_>::default(); api.enums.len()],
        identifiers: vec![<_>::default(); api.identifiers.len()],
        aliases: vec![<_>::default(); api.aliases.len()],
        event: None,
    };
    let ports: [String; 20] = std::array::from_fn(|index| format!("{}{}", ["com", "lpt"][index / 10], index % 10));
    let mut module_names = Scope::with_reserved("modules", &[MODULE_NAMES, FEATURE_NAMES].concat())
        .reserving(CRATE_NAMES, "it is a crate of Rust")
        .reserving(TARGET_NAMES, "it means something else to Cargo")
        .reserving(DEVICE_NAMES, NO_FOLDER)
        .reserving(&ports.each_ref().map(String::as_str), NO_FOLDER)
        .up_to(LONGEST_MODULE);
    if api.webhooks.as_ref().is_some_and(|webhooks| webhooks.signing.is_some()) {
        module_names = module_names.reserving(WEBHOOKS, "it verifies what the service delivers");
    }
    let mut modules = Vec::new();
    for resource in &api.resources {
        let module = naming.declare("resource", &resource.item, Case::Snake, &mut module_names);
        let mut types = Scope::new(format!("types of `{}`", resource.item.name)).handy_up_to(HANDY);
        declare_types(api, resource, &module, &mut names, &mut types, naming);
        declare_events(api, resource, &module, &mut names, &mut types, naming);
        modules.push((module, declare_calls(resource, &mut types, naming)));
    }
    for (object, names) in api.objects.iter().zip(&mut names.objects) {
        declare_members(object, names, naming);
    }
    (names, modules)
}

fn declare_types(
    api: &Api,
    resource: &Resource,
    module: &Name,
    names: &mut Names,
    types: &mut Scope,
    naming: &mut Naming<'_>,
) {
    for id in &resource.identifiers {
        let item = &api[*id].item;
        let name = match &item.rust {
            Some(_) => naming.name(item, Case::Camel),
            None => naming.name(item, Case::Camel).with_ending("Id"),
        };
        naming.enter(&name, Owner::new("identifier", item), types);
        naming.keep(&former_identifier(item, &name), "identifier", item, types);
        names.identifiers[id.index()] = (module.clone(), name);
    }
    for id in &resource.aliases {
        names.aliases[id.index()] = declare_alias(&api[*id], module, types, naming);
    }
    for id in &resource.objects {
        declare_object(*id, api, module, names, types, naming);
    }
    for id in &resource.enums {
        let item = &api[*id].item;
        let name = naming.name(item, Case::Camel);
        naming.enter(&name, Owner::of_type("enum", item, api[*id].in_place.is_some()), types);
        naming.keep(&former(item, Case::Camel, &name), "enum", item, types);
        names.enums[id.index()] = (module.clone(), name);
    }
}

/// Reserves the names of what all events have, in the module of their resource.
fn declare_events(
    api: &Api,
    resource: &Resource,
    module: &Name,
    names: &mut Names,
    types: &mut Scope,
    naming: &mut Naming<'_>,
) {
    let Some(webhooks) = api.webhooks.as_ref().filter(|_| resource.item.name == EVENTS_HOME) else { return };
    if webhooks.event_type.is_empty() {
        for (_, event) in api.events() {
            let name = naming.name(&event.item, Case::Camel);
            naming.enter(&name, Owner::new("event", &event.item), types);
            naming.keep(&former(&event.item, Case::Camel, &name), "event", &event.item, types);
        }
        return;
    }
    let owner = |kind: &str| Owner::new(kind, &resource.item);
    let name = |text: &str| Name::exact(text).unwrap_or_default();
    naming.enter(&name(events::ENUM), owner("enum of the events of"), types);
    if api.events().any(|(_, event)| event.kind == EventKind::Thin) {
        naming.enter(&name(events::RELATED), owner("call that follows events of"), types);
    }
    names.event = Some((module.clone(), name(events::ENUM)));
}

/// Names a type with a name of its own, on each side on which it is met if it is another one on each.
fn declare_alias(alias: &Alias, module: &Name, types: &mut Scope, naming: &mut Naming<'_>) -> AliasNames {
    let name = naming.name(&alias.item, Case::Camel);
    let mut enter = |ending: &str| {
        let name = name.with_ending(ending);
        naming.enter(&name, Owner::new("alias", &alias.item), types);
        naming.keep(&former_with(&alias.item, Case::Camel, ending, &name), "alias", &alias.item, types);
        (module.clone(), name)
    };
    if !alias.is_sided() {
        let both = enter("");
        return AliasNames { answer: both.clone(), request: both };
    }
    let mut on = |side: Side| if side.is_in(alias.uses) { enter(side.ending()) } else { <_>::default() };
    AliasNames { answer: on(Side::Answer), request: on(Side::Request) }
}

/// Names what an object becomes on each side on which it is met.
fn declare_object(
    id: ObjectId,
    api: &Api,
    module: &Name,
    names: &mut Names,
    types: &mut Scope,
    naming: &mut Naming<'_>,
) {
    let object = &api[id];
    let name = naming.name(&object.item, Case::Camel);
    let names = &mut names.objects[id.index()];
    for (side, kind) in [(Side::Answer, "object"), (Side::Request, "request form of the object")] {
        if !side.is_in(object.uses) {
            continue;
        }
        let mut enter = |ending: &str, kind: &str| {
            let name = name.with_ending(ending);
            naming.enter(&name, Owner::of_type(kind, &object.item, object.in_place.is_some()), types);
            let former = former_with(&object.item, Case::Camel, ending, &name);
            naming.keep(&former, kind, &object.item, types);
            name
        };
        let whole = enter(side.ending(), kind);
        let union = if object.union.is_some() && is_struct(object, side) {
            enter(side.union_ending(), &format!("union of the {kind}"))
        } else {
            whole.clone()
        };
        *names.side_mut(side) = SideNames { object: (module.clone(), whole), union: (module.clone(), union) };
    }
}

fn declare_calls(resource: &Resource, types: &mut Scope, naming: &mut Naming<'_>) -> Vec<CallNames> {
    let mut functions = Scope::new(format!("calls of `{}`", resource.item.name));
    let calls = resource.endpoints.iter().map(|endpoint| {
        let item = &endpoint.item;
        let function = naming.declare("endpoint", item, Case::Snake, &mut functions);
        let has_sender = matches!(&endpoint.auth, Auth::Token(Token { session: Some(_), .. }));
        let names = CallNames::of(function, has_sender);
        let former = FormerCall::of(item, &names);
        naming.keep(&former.functions, "endpoint", item, &mut functions);
        for (kind, name, former) in [
            ("operation of the endpoint", Some(&names.operation), &former.operations),
            ("error enum of the endpoint", Some(&names.error), &former.errors),
            ("answer of the endpoint", statuses::has_answer(endpoint).then_some(&names.answer), &former.answers),
            ("refusal of the endpoint", statuses::has_refusal(endpoint).then_some(&names.refusal), &former.refusals),
            ("sender of the endpoint", names.sender.as_ref(), &former.senders),
        ] {
            if let Some(name) = name {
                naming.enter(name, Owner::new(kind, item), types);
                naming.keep(former, kind, item, types);
            }
        }
        names
    });
    calls.collect()
}

fn declare_members(object: &Object, names: &mut ObjectNames, naming: &mut Naming<'_>) {
    let reserved: &[&str] = if object.union.is_some() { &[UNION_FIELD] } else { &[] };
    let mut scope = Scope::with_reserved(format!("fields of `{}`", object.item.name), reserved);
    let fields = object.fields.iter();
    names.fields = fields.map(|field| naming.declare("field", &field.item, Case::Snake, &mut scope)).collect();
    names.rest = object.rest.as_ref().map(|rest| naming.declare("field", &rest.item, Case::Snake, &mut scope));
    let mut scope = Scope::with_reserved(format!("variants of `{}`", object.item.name), &["Unknown"]);
    let variants = object.union.iter().flat_map(|union| &union.variants);
    let variants = variants.map(|variant| {
        let name = naming.declare("variant", &variant.item, Case::Camel, &mut scope);
        naming.keep(&former_variant(variant, &name), "variant", &variant.item, &mut scope);
        name
    });
    names.variants = variants.collect();
}
