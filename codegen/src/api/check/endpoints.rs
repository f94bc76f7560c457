//! Checks calls.

use std::collections::{HashMap, HashSet};

use super::{
    CodeId, examples,
    items::{self, Kind},
    parameters, paths,
    symbols::Symbols,
    types,
};
use crate::{
    api::model::{Api, Endpoint, HttpMethod, Resource},
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, Description, Text},
};

/// Checks an endpoint.
pub(super) fn check(
    endpoint: &spec::Endpoint,
    api: &Api,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Endpoint {
    let item = items::check(&endpoint.item, Kind::Endpoint, diagnostics);
    let http = endpoint.http.as_ref().map_err(|faulty| *faulty);
    let http = http.and_then(|http| Ok((http, paths::parse(http, diagnostics)?)));
    let method = http.as_ref().ok().map(|(_, (method, _))| *method);
    let path = match (http, &endpoint.parameters) {
        (Ok((http, (_, pieces))), Ok(parameters)) => parameters::fill(pieces, http, parameters, diagnostics),
        _ => Vec::new(),
    };
    let parameters = endpoint.parameters.as_deref().unwrap_or_default().iter();
    let parameters =
        parameters.filter_map(|parameter| parameters::check(parameter, method, symbols, diagnostics).ok()).collect();
    let returns = endpoint
        .returns
        .as_ref()
        .map_err(|faulty| *faulty)
        .and_then(|returns| returns.as_ref().map(|ty| types::resolve(ty, None, symbols, diagnostics)).transpose());
    Endpoint {
        item,
        method: method.unwrap_or(HttpMethod::Get),
        path,
        is_keyed: false,
        parameters,
        errors: errors(endpoint.errors.as_deref().unwrap_or_default(), symbols, diagnostics),
        examples: examples::check(&endpoint.examples, &returns, api, diagnostics),
        returns: returns.ok().flatten(),
    }
}

fn errors(errors: &[Text], symbols: &Symbols, diagnostics: &mut Diagnostics) -> Vec<CodeId> {
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
            codes.push(*id);
            continue;
        }
        let known = symbols.codes.keys().copied();
        let otherwise = "define it with its status under `errors` of any file";
        let meant = symbols.meant("error code", name, known, otherwise, diagnostics);
        // What was meant is listed, though it is misspelt.
        codes.extend(meant.map(|meant| symbols.codes[meant]));
    }
    codes
}

/// Reports codes that no endpoint lists, if all lists could be read, and what was meant by misspelt codes is known.
pub(super) fn unused_codes(
    description: &Description,
    api: &Api,
    resources: &[Resource],
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) {
    let mut written = description.resources.iter().flat_map(|resource| &resource.endpoints);
    if !description.complete || !diagnostics.suggests() || written.any(|endpoint| endpoint.errors.is_err()) {
        return;
    }
    let endpoints = resources.iter().flat_map(|resource| &resource.endpoints);
    let used: HashSet<usize> = endpoints.flat_map(|endpoint| &endpoint.errors).map(|code| code.0).collect();
    for (index, unused) in api.codes.iter().enumerate().filter(|(index, _)| !used.contains(index)) {
        // A code that is defined twice has one index that is used, and one that was reported already.
        if symbols.codes.get(unused.item.name.as_str()) == Some(&CodeId(index)) {
            let message = format!("no endpoint lists the error code {}", code(&unused.item.name));
            let fault = Diagnostic::new("unused-error", message, &unused.item.span, "never listed");
            diagnostics.push(fault.help("list it under `errors` of an endpoint that fails with it, or remove it"));
        }
    }
}
