//! The call that asks for a stream in place of all at once, where the answer of an operation comes either way.

use super::answers::Returned;
use crate::openapi::texts::at;
use crate::spec::{Body, Endpoint, Node, Parameter, Security, TypeExpression, Value};

/// With what the name of such a call ends.
pub(in crate::openapi) const STREAM_ENDING: &str = "_as_stream";
/// The member or parameter by which a request says which of the two it wants.
const SWITCH: &str = "stream";

/// The same call where its answer comes as a stream. From then on, each of the two asks for its own form alone.
pub(super) fn streaming(endpoint: &mut Endpoint, Returned { ty, answer }: Returned) -> Endpoint {
    let name = at(&endpoint.item.name.span, format!("{}{STREAM_ENDING}", endpoint.item.name.value));
    let body = endpoint.body.as_ref().ok().and_then(Option::as_ref).map(|body| Body {
        format: body.format.clone(),
        media: body.media.clone(),
        argument: body.argument.clone(),
        encodings: body.encodings.clone(),
        span: body.span.clone(),
    });
    let security = endpoint
        .security
        .as_ref()
        .map(|security| Security { alternatives: security.alternatives.clone(), span: security.span.clone() });
    let mut parameters = endpoint.parameters.clone();
    for parameter in parameters.iter_mut().flatten() {
        switch(parameter, true);
    }
    if let Ok(own) = &mut endpoint.parameters {
        own.retain(|parameter| !is_switch(parameter) || !is_idle(parameter));
        for parameter in own {
            switch(parameter, false);
        }
    }
    Endpoint {
        item: crate::spec::Item { name, ..endpoint.item.clone() },
        http: endpoint.http.clone(),
        server: None,
        auth: None,
        security,
        parameters,
        body: Ok(body),
        returns: Ok(ty),
        answer: Ok(answer),
        answers: Ok(None),
        refusals: endpoint.refusals.clone(),
        pages: Ok(None),
        errors: endpoint.errors.clone(),
        examples: Vec::new(),
        headers: Vec::new(),
        idempotent: endpoint.idempotent,
        retry_on: Ok(None),
    }
}

/// Whether a parameter says whether a stream is wanted.
fn is_switch(parameter: &Parameter) -> bool {
    let is_there = |location: &str| matches!(location, "body" | "query");
    let is_boolean = |ty: &TypeExpression| match ty {
        TypeExpression::Nullable(ty) => matches!(&**ty, TypeExpression::Name(name, _) if name.value == "boolean"),
        ty => matches!(ty, TypeExpression::Name(name, _) if name.value == "boolean"),
    };
    parameter.item.name.value == SWITCH
        && parameter.location.as_ref().is_ok_and(|location| is_there(&location.value))
        && parameter.ty.as_ref().is_ok_and(is_boolean)
}

/// Whether a request without it asks for all at once.
fn is_idle(parameter: &Parameter) -> bool {
    let is_on = |node: &Node| matches!(node.value, Value::Boolean(true));
    parameter.optional == Ok(true) && !parameter.default.as_ref().is_ok_and(|node| node.as_ref().is_some_and(is_on))
}

/// Lets the parameter always say whether a stream is wanted.
fn switch(parameter: &mut Parameter, wanted: bool) {
    if !is_switch(parameter) {
        return;
    }
    let span = parameter.item.name.span.clone();
    parameter.ty = Ok(TypeExpression::Name(at(&span, "boolean"), None));
    parameter.optional = Ok(false);
    parameter.default = Ok(None);
    parameter.example = Ok(None);
    parameter.constant = Ok(Some(Node { value: Value::Boolean(wanted), span }));
}
