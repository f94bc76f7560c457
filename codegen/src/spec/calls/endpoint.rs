//! Reads calls.

use crate::spec::{
    bounds::bounds,
    calls::answer,
    calls::body::body,
    calls::statuses,
    description::{Auth, Endpoint, Example, Item, Parameter, Session},
    header,
    in_place::{Definitions, Holder},
    item::{bare_item, item, owner},
    object,
    pages::pages_of,
    reader::Mapping,
    schema,
    security::security,
};
use crate::{
    diag::Diagnostics,
    yaml::{Entry, Faulty, Node, Read, Text, Value},
};

/// Reads an entry of `endpoints`.
pub(in crate::spec) fn endpoint(
    entry: &Entry,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Endpoint {
    let Entry { key, value } = entry;
    let Ok(mapping) = Mapping::open(value, owner("endpoint", key), &key.span, &schema::ENDPOINT, diagnostics) else {
        definitions.lost = true;
        return faulty_endpoint(key);
    };
    let item = item(key, &mapping, diagnostics);
    let read_parameter =
        |entry: &Entry, diagnostics: &mut Diagnostics| parameter(entry, &item, definitions, diagnostics);
    let auth_node = mapping.get("auth").ok().flatten();
    let is_token = |node: &Node| matches!(node.value, Value::Mapping(_));
    let mut endpoint = Endpoint {
        http: mapping.required_text("http", diagnostics),
        server: mapping.text("server", diagnostics).ok().flatten(),
        auth: auth_node.filter(|node| is_token(node)).and_then(|node| auth(node, diagnostics).ok()),
        security: auth_node.filter(|node| !is_token(node)).and_then(|node| security(node, diagnostics).ok()),
        parameters: mapping.each("params", diagnostics, read_parameter),
        body: body(&mapping, &item, definitions, diagnostics),
        returns: mapping.get("returns").map(|_| None),
        answer: Ok(None),
        answers: Ok(None),
        refusals: statuses::refusals(&mapping, diagnostics),
        pages: mapping.get("pages").and_then(|node| node.map(|node| pages_of(node, diagnostics)).transpose()),
        errors: mapping.texts("errors", diagnostics),
        examples: mapping.each("examples", diagnostics, example).unwrap_or_default(),
        headers: mapping.each("headers", diagnostics, header::header).unwrap_or_default(),
        idempotent: mapping.boolean("idempotent", diagnostics).unwrap_or_default(),
        retry_on: mapping.integers("retry_on", diagnostics),
        item,
    };
    if let (Ok(Some(returns)), Some(place)) = (mapping.get("returns"), mapping.key("returns")) {
        answer::read(&mut endpoint, returns, place, diagnostics);
    }
    endpoint
}

fn faulty_endpoint(name: &Text) -> Endpoint {
    Endpoint {
        item: bare_item(name),
        http: Err(Faulty),
        server: None,
        auth: None,
        security: None,
        parameters: Err(Faulty),
        body: Err(Faulty),
        returns: Err(Faulty),
        answer: Err(Faulty),
        answers: Err(Faulty),
        refusals: Err(Faulty),
        pages: Err(Faulty),
        errors: Err(Faulty),
        examples: Vec::new(),
        headers: Vec::new(),
        idempotent: false,
        retry_on: Err(Faulty),
    }
}

/// `{bearer: token}`, and where such tokens come from.
fn auth(node: &Node, diagnostics: &mut Diagnostics) -> Read<Auth> {
    let auth = Mapping::open(node, "`auth`".to_owned(), &node.span, &schema::AUTH, diagnostics)?;
    let session = match auth.get("session") {
        Ok(Some(node)) => session(node, diagnostics).ok(),
        _ => None,
    };
    Ok(Auth { token: auth.required_text("bearer", diagnostics)?, session })
}

fn session(node: &Node, diagnostics: &mut Diagnostics) -> Read<Session> {
    let session = Mapping::open(node, "the session".to_owned(), &node.span, &schema::SESSION, diagnostics)?;
    Ok(Session {
        create: session.required_text("create", diagnostics),
        token: session.required_text("token", diagnostics),
        expires_at: session.required_text("expires_at", diagnostics),
        renew_on: session.text("renew_on", diagnostics),
        span: node.span.clone(),
    })
}

/// Reads an entry of `params`; what is written in it is named after the endpoint, or after what else has it.
pub(in crate::spec) fn parameter(
    entry: &Entry,
    owned_by: &Item,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Parameter {
    let Entry { key, value } = entry;
    let Ok(mapping) = Mapping::open(value, owner("parameter", key), &key.span, &schema::PARAMETER, diagnostics) else {
        definitions.lost = true;
        return faulty_parameter(key);
    };
    let item = parameter_item(key, &mapping, diagnostics);
    let holder = Holder { mapping: &mapping, owner: owned_by, item: &item };
    Parameter {
        location: mapping.required_text("in", diagnostics),
        style: mapping.text("style", diagnostics),
        explode: mapping.flag("explode", diagnostics),
        ty: object::ty(&holder, definitions, diagnostics),
        optional: mapping.boolean("optional", diagnostics),
        constant: mapping.node("const"),
        default: mapping.node("default"),
        example: mapping.node("example"),
        bounds: bounds(&mapping, diagnostics),
        secret: mapping.flag("secret", diagnostics),
        item,
    }
}

/// The key is the name in requests. Where `wire_name` says that one, the key is the name in Rust.
fn parameter_item(key: &Text, mapping: &Mapping, diagnostics: &mut Diagnostics) -> Item {
    let item = item(key, mapping, diagnostics);
    match mapping.text("wire_name", diagnostics) {
        Ok(Some(name)) => Item { name, rust: item.rust.or_else(|| Some(key.clone())), ..item },
        _ => item,
    }
}

fn faulty_parameter(name: &Text) -> Parameter {
    Parameter {
        item: bare_item(name),
        location: Err(Faulty),
        style: Err(Faulty),
        explode: Err(Faulty),
        ty: Err(Faulty),
        optional: Err(Faulty),
        constant: Err(Faulty),
        default: Err(Faulty),
        example: Err(Faulty),
        bounds: Err(Faulty),
        secret: Err(Faulty),
    }
}

fn example(entry: &Entry, diagnostics: &mut Diagnostics) -> Example {
    let Entry { key, value } = entry;
    let Ok(mapping) = Mapping::open(value, owner("example", key), &key.span, &schema::EXAMPLE, diagnostics) else {
        return Example { name: key.clone(), status: Err(Faulty), response: Err(Faulty) };
    };
    Example {
        name: key.clone(),
        status: mapping.integer("status", diagnostics),
        response: mapping.require("response", diagnostics).cloned(),
    }
}
