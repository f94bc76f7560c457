//! Checks calls.

mod answers;
mod bodies;
pub(super) mod duplicates;
mod encodings;
pub(super) mod lifecycles;
mod media_types;
mod pages;
mod parameters;
pub(super) mod references;
mod repeating;
mod returns;
pub(super) mod sessions;
mod statuses;
mod styles;

use std::collections::HashMap;

use crate::{
    api::{
        check::{
            examples,
            file::{credentials, dialects, headers},
            items::{self, Kind},
            literals::{
                constants,
                values::{self, Told},
            },
            names::NameRule,
            paths,
            symbols::{self, Symbols},
        },
        model::{
            Answer, Api, Auth, DialectId, Endpoint, HttpMethod, ListedCode, Pagination, Parameter, PathPart, Returns,
            ServerId, Token,
        },
        scalars::TimestampFormat,
    },
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, ApiFile, Read, Text},
};

/// Checks an endpoint.
pub(crate) fn check(
    (endpoint, home): (&spec::Endpoint, &spec::Resource),
    file: &Read<ApiFile>,
    api: &Api,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Endpoint {
    let item = items::check(&endpoint.item, Kind::Endpoint, diagnostics);
    let http = endpoint.http.as_ref().map_err(|faulty| *faulty);
    let http = http.and_then(|http| Ok((http, paths::parse(http, diagnostics)?)));
    let method = http.as_ref().ok().map(|(_, (method, _))| *method);
    let has_path = http.is_ok();
    let path = match (http, &endpoint.parameters) {
        (Ok((http, (_, pieces))), Ok(parameters)) => parameters::fill(pieces, http, parameters, diagnostics),
        _ => Vec::new(),
    };
    let dialect = file.as_ref().map_or(DialectId(0), |file| dialects::of(&path, &file.dialects));
    let body = endpoint.body.as_ref().ok().and_then(Option::as_ref);
    let named = endpoint.parameters.as_deref().unwrap_or_default();
    bodies::beside(body, named, diagnostics);
    let written = named.iter().chain(body.and_then(|body| body.argument.as_ref()));
    let parameters = written.filter_map(|parameter| {
        let checked = parameters::check(parameter, method, api[dialect].body, symbols, diagnostics).ok()?;
        styles::check(parameter, &checked, api[dialect].body, api, diagnostics).ok()?;
        Some(with_values(parameter, checked, api[dialect].timestamps, api, diagnostics))
    });
    let parameters: Vec<_> = parameters.collect();
    styles::neighbours(&path, &parameters, &endpoint.http, diagnostics);
    let (answer, returns) = returned(endpoint, api[dialect].pagination, symbols, diagnostics);
    let mut checked = Endpoint {
        item,
        method: method.unwrap_or(HttpMethod::Get),
        path: as_far_as_known(path, parameters.len() >= named.len()),
        dialect,
        server: server(endpoint.server.as_ref(), api, file, diagnostics),
        auth: auth(endpoint, home, file, api, diagnostics),
        body: bodies::check(body, &parameters, api[dialect].body, api, diagnostics),
        parameters,
        refusals: statuses::refusals(&endpoint.refusals, &returns, symbols, diagnostics),
        errors: errors(endpoint.errors.as_deref().unwrap_or_default(), symbols, diagnostics),
        examples: Vec::new(),
        headers: headers::of_call(&endpoint.headers, file, diagnostics),
        idempotent: endpoint.idempotent,
        retry_on: repeating::statuses(&endpoint.retry_on, diagnostics),
        returns: returns.clone().unwrap_or(Returns::Nothing),
        answer,
        paging: None,
    };
    parameters::apart(&checked, &endpoint.headers, file, diagnostics);
    if let (Ok(described), true) = (file, has_path) {
        if returns.is_ok() {
            checked.paging = pages::check(endpoint, &checked, described, api, diagnostics).unwrap_or_default();
        }
        let returns =
            returns.and_then(|returns| returns::pages(endpoint, &checked, file, api, diagnostics).map(|()| returns));
        checked.examples = examples::check(endpoint, &checked, &returns, api, diagnostics);
    }
    checked
}

/// A parameter with the values that the description tells of it.
fn with_values(
    written: &spec::Parameter,
    parameter: Parameter,
    timestamps: TimestampFormat,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Parameter {
    let Told { default, example } = values::of_parameter(written, &parameter, timestamps, api, diagnostics);
    let constant = constants::of_parameter(written, &parameter, api, diagnostics);
    Parameter { constant, default, example, ..parameter }
}

/// A path whose parameters are all there, or else without them: one that is faulty is left out.
fn as_far_as_known(mut path: Vec<PathPart>, is_whole: bool) -> Vec<PathPart> {
    path.retain(|part| is_whole || matches!(part, PathPart::Literal(_)));
    path
}

/// How an endpoint answers, and what: a type, or what is said by status and headers.
fn returned(
    endpoint: &spec::Endpoint,
    pagination: Option<Pagination>,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> (Answer, Read<Returns>) {
    let returns = match &endpoint.answers {
        Ok(Some(answers)) => statuses::returns(answers, symbols, diagnostics),
        Ok(None) => returns::check(endpoint, pagination, symbols, diagnostics),
        Err(faulty) => Err(*faulty),
    };
    let returns = returns.and_then(|returns| returns::of_method(endpoint, returns, diagnostics));
    answers::check(endpoint, returns, diagnostics)
}

/// Where an endpoint is served: the first server, or the one that it names.
fn server(name: Option<&Text>, api: &Api, file: &Read<ApiFile>, diagnostics: &mut Diagnostics) -> ServerId {
    let Some(name) = name else { return ServerId(0) };
    let found = api.servers.iter().position(|server| server.name == name.value);
    let is_known = file.as_ref().is_ok_and(|file| file.servers.is_none()) || !api.servers.is_empty();
    if found.is_none() && file.is_ok() && is_known {
        let known = api.servers.iter().map(|server| server.name.as_str());
        symbols::unknown_in("servers", "server", name, known, diagnostics);
    }
    ServerId(found.unwrap_or_default())
}

/// What signs the requests of an endpoint. Where a token comes from is found out once all endpoints are known.
fn auth(
    endpoint: &spec::Endpoint,
    home: &spec::Resource,
    file: &Read<ApiFile>,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Auth {
    let Some(spec::Auth { token, .. }) = &endpoint.auth else {
        let own = endpoint.security.as_ref().map(|own| (own, true)).or(home.security.as_ref().map(|own| (own, false)));
        return Auth::Schemes(match (own, file) {
            // What a resource says is reported once.
            (Some((own, is_own)), Ok(file)) => {
                let mut unheard = Diagnostics::default();
                credentials::security(own, file, &api.schemes, if is_own { diagnostics } else { &mut unheard })
            }
            _ => api.auth.clone(),
        });
    };
    items::name(token, "token", NameRule::Snake, diagnostics);
    let mut parameters = endpoint.parameters.as_deref().unwrap_or_default().iter();
    if let Some(parameter) = parameters.find(|parameter| parameter.item.name.value == token.value) {
        diagnostics.push(symbols::defined_twice("argument", token, &parameter.item.name));
    }
    Auth::Token(Token { name: token.value.clone(), span: token.span.clone(), session: None })
}

fn errors(errors: &[Text], symbols: &Symbols, diagnostics: &mut Diagnostics) -> Vec<ListedCode> {
    let mut seen: HashMap<&str, &Text> = HashMap::new();
    let mut codes = Vec::new();
    for name in errors {
        if let Some(first) = seen.insert(&name.value, name) {
            let message = format!("the error code {} is listed twice", code(&name.value));
            let fault = Diagnostic::new("duplicate-error", message, &name.span, "again here");
            diagnostics.push(fault.label(&first.span, "first here").help("remove one of the two"));
            continue;
        }
        if let Some(id) = symbols.codes.get(name.value.as_str()) {
            codes.push(ListedCode { code: *id, span: name.span.clone() });
            continue;
        }
        let known = symbols.codes.keys().copied();
        let otherwise = "define it with its status under `errors` of any file";
        let meant = symbols.meant("error code", name, known, otherwise, diagnostics);
        // What was meant is listed, though it is misspelt.
        codes.extend(meant.map(|meant| ListedCode { code: symbols.codes[meant], span: name.span.clone() }));
    }
    codes
}
