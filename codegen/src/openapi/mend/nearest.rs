//! The last resort: what is described nearest before a fault is taken out, where nothing smaller mends it.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::Faults;
use crate::diag::Diagnostic;
use crate::openapi::remarks::Remarks;
use crate::openapi::texts::at;
use crate::spec::{Alias, Description, Endpoint, Enum, Item, Object, Resource, TypeExpression};

/// Where something is described.
type Place = (usize, usize);

/// Takes out what stands nearest before each fault; says whether there was anything.
pub(super) fn mend(description: &mut Description, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let mut places: BTreeSet<Place> = BTreeSet::new();
    walk(description, &mut |item| {
        places.insert(place(item));
        true
    });
    let before = |fault: Place| places.range(..=fault).next_back().filter(|(file, _)| *file == fault.0).copied();
    let doomed: BTreeMap<Place, &Diagnostic> =
        faults.all().filter_map(|(fault_place, fault)| Some((before(fault_place)?, fault))).collect();
    walk(description, &mut |item| {
        let Some(fault) = doomed.get(&place(item)) else { return true };
        let help = "correct the document, if this is needed";
        remarks.say("left-out", &fault.message, &item.name.span, "left out, or plain JSON", help);
        false
    });
    !doomed.is_empty()
}

fn place(item: &Item) -> Place {
    (item.name.span.file, item.name.span.bytes.start)
}

/// Asks of everything that is described whether it stays.
fn walk(description: &mut Description, stays: &mut impl FnMut(&Item) -> bool) {
    for resource in &mut description.resources {
        types(resource, stays);
        resource.endpoints.retain_mut(|endpoint| call(endpoint, stays) && stays(&endpoint.item));
        resource.codes.retain(|code| stays(&code.item));
    }
    let Ok(api) = &mut description.api else { return };
    let Some(credentials) = &mut api.credentials else { return };
    let before = credentials.len();
    credentials.retain(|scheme| stays(&scheme.item));
    if credentials.len() == before {
        return;
    }
    let names: Vec<String> = credentials.iter().map(|scheme| scheme.item.name.value.clone()).collect();
    let endpoints = description.resources.iter_mut().flat_map(|resource| &mut resource.endpoints);
    let securities = endpoints.filter_map(|endpoint| endpoint.security.as_mut()).chain(api.auth.as_mut().ok());
    for security in securities {
        for all in &mut security.alternatives {
            all.retain(|name| names.contains(&name.value));
        }
        if security.alternatives.iter().all(Vec::is_empty) {
            security.alternatives.clear();
        }
    }
}

/// Asks of the types of a module; what is none any more is plain JSON, since others name it.
fn types(resource: &mut Resource, stays: &mut impl FnMut(&Item) -> bool) {
    let Resource { objects, enums, aliases, .. } = resource;
    for alias in aliases.iter_mut().filter(|alias| !stays(&alias.item)) {
        *alias = json(alias.item.clone());
    }
    objects.retain_mut(|Object { item, fields, union, .. }| {
        if let Ok(fields) = fields {
            fields.retain(|field| stays(&field.item));
        }
        if let Ok(Some(union)) = union {
            union.variants.retain(|variant| stays(&variant.item));
        }
        let is_kept = stays(item);
        aliases.extend((!is_kept).then(|| json(item.clone())));
        is_kept
    });
    enums.retain_mut(|Enum { item, values, .. }| {
        if let Ok(values) = values {
            values.retain(|value| stays(value));
        }
        let is_kept = stays(item);
        aliases.extend((!is_kept).then(|| json(item.clone())));
        is_kept
    });
}

fn json(item: Item) -> Alias {
    let ty = TypeExpression::Name(at(&item.name.span, "json"), None);
    Alias { item, ty: Ok(ty), bounds: Ok(Vec::new()), secret: Ok(None) }
}

/// Asks of the parameters of a call, and says whether all of its path are still there.
fn call(endpoint: &mut Endpoint, stays: &mut impl FnMut(&Item) -> bool) -> bool {
    let Ok(parameters) = &mut endpoint.parameters else { return true };
    let mut is_whole = true;
    parameters.retain(|parameter| {
        let is_kept = stays(&parameter.item);
        is_whole &= is_kept || parameter.location.as_ref().is_ok_and(|location| location.value != "path");
        is_kept
    });
    is_whole
}
