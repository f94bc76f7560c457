//! Reports endpoints that make the same call. What only overlaps (`/things/{id}` and `/things/search`) is for the service
//! to tell apart.

use std::collections::HashMap;

use crate::{
    api::{
        check::paths,
        model::{AnswerContent, Literal},
    },
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, ApiFile, Description, Endpoint, Read, Resource, ServerUrl, Text},
};

/// Reports all but the first of the endpoints that send the same method to the same place, for the same kind of answer, and
/// that no constant tells apart.
pub(crate) fn check(description: &Description, diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<String, Vec<Call>> = HashMap::new();
    for call in description.resources.iter().flat_map(calls) {
        let Some(target) = target(&call, &description.api) else { continue };
        let alike = seen.entry(target).or_default();
        match alike.iter().find(|first| !are_apart(first, &call)) {
            Some(first) => diagnostics.push(same(first, &call)),
            None => alike.push(call),
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

/// Whether a constant is in the requests of one of two endpoints that is never in those of the other.
fn are_apart(one: &Call, other: &Call) -> bool {
    let (Ok(one), Ok(other)) = (&one.endpoint.parameters, &other.endpoint.parameters) else { return true };
    let tells = |parameter: &spec::Parameter, others: &[spec::Parameter]| {
        let Some(says) = said(parameter).filter(|_| parameter.optional == Ok(false)) else { return false };
        let is_same = |other: &&spec::Parameter| other.item.name.value == parameter.item.name.value;
        match others.iter().filter(is_same).find(|other| place(other) == place(parameter)) {
            Some(other) => said(other).is_some_and(|other| other != says),
            None => true,
        }
    };
    one.iter().any(|parameter| tells(parameter, other)) || other.iter().any(|parameter| tells(parameter, one))
}

fn said(parameter: &spec::Parameter) -> Option<Literal> {
    Literal::of(&parameter.constant.as_ref().ok()?.as_ref()?.value)
}

fn place(parameter: &spec::Parameter) -> Option<&str> {
    parameter.location.as_ref().ok().map(|location| location.value.as_str())
}

fn same(first: &Call, again: &Call) -> Diagnostic {
    let name = |call: &Call| code(&format!("{}.{}", call.resource.item.name.value, call.endpoint.item.name.value));
    let message = format!("the endpoints {} and {} make the same call", name(first), name(again));
    let differ_by_names = first.http.value != again.http.value && again.http.value.contains('{');
    let otherwise = if differ_by_names {
        "remove one of the two, or correct its method or path: the names of parameters do not tell paths apart"
    } else {
        "remove one of the two, or correct its method or path; a parameter with `const` can tell them apart"
    };
    Diagnostic::new("duplicate-endpoint", message, &again.http.span, "again here")
        .label(&first.http.span, "first here")
        .help(otherwise)
}
