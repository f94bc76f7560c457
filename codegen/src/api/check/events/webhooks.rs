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

/// Checks the section `webhooks`; nothing if it is faulty, or there are no events.
pub(in crate::api::check) fn check(
    description: &Description,
    resources: &[Resource],
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Option<Webhooks> {
    let webhooks = description.api.as_ref().ok()?.webhooks.as_ref().ok()?.as_ref()?;
    let signing = webhooks.signature.as_ref().ok().and_then(|signature| signatures::check(signature, diagnostics));
    let event_type = located(&webhooks.event_type, "type", diagnostics);
    let id = located(&webhooks.id, "id", diagnostics);
    let retrieve = retrieve(webhooks, resources, symbols, diagnostics);
    let headers = headers(webhooks, diagnostics);
    resources.iter().any(|resource| !resource.events.is_empty()).then_some(())?;
    Some(Webhooks {
        span: webhooks.place.clone(),
        signing: signing?,
        event_type: event_type?,
        id: id?,
        retrieve,
        headers,
    })
}

fn located(written: &Read<Option<spec::Located>>, usual: &str, diagnostics: &mut Diagnostics) -> Option<Located> {
    match written.as_ref().ok()? {
        None => Some(Located::Members(vec![usual.to_owned()])),
        Some(spec::Located::Members(path)) => {
            let members = members::split(path, diagnostics)?;
            Some(Located::Members(members.into_iter().map(|member| member.value).collect()))
        }
        Some(spec::Located::Header(name)) => {
            headers::name(name, diagnostics);
            Some(Located::Header(name.value.clone()))
        }
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
