//! Checks the parameters of an endpoint, and puts them into its path.

use crate::{
    api::{
        check::{
            items::{self, Kind},
            paths::Piece,
            symbols::Symbols,
            types::{self, bounds},
        },
        model::{Location, Parameter, PathPart, Type},
    },
    diag::{Diagnostic, Diagnostics, alternatives, closest, code, did_you_mean, instead},
    spec::{self, Faulty, Read, Text},
};

/// Checks a parameter.
pub(crate) fn check(parameter: &spec::Parameter, symbols: &Symbols, diagnostics: &mut Diagnostics) -> Read<Parameter> {
    let location = parameter.location.as_ref().map_err(|faulty| *faulty);
    let location = location.and_then(|text| self::location(text, diagnostics));
    let item = items::check(&parameter.item, Kind::Parameter(location.unwrap_or(Location::Body)), diagnostics);
    let ty = parameter.ty.as_ref().map_err(|faulty| *faulty);
    let ty = ty.and_then(|ty| types::resolve_given(ty, symbols, diagnostics));
    let ty = ty?;
    let bounds = bounds::check(&parameter.bounds, &ty, symbols, diagnostics);
    let parameter = Parameter { item, location: location?, ty, optional: parameter.optional?, default: None, bounds };
    let problem = problem(&parameter);
    let Some((message, help)) = problem else { return Ok(parameter) };
    let message = format!("the parameter {} {message}", code(&parameter.item.name));
    diagnostics.push(Diagnostic::new("invalid-parameter", message, &parameter.item.span, "this parameter").help(help));
    Err(Faulty)
}

fn location(text: &Text, diagnostics: &mut Diagnostics) -> Read<Location> {
    Location::of(&text.value).ok_or_else(|| {
        let message = format!("a parameter cannot travel in {}", code(&text.value));
        let meant = closest(&text.value, Location::words());
        let elsewhere = if text.value == "header" { "; a header stands under `headers` in `api.yaml`" } else { "" };
        let help = instead(meant, format!("write {}{elsewhere}", alternatives(Location::words())));
        diagnostics.push(Diagnostic::new("invalid-parameter", message, &text.span, "unknown place").help(help));
        Faulty
    })
}

/// What is wrong with a parameter, and what to write instead.
fn problem(parameter: &Parameter) -> Option<(&'static str, &'static str)> {
    match (parameter.location, parameter.ty.meant()) {
        (Location::Path | Location::Query, Type::Nullable(_)) => Some((
            "may be null, but is not in the body",
            "leave out the `?`, and write `optional: true` if callers may leave it out of the query",
        )),
        (_, ty) if matches!(ty.innermost(), Type::Expandable(..)) => {
            Some(("may be expanded", "write `id(…)` in place of `expandable(…)`: callers give the identifier"))
        }
        (Location::Path, ty) if !ty.can_be_in_url() => {
            Some(("is in the path, but is no single value", "use a type without members or items, such as `string`"))
        }
        (Location::Query, Type::List(items)) if items.can_be_in_url() => None,
        (Location::Query, ty) if !ty.can_be_in_url() => Some((
            "is in the query, but is neither a single value nor a list of them",
            "use a type without members, such as `string` or `[string]`, or write `in: body`",
        )),
        _ => None,
    }
}

/// Puts parameters into a path: each one of the path fits one of the endpoint, and the other way round.
pub(crate) fn fill(
    pieces: Vec<Piece>,
    http: &Text,
    parameters: &[spec::Parameter],
    diagnostics: &mut Diagnostics,
) -> Vec<PathPart> {
    let mut filled = vec![false; parameters.len()];
    let mut unknown = Vec::new();
    let mut parts = Vec::new();
    for piece in pieces {
        let name = match piece {
            Piece::Literal(literal) => {
                parts.push(PathPart::Literal(literal));
                continue;
            }
            Piece::Parameter(name) => name,
        };
        match parameters.iter().position(|parameter| parameter.item.name.value == name.value) {
            Some(index) => {
                parts.push(PathPart::Parameter(index));
                if let Some(fault) = misplaced(&name, &parameters[index], filled[index]) {
                    diagnostics.push(fault);
                }
                filled[index] = true;
            }
            None => unknown.push(name),
        }
    }
    let is_left = |(index, parameter): &(usize, &spec::Parameter)| !filled[*index] && is_in_path(parameter);
    let left = parameters.iter().enumerate().filter(is_left).map(|(_, parameter)| &parameter.item.name).collect();
    mismatched(&unknown, left, http, diagnostics);
    parts
}

fn is_in_path(parameter: &spec::Parameter) -> bool {
    parameter.location.as_ref().is_ok_and(|location| Location::of(&location.value) == Some(Location::Path))
}

/// Reports a parameter that the path names, but that cannot be there.
fn misplaced(name: &Text, parameter: &spec::Parameter, filled: bool) -> Option<Diagnostic> {
    let shown = code(&name.value);
    let declared = &parameter.item.name.span;
    let fault = |message, label, help| {
        Some(Diagnostic::new("path-parameter", message, &name.span, label).label(declared, "declared here").help(help))
    };
    match (&parameter.location, parameter.optional) {
        _ if filled => fault(format!("the path has {shown} twice"), "again here", "give the second one another name"),
        (Ok(location), _) if Location::of(&location.value).is_some_and(|other| other != Location::Path) => {
            let message = format!("the path has {shown}, which travels in the {}", location.value);
            fault(message, "in the path", "write `in: path`, or take it out of the path")
        }
        (Ok(_), Ok(true)) => {
            let message = format!("{shown} is in the path, so it cannot be optional");
            fault(message, "in the path", "remove `optional: true`")
        }
        _ => None,
    }
}

/// Reports names that only the path has, and names that only the parameters have. Two that look alike are one fault.
fn mismatched(unknown: &[Text], mut left: Vec<&Text>, http: &Text, diagnostics: &mut Diagnostics) {
    for name in unknown {
        let message = format!("the path has {}, which is no parameter", code(&name.value));
        let fault = Diagnostic::new("path-parameter", message, &name.span, "no such parameter");
        let alike = diagnostics.closest(&name.value, left.iter().map(|left| left.value.as_str()));
        let alike = alike.or(left.first().filter(|_| left.len() == 1 && unknown.len() == 1).map(|left| &*left.value));
        let index = left.iter().position(|left| Some(left.value.as_str()) == alike);
        diagnostics.push(match index.map(|index| left.remove(index)) {
            Some(meant) => fault.label(&meant.span, "not in the path").help(did_you_mean(&meant.value)),
            None => fault.help(format!("add {} with `in: path` to `params`", code(&name.value))),
        });
    }
    for name in left {
        let message = format!("{} should be in the path, but is not", code(&name.value));
        let fault = Diagnostic::new("path-parameter", message, &name.span, "not in the path");
        let help = format!("write `{{{}}}` as a segment of the path, or change `in`", name.value.escape_debug());
        diagnostics.push(fault.label(&http.span, "the path").help(help));
    }
}
