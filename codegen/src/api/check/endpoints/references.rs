//! What sessions and lifecycles say of the endpoints of their file.

use crate::{
    api::{
        check::symbols::Symbols,
        model::{CodeId, Endpoint},
    },
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, Faulty, Read, Text},
};

/// The index of the endpoint of this name among those of its file.
pub(crate) fn endpoint_named(
    name: &Text,
    endpoints: &[Endpoint],
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Read<usize> {
    let names = || endpoints.iter().map(|endpoint| endpoint.item.name.as_str());
    names()
        .position(|known| known == name.value)
        .ok_or_else(|| symbols.unknown("endpoint", name, names(), "name an endpoint of this file", diagnostics))
}

/// The code of this name, which an endpoint must list; `rule` is the one that asks for it.
pub(super) fn listed_code(
    name: &Text,
    endpoint: &spec::Endpoint,
    rule: &'static str,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Read<CodeId> {
    let Some(id) = symbols.codes.get(name.value.as_str()) else {
        let otherwise = "name an error code that the endpoint lists";
        return Err(symbols.unknown("error code", name, symbols.codes.keys().copied(), otherwise, diagnostics));
    };
    let listed = endpoint.errors.as_ref().map_err(|faulty| *faulty)?;
    if listed.iter().any(|listed| listed.value == name.value) {
        return Ok(*id);
    }
    let owner = &endpoint.item.name;
    let message = format!("the endpoint {} does not list the error code {}", code(&owner.value), code(&name.value));
    let fault = Diagnostic::new(rule, message, &name.span, "not listed").label(&owner.span, "the endpoint");
    diagnostics.push(fault.help("add it to `errors` of the endpoint, or name one that is there"));
    Err(Faulty)
}
