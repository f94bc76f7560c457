//! Examples of errors: whether the client finds in them what the description says, and it fits the endpoint.

use crate::{
    api::{
        check::examples::fitting::Fitting,
        model::{Api, Endpoint, Protocol, StatusAnswer},
    },
    diag::{Diagnostic, Diagnostics, Span, code, instead},
    spec::{self, Description, Faulty, Node, Read, Spanned, Text, Value},
};

/// The status of an example, if it is written: that of a success or of an error.
pub(super) fn status(status: Option<&Spanned<i64>>, diagnostics: &mut Diagnostics) -> Read<Option<u16>> {
    let Some(Spanned { value, span }) = status else { return Ok(None) };
    if let Some(known) = u16::try_from(*value).ok().filter(|status| matches!(status, 200..=299 | 400..=599)) {
        return Ok(Some(known));
    }
    let message = format!("{value} is neither the status of a success nor of an error");
    let fault = Diagnostic::new("invalid-status", message, span, "not from 200 to 299 or from 400 to 599");
    diagnostics.push(fault.help("write the HTTP status of the answer, or remove `status` if it is a success"));
    Err(Faulty)
}

/// Checks the code in the body of an error: the endpoint lists it, and it comes with its status.
pub(super) fn check(
    body: &Node,
    status: u16,
    written: &spec::Endpoint,
    checked: &Endpoint,
    api: &Api,
    diagnostics: &mut Diagnostics,
) {
    if let Some(ty) = StatusAnswer::of(&checked.refusals, status).and_then(|refusal| refusal.body.as_ref()) {
        Fitting::new(api, api[checked.dialect].timestamps, diagnostics).value(body, ty);
    }
    let Some((found, place)) = at(body, &api.protocol.error_code).and_then(text) else { return };
    let listed = || checked.errors.iter().map(|listed| &api[listed.code]);
    let Some(known) = listed().find(|known| known.item.name == found) else {
        // What the endpoint lists may be faulty in itself.
        if written.errors.as_ref().map_or(true, |errors| errors.iter().any(|listed| listed.value == found)) {
            return;
        }
        let message = format!("the endpoint does not list the error code {}", code(&found));
        let meant = diagnostics.closest(&found, listed().map(|known| known.item.name.as_str()));
        let help = instead(meant, "list it under `errors`, or correct it here");
        diagnostics.push(Diagnostic::new("example-mismatch", message, place, "not listed").help(help));
        return;
    };
    if !known.statuses.contains(&status) && !known.statuses.is_empty() {
        let statuses = known.statuses_in_words();
        let message = format!("the error code {} comes with the status {statuses}, not {status}", code(&found));
        let fault = Diagnostic::new("example-mismatch", message, place, "another status here");
        let fault = fault.label(&known.item.span, "defined here");
        diagnostics.push(fault.help(format!("give it the status {statuses}, or correct the code or its definition")));
    }
}

/// Remarks on a path by which no example of an error has anything, if there are any examples.
pub(crate) fn unmet_paths(description: &Description, api: &Api, remarks: &mut Diagnostics) {
    let Ok(file) = &description.api else { return };
    let endpoints = description.resources.iter().flat_map(|resource| &resource.endpoints);
    let examples = endpoints.flat_map(|endpoint| &endpoint.examples);
    let is_error = |status: &Spanned<i64>| status.value >= 400;
    let errors = examples.filter(|example| example.status.as_ref().ok().and_then(Option::as_ref).is_some_and(is_error));
    let bodies: Vec<&Node> = errors.filter_map(|example| example.response.as_ref().ok()).collect();
    let Protocol { error_code, error_message, .. } = &api.protocol;
    let mut remark = |what: &str, path: &[String], written: Option<&Text>| {
        if bodies.is_empty() || bodies.iter().any(|body| at(body, path).and_then(text).is_some()) {
            return;
        }
        let message = format!("no example of an error has its {what} at {}", code(&path.join(".")));
        let place = written.map_or(&bodies[0].span, |written| &written.span);
        let remark = Diagnostic::remark("unmet-path", message, place, "looked for by this path");
        let help =
            format!("write the members that lead to it, such as `error_{what}: errors.0.{what}`, under `protocol`");
        remarks.push(remark.help(help));
    };
    // Without a word about them, errors may have neither.
    if file.protocol.error_code.is_some() || !api.codes.is_empty() {
        remark("code", error_code, file.protocol.error_code.as_ref());
    }
    if file.protocol.error_message.is_some() {
        remark("message", error_message, file.protocol.error_message.as_ref());
    }
}

/// What is behind names of members and indices of items.
fn at<'a>(body: &'a Node, path: &[String]) -> Option<&'a Node> {
    path.iter().try_fold(body, |node, name| match &node.value {
        Value::List(items) => items.get(name.parse::<usize>().ok()?),
        Value::Mapping(entries) => entries.iter().find(|entry| entry.key.value == *name).map(|entry| &entry.value),
        _ => None,
    })
}

/// The text or number that a client takes for a code, and its place.
fn text(node: &Node) -> Option<(String, &Span)> {
    match &node.value {
        Value::Text(text) => Some((text.clone(), &node.span)),
        Value::Number(number) => Some((number.as_str().to_owned(), &node.span)),
        _ => None,
    }
}
