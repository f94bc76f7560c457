//! Endpoints in Rust: a request function, its operation and its errors.

use super::aliases::aliased;
use super::attributes::{attributes, attributes_with};
use super::bounds::{bounded, bounds, default_of, shown};
use super::calls::statuses;
use super::calls::styles::{style, wire_style};
use super::calls::{answered, paging, streams};
use super::dialects::dialect_name;
use super::docs::{Doc, code, links};
use super::former::{FormerCall, former, former_setter};
use super::item_names::CallNames;
use super::model::{Attributes, Body, ConstantParameter, Encoding, Need, OpenEnum, Parameter, Part, Request, Variant};
use super::names::{Case, Name};
use super::objects::{declare_setters, sends};
use super::samples::{self, Given};
use super::scalars::{API_KEY, LITERAL, SECRET, form};
use super::scope::{ENUM_NAMES, Naming, Owner, Scope};
use super::senders::lower_sender;
use super::sides::Side;
use super::types::{Types, converts};
use crate::api::{self, Auth, Endpoint, EnumBase, Lifecycle, Location, ObjectId, Resource, Transition, Type};

/// Arguments of request functions beside the parameters.
const ARGUMENT_NAMES: &[&str] = &["client"];
/// Methods of requests beside the setters of parameters, and those of traits that callers know by name.
pub(super) const METHOD_NAMES: &[&str] = &[
    "attempt_timeout",
    "base_url",
    "extra",
    "extra_query",
    "header",
    "idempotency_key",
    "in_environment",
    "into_call",
    "into_http",
    "lenient",
    "new",
    "operation",
    "prove",
    "response_limit",
    "retry",
    "send",
    "server_url",
    "server_variable",
    "set_config",
    "set_own",
    "timeout",
    "with_response",
];

/// Lowers the endpoints of a resource, which are named in `calls`.
pub(super) fn lower_endpoints(
    resource: &Resource,
    calls: &[CallNames],
    types: &Types<'_>,
    naming: &mut Naming<'_>,
) -> Vec<Request> {
    let lower = |(index, (endpoint, names)): (usize, (&Endpoint, &CallNames))| {
        let former = FormerCall::of(&endpoint.item, names);
        let mut request = Request {
            function: names.function.clone(),
            operation: names.operation.clone(),
            former_operations: former.operations.clone(),
            label: format!("{}.{}", resource.item.name, endpoint.item.name),
            attributes: attributes(&endpoint.item).formerly(former.functions.clone()),
            method: endpoint.method,
            path: endpoint.path_template(),
            is_keyed: types.api[endpoint.dialect].is_keyed(endpoint.method),
            is_idempotent: endpoint.idempotent,
            retry_on: endpoint.retry_on.clone(),
            headers: constant_headers(endpoint),
            server: endpoint.server.index(),
            auth: endpoint.own_security(&types.api.auth),
            dialect: dialect_name(&types.api[endpoint.dialect]),
            parameters: lower_parameters(endpoint, types, naming),
            constants: constants(endpoint),
            body: lower_body(endpoint, types),
            returns: types.returned(endpoint, names),
            answer: endpoint.answer.clone(),
            answers: statuses::lower_answers(endpoint, names, &former, types, naming),
            other_statuses: statuses::other_statuses(endpoint),
            refusal: statuses::lower_refusal(endpoint, names, types),
            answer_form: endpoint.returns.ty().and_then(form),
            paging: paging::lower(endpoint, types),
            sender: None,
            error: lower_errors(endpoint, names, former.errors.clone(), types, naming),
        };
        let moves = resource.lifecycles.iter().flat_map(|lifecycle| {
            let transitions = lifecycle.transitions.iter().filter(|transition| transition.endpoint == index);
            transitions.map(move |transition| (lifecycle, transition))
        });
        let moves =
            moves.map(|(lifecycle, transition)| move_sentences(lifecycle, transition, &request, types)).collect();
        document(&mut request, moves);
        request.sender = lower_sender(endpoint, &request, names.sender.as_ref(), former.senders, calls, types);
        request
    };
    resource.endpoints.iter().zip(calls).enumerate().map(lower).collect()
}

/// Adds to a request's documentation what the rest of the description says of it.
fn document(request: &mut Request, moves: Vec<Vec<String>>) {
    let sends = format!("Sends {}{}.", code(&format!("{} {}", request.method.as_str(), request.path)), with(request));
    let fails =
        format!("Once sent, it fails with {} where the service refuses it.", links::to_error(&request.error.name));
    let answer = answered::sentence(request);
    let arguments: Vec<String> = request.required().flat_map(Parameter::list_item).collect();
    let streamed = streams::sentence(request.answer.content);
    let limit = request.limit().map(|limit| format!("A page holds as many items as {} says.", code(limit)));
    let limited = limit.filter(|_| request.is_paged());
    let doc = &mut request.attributes.doc;
    // A document may say no more of a call.
    let sends = Some(sends).filter(|sends| *doc != Doc::of(sends));
    let does: Vec<String> = [sends, answer, limited].into_iter().flatten().collect();
    doc.section(Some(does.join(" ")).filter(|does| !does.is_empty()));
    doc.section(streamed);
    doc.section(arguments);
    for sentences in moves {
        doc.section(sentences);
    }
    doc.section(["# Errors".to_owned(), String::new(), fails]);
}

/// What a call always carries, behind where it goes.
fn with(request: &Request) -> String {
    let headers = request.headers.iter().map(|(name, value)| code(&format!("{name}: {value}")));
    let headers = match &headers.collect::<Vec<_>>()[..] {
        [] => None,
        [header] => Some(format!("the header {header}")),
        headers => Some(format!("the headers {}", headers.join(", "))),
    };
    let constants = request.constants.iter().map(|ConstantParameter { wire, part, says }| {
        format!("{} {}", code(&format!("{wire}: {}", says.as_text())), part.place())
    });
    let all: Vec<String> = headers.into_iter().chain(constants).collect();
    if all.is_empty() { String::new() } else { format!(" with {}", all.join(" and ")) }
}

fn constant_headers(endpoint: &Endpoint) -> Vec<(String, String)> {
    let headers = endpoint.headers.iter();
    headers.map(|header| (header.item.name.to_lowercase(), header.value.clone())).collect()
}

/// What a call does to the state of an object, as its lifecycle tells it.
fn move_sentences(lifecycle: &Lifecycle, transition: &Transition, request: &Request, types: &Types<'_>) -> Vec<String> {
    let object = &types.api[lifecycle.object];
    let states = &types.api[lifecycle.states].values;
    let from: Vec<String> = transition.from.iter().map(|state| code(&states[*state].item.name)).collect();
    let otherwise = &types.api[transition.otherwise].item.name;
    let variant = request.error.variants.iter().find(|variant| variant.wire == *otherwise);
    let failure = variant.map(|variant| {
        let variant = links::to_member(request.error.name.plain(), &variant.name);
        format!("In any other state the call fails with {variant}.")
    });
    let change = format!(
        "The {} of the `{}` must be {}, and becomes {}.",
        code(&object.fields[lifecycle.field].item.name),
        object.item.name,
        from.join(" or "),
        code(&states[transition.to].item.name),
    );
    std::iter::once(change).chain(failure).collect()
}

fn lower_body(endpoint: &Endpoint, types: &Types<'_>) -> Body {
    let api::Body { format, media, encodings, is_whole, is_none, .. } = &endpoint.body;
    let encodings = encodings.iter().map(|(name, encoding)| {
        let encoding = match encoding {
            api::Encoding::Style(style) => Encoding::Style(wire_style(*style, false)),
            api::Encoding::Media(media) => Encoding::Media(media.clone()),
        };
        (name.clone(), encoding)
    });
    Body {
        format: Some(*format).filter(|format| *format != types.api[endpoint.dialect].body),
        media: media.clone().filter(|media| media != format.content_type()),
        encodings: encodings.collect(),
        is_whole: *is_whole,
        is_none: *is_none,
    }
}

fn lower_parameters(endpoint: &Endpoint, types: &Types<'_>, naming: &mut Naming<'_>) -> Vec<Parameter> {
    let mut scope = Scope::with_reserved(format!("parameters of `{}`", endpoint.item.name), ARGUMENT_NAMES);
    let mut methods = methods(endpoint, types);
    let lower = |parameter: &api::Parameter| {
        let need = parameter.need()?;
        let name = naming.declare("parameter", &parameter.item, case(parameter), &mut scope);
        let lowered = lower_parameter(parameter, need, name, endpoint, types);
        declare_setters(&lowered, &parameter.item, &mut methods, naming);
        Some(lowered)
    };
    let given: Vec<Parameter> = endpoint.parameters.iter().filter_map(lower).collect();
    token(endpoint, &mut scope, naming).into_iter().chain(given).collect()
}

fn case(parameter: &api::Parameter) -> Case {
    if parameter.location == Location::Header { Case::Header } else { Case::Snake }
}

fn lower_parameter(
    parameter: &api::Parameter,
    need: Need,
    name: Name,
    endpoint: &Endpoint,
    types: &Types<'_>,
) -> Parameter {
    let constant = parameter.constant.clone();
    let (bounds, aliased) = (bounds(&parameter.bounds, &parameter.ty), aliased(&parameter.ty, types.api));
    let default = parameter.default.as_ref().filter(|_| need.is_optional());
    let default = default.map(|default| default_of(default, &parameter.ty, types));
    let example = shown(parameter.example.as_ref(), &parameter.ty, parameter.secret);
    let mut doc = Doc::of(&parameter.item.doc);
    doc.section(constant.iter().map(sends));
    Parameter {
        attributes: attributes_with(&parameter.item, bounded(doc, bounds.iter().chain(&aliased), default, example))
            .within(&endpoint.item)
            .formerly(former_setter(&parameter.item, case(parameter), &name, need)),
        name,
        wire: parameter.item.name.clone(),
        part: part(parameter, endpoint),
        style: style(parameter, types.api[endpoint.dialect].body),
        ty: match &constant {
            Some(_) => LITERAL,
            None if parameter.secret => SECRET,
            None => types.of(&parameter.ty, Side::Request).without_option(),
        },
        form: form(&parameter.ty).filter(|_| constant.is_none()),
        constant,
        converts: converts(&parameter.ty, types.api),
        need,
        bounds,
        aliased,
        sample: samples::given(
            &Given {
                name: &parameter.item.name,
                ty: &parameter.ty,
                bounds: &parameter.bounds,
                need,
                example: parameter.example.as_ref().filter(|_| !parameter.secret),
                object: answered(endpoint),
            },
            types,
        ),
    }
}

fn part(parameter: &api::Parameter, endpoint: &Endpoint) -> Part {
    match parameter.location {
        Location::Path => Part::Path,
        Location::Query => Part::Query,
        Location::Header => Part::Header,
        Location::Cookie => Part::Cookie,
        Location::Body if endpoint.body.is_whole => Part::Whole,
        Location::Body => Part::Body,
    }
}

/// What an endpoint always sends, though nobody gives it.
fn constants(endpoint: &Endpoint) -> Vec<ConstantParameter> {
    let fixed = endpoint.parameters.iter().filter(|parameter| parameter.is_fixed());
    let constants = fixed.filter_map(|parameter| {
        let says = parameter.constant.clone()?;
        Some(ConstantParameter { wire: parameter.item.name.clone(), part: part(parameter, endpoint), says })
    });
    constants.collect()
}

/// The object that a success gives, or gives a list of.
fn answered(endpoint: &Endpoint) -> Option<ObjectId> {
    match endpoint.returns.ty()?.innermost() {
        Type::Object(id) => Some(*id),
        _ => None,
    }
}

/// The token that an endpoint takes in place of the API key.
fn token(endpoint: &Endpoint, scope: &mut Scope, naming: &mut Naming<'_>) -> Option<Parameter> {
    let Auth::Token(token) = &endpoint.auth else { return None };
    let name = Name::exact(&token.name).unwrap_or_default();
    naming.enter(&name, Owner::new("token of the endpoint", &endpoint.item), scope);
    let doc = Doc::of("The token to send in place of the API key, which does not leave the client.");
    let mut attributes = Attributes::beside(&endpoint.item, doc);
    attributes.origin.member = Some(token.span.clone());
    Some(Parameter {
        name,
        attributes,
        wire: token.name.clone(),
        part: Part::Token,
        style: None,
        ty: API_KEY,
        constant: None,
        converts: true,
        form: None,
        need: Need::Required,
        bounds: Vec::new(),
        aliased: Vec::new(),
        sample: Some(samples::token()),
    })
}

/// What requests have methods for before any setter of a parameter.
fn methods(endpoint: &Endpoint, types: &Types<'_>) -> Scope {
    let what = format!("methods of requests for `{}`", endpoint.item.name);
    let mut scope = Scope::with_reserved(what, METHOD_NAMES)
        .reserving(streams::methods(endpoint.answer.content), "requests have a method of this name")
        .reserving(paging::methods(endpoint), "requests for a list have a method of this name");
    for header in types.api.headers.iter().map(|header| &header.item) {
        let setter = types.header_setters.iter().find(|setter| setter.attributes.origin.owner == header.span);
        for name in setter.iter().flat_map(|setter| std::iter::once(&setter.name).chain(&setter.attributes.former)) {
            scope.hold(name, Owner::new("header", header));
        }
    }
    for scheme in types.schemes {
        scope.hold(&scheme.given_name(), Owner::new("scheme", &scheme.item));
    }
    scope
}

fn lower_errors(
    endpoint: &Endpoint,
    names: &CallNames,
    former_names: Vec<Name>,
    types: &Types<'_>,
    naming: &mut Naming<'_>,
) -> OpenEnum {
    let mut scope = Scope::with_reserved(format!("errors of `{}`", endpoint.item.name), ENUM_NAMES);
    let variants = endpoint.errors.iter().map(|listed| {
        let code = &types.api[listed.code];
        let name = naming.declare("error code", &code.item, Case::Camel, &mut scope);
        let former = former(&code.item, Case::Camel, &name);
        naming.keep(&former, "error code", &code.item, &mut scope);
        Variant {
            attributes: attributes_with(
                &code.item,
                Doc::led_by(&format!("HTTP {}: ", code.statuses_in_words()), &code.item.doc),
            )
            .within(&endpoint.item)
            .formerly(former),
            wire: code.item.name.clone(),
            statuses: code.statuses.clone(),
            name,
        }
    });
    let variants = variants.collect();
    let mut doc = Doc::default();
    let lists_none = if endpoint.errors.is_empty() { " The description lists no codes for it." } else { "" };
    let function = links::to_function_above(&names.function);
    doc.section([format!("Why the service refused {function}.{lists_none}")]);
    let attributes = Attributes::beside(&endpoint.item, doc).formerly(former_names);
    OpenEnum { name: names.error.clone(), attributes, base: EnumBase::Text, variants }
}
