//! Checks `was`: a former name is another one than the present, and no neighbour has it, or says that it had it.

use std::collections::HashMap;

use crate::{
    api::model::{Api, Item},
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, Description, Text},
};

/// Checks the former names of all items.
pub(super) fn check(description: &Description, diagnostics: &mut Diagnostics) {
    let resources = &description.resources;
    if let Ok(file) = &description.api {
        among("header", file.headers.iter().map(|header| &header.item), diagnostics);
        among("environment", file.environments.iter(), diagnostics);
        among("server variable", file.server_variables.iter().map(|variable| &variable.item), diagnostics);
        among("error field", file.protocol.error_fields.iter().map(|field| &field.item), diagnostics);
    }
    among("resource", resources.iter().map(|resource| &resource.item), diagnostics);
    let identifiers = resources.iter().flat_map(|resource| &resource.identifiers);
    among("identifier", identifiers.map(|identifier| &identifier.item), diagnostics);
    let objects = resources.iter().flat_map(|resource| &resource.objects);
    let enums = resources.iter().flat_map(|resource| &resource.enums);
    // What is written in place is named after its owner, and renamed with it.
    let types = objects.clone().map(|object| (&object.item, object.in_place.is_none()));
    let types: Vec<_> = types.chain(enums.clone().map(|item| (&item.item, item.in_place.is_none()))).collect();
    let aliases = resources.iter().flat_map(|resource| &resource.aliases);
    let types: Vec<_> = types.into_iter().chain(aliases.map(|alias| (&alias.item, true))).collect();
    let names = types.iter().map(|(item, _)| *item);
    renamed("type", types.iter().filter(|(_, says_so)| *says_so).map(|(item, _)| *item), names, diagnostics);
    let codes = resources.iter().flat_map(|resource| &resource.codes);
    among("error code", codes.map(|code| &code.item), diagnostics);
    among("event", resources.iter().flat_map(|resource| &resource.events).map(|event| &event.item), diagnostics);
    for object in objects {
        among("field", object.fields.iter().flatten().map(|field| &field.item), diagnostics);
        let variants = object.union.iter().flatten().flat_map(|union| &union.variants);
        among("variant", variants.map(|variant| &variant.item), diagnostics);
    }
    for enumeration in enums {
        among("value", enumeration.values.iter().flatten(), diagnostics);
    }
    for resource in resources {
        among("endpoint", resource.endpoints.iter().map(|endpoint| &endpoint.item), diagnostics);
        for endpoint in &resource.endpoints {
            let argument = endpoint.body.iter().flatten().flat_map(|body| &body.argument);
            let parameters = endpoint.parameters.iter().flatten().chain(argument);
            among("parameter", parameters.map(|parameter| &parameter.item), diagnostics);
        }
    }
}

/// Checks items that are beside each other.
fn among<'a>(noun: &str, items: impl Iterator<Item = &'a spec::Item> + Clone, diagnostics: &mut Diagnostics) {
    renamed(noun, items.clone(), items, diagnostics);
}

/// Checks items that have these beside them.
fn renamed<'a>(
    noun: &str,
    items: impl Iterator<Item = &'a spec::Item>,
    beside: impl Iterator<Item = &'a spec::Item>,
    diagnostics: &mut Diagnostics,
) {
    let present: HashMap<&str, &Text> = beside.map(|item| (item.name.value.as_str(), &item.name)).collect();
    let mut claimed: HashMap<&str, (&spec::Item, &Text)> = HashMap::new();
    for (item, was) in items.flat_map(|item| item.was.iter().map(move |was| (item, was))) {
        let former = was.value.trim();
        let fault = if former == item.name.value {
            // With another name in Rust, it is that one which is new.
            item.rust.is_none().then(|| never_otherwise(noun, item, was))
        } else if let Some(still) = present.get(former) {
            Some(still_there(noun, item, was, still))
        } else {
            let first = claimed.get(former);
            first.map(|(other, first)| said_twice(noun, (other, first), (item, was)))
        };
        if let Some(fault) = fault {
            diagnostics.push(fault);
        }
        claimed.entry(former).or_insert((item, was));
    }
}

fn never_otherwise(noun: &str, item: &spec::Item, was: &Text) -> Diagnostic {
    let message = format!("the {noun} {} was never named otherwise", code(&item.name.value));
    let fault = Diagnostic::new("invalid-rename", message, &was.span, "this is its present name");
    fault.help("write the name that it had before, or take this one out of `was`")
}

fn still_there(noun: &str, item: &spec::Item, was: &Text, still: &Text) -> Diagnostic {
    let former = code(was.value.trim());
    let message = format!("the {noun} {} was {former}, but there still is one", code(&item.name.value));
    let fault = Diagnostic::new("invalid-rename", message, &was.span, "said to be the former name");
    fault.label(&still.span, "still here").help(format!("take it out of `was`, or remove the {noun} {former}"))
}

fn said_twice(noun: &str, (other, first): (&spec::Item, &Text), (item, was): (&spec::Item, &Text)) -> Diagnostic {
    let former = code(was.value.trim());
    let (other, item) = (code(&other.name.value), code(&item.name.value));
    let message = if other == item {
        format!("the {noun} {item} is said twice to have been {former}")
    } else {
        format!("the {noun}s {other} and {item} are both said to have been {former}")
    };
    let fault = Diagnostic::new("invalid-rename", message, &was.span, "again here").label(&first.span, "first here");
    fault.help("leave it where it is true")
}

/// Takes from what is written in place the former names that another type has or had: no one said that they were this
/// one's.
pub(super) fn drop_taken(api: &mut Api) {
    let objects = api.objects.iter_mut().map(|object| (&mut object.item, object.in_place.is_some()));
    let enums = api.enums.iter_mut().map(|item| (&mut item.item, item.in_place.is_some()));
    let mut types: Vec<(&mut Item, bool)> = objects.chain(enums).collect();
    let mut owners: HashMap<String, usize> = HashMap::new();
    for name in types.iter().flat_map(|(item, _)| std::iter::once(&item.name).chain(&item.was)) {
        *owners.entry(name.clone()).or_default() += 1;
    }
    for (item, _) in types.iter_mut().filter(|(_, is_in_place)| *is_in_place) {
        item.was.retain(|was| owners[was] == 1);
    }
}
