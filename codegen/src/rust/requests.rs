//! Endpoints in Rust: a request function, its operation, its errors, and tests of its examples.

use super::docs::{Doc, code};
use super::lower::{CallNames, attributes};
use super::model::{Attributes, ExampleTest, OpenEnum, Parameter, Request, Variant};
use super::names::{Case, Name};
use super::samples;
use super::scope::{Naming, Owner, Scope};
use super::types::{RustType, Types};
use crate::api::{Endpoint, Lifecycle, PathPart, Resource, Transition, Type};

/// Arguments of request functions beside the parameters.
const ARGUMENT_NAMES: &[&str] = &["client"];
/// Methods of operations and requests beside the setters of parameters.
const METHOD_NAMES: &[&str] = &[
    "api_key",
    "attempt_timeout",
    "base_url",
    "header",
    "idempotency_key",
    "map",
    "new",
    "operation",
    "response_limit",
    "retry",
    "send",
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
        let mut request = Request {
            function: names.function.clone(),
            operation: names.operation.clone(),
            label: format!("{}.{}", resource.item.name, endpoint.item.name),
            attributes: attributes(&endpoint.item, Doc::of(&endpoint.item.doc)),
            method: endpoint.method,
            path: path_template(endpoint),
            is_keyed: endpoint.is_keyed,
            parameters: lower_parameters(endpoint, types, naming),
            returns: endpoint.returns.as_ref().map_or(RustType::Unit, |ty| types.of(ty)),
            error: lower_errors(endpoint, names, types, naming),
        };
        let moves = resource.lifecycles.iter().flat_map(|lifecycle| {
            let transitions = lifecycle.transitions.iter().filter(|transition| transition.endpoint == index);
            transitions.map(move |transition| (lifecycle, transition))
        });
        let moves =
            moves.map(|(lifecycle, transition)| move_sentences(lifecycle, transition, &request, types)).collect();
        document(&mut request, moves, types);
        request
    };
    resource.endpoints.iter().zip(calls).enumerate().map(lower).collect()
}

/// Adds to a request's documentation what the rest of the description says of it.
fn document(request: &mut Request, moves: Vec<Vec<String>>, types: &Types<'_>) {
    let sends = format!("Sends {}.", code(&format!("{} {}", request.method.as_str(), request.path)));
    let fails = format!("Once sent, it fails with a [`{}`] where the service refuses it.", request.error.name);
    let arguments: Vec<String> = request.required().map(argument_line).collect();
    let example = samples::example(request, types);
    let doc = &mut request.attributes.doc;
    doc.section([sends]);
    if !arguments.is_empty() {
        doc.section(arguments);
    }
    for sentences in moves {
        doc.section(sentences);
    }
    doc.section(["# Errors".to_owned(), String::new(), fails]);
    doc.section(example);
}

/// What a required parameter is, as an item of a list; optional ones are documented on their setters.
fn argument_line(parameter: &Parameter) -> String {
    format!("- `{}`: {}", parameter.name.plain(), parameter.attributes.doc.summary())
}

fn path_template(endpoint: &Endpoint) -> String {
    let parts = endpoint.path.iter().map(|part| match part {
        PathPart::Literal(text) => text.clone(),
        PathPart::Parameter(index) => format!("{{{}}}", endpoint.parameters[*index].item.name),
    });
    parts.collect()
}

/// What a call does to the state of an object, as its lifecycle tells it.
fn move_sentences(lifecycle: &Lifecycle, transition: &Transition, request: &Request, types: &Types<'_>) -> Vec<String> {
    let object = &types.api[lifecycle.object];
    let states = &types.api[lifecycle.states].values;
    let from: Vec<String> = transition.from.iter().map(|state| code(&states[*state].item.name)).collect();
    let otherwise = &types.api[transition.otherwise].item.name;
    let variant = request.error.variants.iter().find(|variant| variant.wire == *otherwise);
    let failure = variant
        .map(|variant| format!("In any other state the call fails with [`{}::{}`].", request.error.name, variant.name));
    let change = format!(
        "The {} of the `{}` must be {}, and becomes {}.",
        code(&object.fields[lifecycle.field].item.name),
        object.item.name,
        from.join(" or "),
        code(&states[transition.to].item.name),
    );
    std::iter::once(change).chain(failure).collect()
}

fn lower_parameters(endpoint: &Endpoint, types: &Types<'_>, naming: &mut Naming<'_>) -> Vec<Parameter> {
    let mut scope = Scope::with_reserved(format!("parameters of `{}`", endpoint.item.name), ARGUMENT_NAMES);
    let lower = |parameter: &crate::api::Parameter| {
        let ty = types.of(&parameter.ty);
        let name = naming.declare("parameter", &parameter.item, Case::Snake, &mut scope);
        if parameter.optional {
            let owner = Owner::new("parameter", &parameter.item);
            naming.enter(&name, owner, &mut methods(endpoint, types));
        }
        Parameter {
            name,
            attributes: attributes(&parameter.item, Doc::of(&parameter.item.doc)),
            wire: parameter.item.name.clone(),
            location: parameter.location,
            optional: parameter.optional,
            sample: samples::value(&parameter.ty, types),
            ty,
        }
    };
    endpoint.parameters.iter().map(lower).collect()
}

/// What requests have methods for before any setter of a parameter.
fn methods(endpoint: &Endpoint, types: &Types<'_>) -> Scope {
    let mut methods = Scope::with_reserved(format!("methods of requests for `{}`", endpoint.item.name), METHOD_NAMES);
    methods.extend(types.header_setters.iter().map(|setter| setter.name.as_str().to_owned()));
    methods
}

fn lower_errors(endpoint: &Endpoint, names: &CallNames, types: &Types<'_>, naming: &mut Naming<'_>) -> OpenEnum {
    let mut scope = Scope::with_reserved(format!("errors of `{}`", endpoint.item.name), &["Unknown"]);
    let variants = endpoint.errors.iter().map(|id| {
        let code = &types.api[*id];
        Variant {
            name: naming.declare("error code", &code.item, Case::Camel, &mut scope),
            attributes: attributes(&code.item, Doc::of(&code.item.doc).prefixed(&format!("HTTP {}: ", code.status))),
            wire: code.item.name.clone(),
            status: Some(code.status),
        }
    });
    let variants = variants.collect();
    let mut doc = Doc::default();
    doc.section([format!("Why the service refused a call of [`{0}`](super::{0}).", names.function.plain())]);
    OpenEnum { name: names.error.clone(), attributes: Attributes { doc, deprecated: None }, variants }
}

/// Lowers the examples of a resource's endpoints to tests.
pub(super) fn lower_examples(
    resource: &Resource,
    calls: &[CallNames],
    types: &Types<'_>,
    naming: &mut Naming<'_>,
) -> Vec<ExampleTest> {
    let mut scope = Scope::new(format!("examples of `{}`", resource.item.name));
    let mut tests = Vec::new();
    for (endpoint, names) in resource.endpoints.iter().zip(calls) {
        let Some(returns) = &endpoint.returns else { continue };
        for example in &endpoint.examples {
            let name =
                Name::new(&format!("answer {} {}", endpoint.item.name, example.name), Case::Snake).unwrap_or_default();
            let owner = Owner::new(&format!("example `{}` of the endpoint", example.name), &endpoint.item);
            naming.enter(&name, owner, &mut scope);
            let mut assertions = Vec::new();
            types.assertions(returns, &example.response, &mut Vec::new(), &mut assertions);
            tests.push(ExampleTest {
                name,
                operation: names.operation.clone(),
                is_object: matches!(returns, Type::Object(_)),
                ty: types.of(returns),
                response: example.response.clone(),
                assertions,
            });
        }
    }
    tests
}
