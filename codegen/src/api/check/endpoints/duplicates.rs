//! Reports endpoints that make the same call. What only overlaps (`/things/{id}` and `/things/search`) is for the service
//! to tell apart.

use std::collections::{HashMap, hash_map};

use crate::{
    api::{check::paths, model::AnswerContent},
    diag::{Diagnostic, Diagnostics, code},
    spec::{ApiFile, Description, Endpoint, Read, Resource, ServerUrl, Text},
};

/// Reports all but the first of the endpoints that send the same method to the same place, for the same kind of answer.
pub(crate) fn check(description: &Description, diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<String, Call> = HashMap::new();
    for call in description.resources.iter().flat_map(calls) {
        let Some(target) = target(&call, &description.api) else { continue };
        match seen.entry(target) {
            hash_map::Entry::Occupied(first) => diagnostics.push(same(first.get(), &call)),
            hash_map::Entry::Vacant(vacant) => _ = vacant.insert(call),
        }
    }
}

/// An endpoint whose method and path could be read.
struct Call<'a> {
    resource: &'a Resource,
    endpoint: &'a Endpoint,
    http: &'a Text,
}

fn calls(resource: &Resource) -> impl Iterator<Item = Call<'_>> {
    let endpoints = resource.endpoints.iter();
    endpoints.filter_map(move |endpoint| Some(Call { resource, endpoint, http: endpoint.http.as_ref().ok()? }))
}

/// Where a server is, as it is written; nothing if that is faulty.
fn server<'a>(name: Option<&Text>, file: &'a ApiFile) -> Option<&'a str> {
    let Some(servers) = &file.servers else { return name.is_none().then_some("") };
    let server = match name {
        Some(name) => servers.iter().find(|known| known.name.value == name.value)?,
        None => servers.first()?,
    };
    match server.url.as_ref().ok()? {
        ServerUrl::Same(url) => Some(&url.value),
        ServerUrl::Each(urls) => Some(&urls.first()?.1.as_ref().ok()?.value),
    }
}

/// Where the requests of an endpoint go, whatever its parameters are called; nothing if that is faulty.
fn target(call: &Call, file: &Read<ApiFile>) -> Option<String> {
    let url = server(call.endpoint.server.as_ref(), file.as_ref().ok()?)?;
    let (method, path) = paths::shape(call.http)?;
    // What is asked for tells such calls apart.
    let content = call.endpoint.answer.as_ref().ok()?.as_ref().and_then(|answer| answer.content.as_ref());
    let content = content.map_or(AnswerContent::Json.as_str(), |content| content.value.as_str());
    Some(format!("{} {url}{path} {content}", method.as_str()))
}

fn same(first: &Call, again: &Call) -> Diagnostic {
    let name = |call: &Call| code(&format!("{}.{}", call.resource.item.name.value, call.endpoint.item.name.value));
    let message = format!("the endpoints {} and {} make the same call", name(first), name(again));
    let differ_by_names = first.http.value != again.http.value && again.http.value.contains('{');
    let otherwise = if differ_by_names {
        "remove one of the two, or correct its method or path: the names of parameters do not tell paths apart"
    } else {
        "remove one of the two, or correct its method or path"
    };
    Diagnostic::new("duplicate-endpoint", message, &again.http.span, "again here")
        .label(&first.http.span, "first here")
        .help(otherwise)
}
