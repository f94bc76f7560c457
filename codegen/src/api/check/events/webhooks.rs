//! Checks how events are delivered, and how they are followed.

use super::signatures;
use crate::{
    api::{
        check::{endpoints::references::endpoint_named, file::headers, members, symbols::Symbols},
        model::{Endpoint, Located, Location, Resource, Returns, Webhooks},
    },
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, Description, EVENTS_HOME, Read, Text},
};

const RULE: &str = "invalid-webhooks";
/// Stands for no place at all.
pub(super) const NOWHERE: &str = "none";

/// Checks the section `webhooks`; nothing if it is faulty, or there are no events.
pub(in crate::api::check) fn check(
    description: &Description,
    resources: &[Resource],
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Option<Webhooks> {
    let webhooks = description.api.as_ref().ok()?.webhooks.as_ref().ok()?.as_ref()?;
    let signing = webhooks.signature.as_ref().map_err(|faulty| *faulty);
    let signing = signing.and_then(|signature| signatures::check(signature, diagnostics));
    let event_type = event_type(&webhooks.event_type, diagnostics);
    if event_type.as_ref().is_some_and(Vec::is_empty) {
        answers_no_event(resources, diagnostics);
    }
    let id = id(&webhooks.id, diagnostics);
    let retrieve = retrieve(webhooks, resources, symbols, diagnostics);
    let headers = headers(webhooks, diagnostics);
    keeps_its_name(resources, diagnostics);
    resources.iter().any(|resource| !resource.events.is_empty()).then_some(())?;
    Some(Webhooks {
        span: webhooks.place.clone(),
        signing: signing.ok()?,
        event_type: event_type?,
        id: id?,
        retrieve,
        headers,
    })
}

/// Cargo's feature and the module of events are called so in every crate.
fn keeps_its_name(resources: &[Resource], diagnostics: &mut Diagnostics) {
    let Some(home) = resources.iter().find(|resource| resource.item.name == EVENTS_HOME) else { return };
    if home.item.rust.as_ref().is_some_and(|rust| rust != EVENTS_HOME) {
        let message = "the resource of events keeps its name in Rust";
        let fault = Diagnostic::new(RULE, message, &home.item.span, "it has another one");
        diagnostics.push(fault.help("remove `rust`"));
    }
}

/// Where nothing else is said, deliveries say it in the member of this name.
fn usual(member: &str) -> Located {
    Located::Members(vec![member.to_owned()])
}

/// Where deliveries say what happened; an empty list if they do not.
fn event_type(written: &Read<Vec<spec::Located>>, diagnostics: &mut Diagnostics) -> Option<Vec<Located>> {
    match written.as_deref().ok()? {
        [] => Some(vec![usual("type")]),
        [spec::Located::Members(word)] if word.value == NOWHERE => Some(Vec::new()),
        places => places.iter().map(|place| located(place, diagnostics)).collect(),
    }
}

fn id(written: &Read<Option<spec::Located>>, diagnostics: &mut Diagnostics) -> Option<Located> {
    written.as_ref().ok()?.as_ref().map_or_else(|| Some(usual("id")), |place| located(place, diagnostics))
}

fn located(place: &spec::Located, diagnostics: &mut Diagnostics) -> Option<Located> {
    match place {
        spec::Located::Members(path) => {
            let members = members::split(path, diagnostics)?;
            Some(Located::Members(members.into_iter().map(|member| member.value).collect()))
        }
        spec::Located::Header(name) => {
            headers::name(name, diagnostics);
            Some(Located::Header(name.value.clone()))
        }
    }
}

/// Where nothing tells events apart, no call can answer any of them.
fn answers_no_event(resources: &[Resource], diagnostics: &mut Diagnostics) {
    let endpoints = resources.iter().flat_map(|resource| &resource.endpoints);
    for endpoint in endpoints.filter(|endpoint| matches!(endpoint.returns, Returns::Event)) {
        let message =
            format!("the endpoint {} answers an event, but nothing tells events apart", code(&endpoint.item.name));
        let fault = Diagnostic::new(RULE, message, &endpoint.item.span, "this endpoint");
        diagnostics
            .push(fault.help("write the type of the answer in `returns`, or remove `type: none` from `webhooks`"));
    }
}

/// The endpoint that gets an event, which takes its identifier alone.
fn retrieve(
    webhooks: &spec::Webhooks,
    resources: &[Resource],
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let name = webhooks.retrieve.as_ref().ok()?.as_ref()?;
    let none: &[Endpoint] = &[];
    let home = resources.iter().find(|resource| resource.item.name == EVENTS_HOME);
    let endpoints = home.map_or(none, |resource| &resource.endpoints);
    let index = endpoint_named(name, endpoints, symbols, diagnostics).ok()?;
    let endpoint = &endpoints[index];
    let mut required =
        endpoint.parameters.iter().filter(|parameter| !parameter.optional && parameter.constant.is_none());
    let takes_id = required.next().is_some_and(|parameter| parameter.location == Location::Path);
    if !takes_id || required.next().is_some() || !matches!(endpoint.returns, Returns::Event) {
        let message = format!("the endpoint {} does not get an event by its identifier", code(&name.value));
        let fault = Diagnostic::new(RULE, message, &name.span, "said to get one");
        let fault = fault.label(&endpoint.item.span, "this endpoint");
        diagnostics.push(fault.help("let it take one parameter, in the path, and write `returns: event`"));
        return None;
    }
    Some(index)
}

/// The headers of requests that follow an event.
fn headers(webhooks: &spec::Webhooks, diagnostics: &mut Diagnostics) -> Vec<(String, String)> {
    let mut checked = Vec::new();
    for (name, value) in &webhooks.headers {
        headers::name(name, diagnostics);
        let Ok(value) = value else { continue };
        if let Some(message) = template_problem(value) {
            let fault = Diagnostic::new(RULE, message, &value.span, "this value");
            diagnostics
                .push(fault.help("write visible ASCII, in which `{id}` and `{context}` stand for what the event says"));
        }
        checked.push((name.value.clone(), value.value.clone()));
    }
    checked
}

fn template_problem(value: &Text) -> Option<String> {
    let plain = value.value.replace("{id}", "").replace("{context}", "");
    let is_sound = value.value.bytes().all(|byte| byte.is_ascii_graphic()) && !plain.contains(['{', '}']);
    (!is_sound).then(|| format!("{} cannot be the value of a header", code(&value.value)))
}
