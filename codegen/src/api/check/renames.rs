//! Checks `was`: a former name is another one than the present, and no neighbour has it.

use std::collections::{HashMap, HashSet};

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
    let names = types.iter().map(|(item, _)| *item);
    renamed("type", types.iter().filter(|(_, says_so)| *says_so).map(|(item, _)| *item), names, diagnostics);
    let codes = resources.iter().flat_map(|resource| &resource.codes);
    among("error code", codes.map(|code| &code.item), diagnostics);
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
            let parameters = endpoint.parameters.iter().flatten();
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
    for item in items {
        let Some(was) = &item.was else { continue };
        let (name, former) = (code(&item.name.value), was.value.trim());
        if former == item.name.value {
            // With another name in Rust, it is that one which is new.
            if item.rust.is_none() {
                let message = format!("the {noun} {name} was never named otherwise");
                let fault = Diagnostic::new("invalid-rename", message, &was.span, "this is its present name");
                diagnostics.push(fault.help("write the name that it had before, or remove `was`"));
            }
        } else if let Some(still) = present.get(former) {
            let message = format!("the {noun} {name} was {}, but there still is one", code(former));
            let fault = Diagnostic::new("invalid-rename", message, &was.span, "said to be the former name");
            let help = format!("remove `was`, or remove the {noun} {}", code(former));
            diagnostics.push(fault.label(&still.span, "still here").help(help));
        }
    }
}

/// Takes the former name from what is written in place if another type has it: no one said that it was this one's.
pub(super) fn drop_taken(api: &mut Api) {
    let types = api.objects.iter().map(|object| &object.item).chain(api.enums.iter().map(|item| &item.item));
    let names: HashSet<String> = types.map(|item| item.name.clone()).collect();
    let drop_taken = |item: &mut Item| item.was.take_if(|was| names.contains(was));
    for object in api.objects.iter_mut().filter(|object| object.in_place.is_some()) {
        drop_taken(&mut object.item);
    }
    for enumeration in api.enums.iter_mut().filter(|enumeration| enumeration.in_place.is_some()) {
        drop_taken(&mut enumeration.item);
    }
}
