//! Checks the parameters of an endpoint, and puts them into its path.

use super::styles;
use crate::{
    api::{
        check::{
            file::headers,
            items::{self, Kind},
            paths::Piece,
            symbols::{self, Symbols},
            types::{self, bounds},
        },
        model::{BodyFormat, Endpoint, HttpMethod, Location, Parameter, PathPart, Style, Type},
    },
    diag::{Diagnostic, Diagnostics, alternatives, closest, code, did_you_mean, instead},
    spec::{self, ApiFile, Faulty, Read, Text},
};

/// Checks a parameter; `method` is that of the endpoint, and `body` how its dialect writes bodies.
pub(crate) fn check(
    parameter: &spec::Parameter,
    method: Option<HttpMethod>,
    body: BodyFormat,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Read<Parameter> {
    let location = parameter.location.as_ref().map_err(|faulty| *faulty);
    let location = location.and_then(|text| self::location(text, diagnostics));
    let item = items::check(&parameter.item, Kind::Parameter(location.unwrap_or(Location::Body)), diagnostics);
    let ty = parameter.ty.as_ref().map_err(|faulty| *faulty);
    let ty = ty.and_then(|ty| types::resolve_given(ty, symbols, diagnostics));
    let ty = ty?;
    let bounds = bounds::check(&parameter.bounds, &ty, symbols, diagnostics);
    let secret = secret(parameter, &ty, diagnostics);
    let location = location?;
    let style = parameter.style.as_ref().map_err(|faulty| *faulty)?;
    let style = style.as_ref().map_or(Ok(None), |style| styles::named(style, location, diagnostics).map(Some))?;
    let parameter = Parameter {
        item,
        location,
        style: style.unwrap_or(Style::usual(location, body)),
        explode: parameter.explode.as_ref().is_ok_and(Option::is_some),
        ty,
        optional: parameter.optional?,
        constant: None,
        default: None,
        example: None,
        bounds,
        secret,
    };
    let problem = problem(&parameter, method);
    let Some((message, help)) = problem else { return Ok(parameter) };
    let message = format!("the parameter {} {message}", code(&parameter.item.name));
    diagnostics.push(Diagnostic::new("invalid-parameter", message, &parameter.item.span, "this parameter").help(help));
    Err(Faulty)
}

fn location(text: &Text, diagnostics: &mut Diagnostics) -> Read<Location> {
    Location::of(&text.value).ok_or_else(|| {
        let message = format!("a parameter cannot travel in {}", code(&text.value));
        let meant = closest(&text.value, Location::words());
        let help = instead(meant, format!("write {}", alternatives(Location::words())));
        diagnostics.push(Diagnostic::new("invalid-parameter", message, &text.span, "unknown place").help(help));
        Faulty
    })
}

/// What is wrong with a parameter, and what to write instead.
fn problem(parameter: &Parameter, method: Option<HttpMethod>) -> Option<(&'static str, &'static str)> {
    let bodiless = method.is_some_and(|method| !method.can_have_body());
    match (parameter.location, parameter.ty.meant()) {
        (Location::Path | Location::Query | Location::Header | Location::Cookie, Type::Nullable(_)) => Some((
            "may be null, but is not in the body",
            "leave out the `?`, and write `optional: true` if callers may leave it out",
        )),
        (_, ty) if matches!(ty.innermost(), Type::Expandable(..)) => {
            Some(("may be expanded", "write `id(…)` in place of `expandable(…)`: callers give the identifier"))
        }
        (Location::Body, _) if bodiless => {
            Some(("is in the body, which this method has not", "write `in: query`, or use another method"))
        }
        _ => None,
    }
}

/// Whether a parameter is a secret, which only a text can be.
fn secret(parameter: &spec::Parameter, ty: &Type, diagnostics: &mut Diagnostics) -> bool {
    let Ok(Some(place)) = &parameter.secret else { return false };
    let is_possible = matches!(ty.without_null(), Type::Scalar(scalar) if scalar.facts().can_be_secret);
    if !is_possible {
        let message = format!("the parameter {} is secret, but is no `string`", code(&parameter.item.name.value));
        let fault = Diagnostic::new("misplaced-key", message, place, "it says nothing here");
        diagnostics.push(fault.help("write `type: string`, or remove `secret`"));
    }
    is_possible
}

/// Checks that nothing else of a request is where its parameters in queries, headers and cookies are.
pub(crate) fn apart(
    endpoint: &Endpoint,
    constants: &[spec::Header],
    file: &Read<ApiFile>,
    diagnostics: &mut Diagnostics,
) {
    let key = file.as_ref().ok().and_then(|file| file.protocol.idempotency_key.as_ref());
    let mut headers: Vec<Text> = constants.iter().map(|header| header.item.name.clone()).collect();
    for parameter in &endpoint.parameters {
        let name = Text { value: parameter.item.name.clone(), span: parameter.item.span.clone() };
        match parameter.location {
            Location::Header => {
                headers::of_parameter(&name, key, diagnostics);
                match headers.iter().find(|first| first.value.eq_ignore_ascii_case(&name.value)) {
                    Some(first) => diagnostics.push(symbols::defined_twice("header", &name, first)),
                    None => headers.push(name),
                }
            }
            Location::Cookie => headers::of_cookie(&name, diagnostics),
            Location::Query if endpoint.fixed_query().any(|fixed| fixed == name.value) => {
                let message = format!("the parameter {} is in the path already", code(&name.value));
                let fault = Diagnostic::new("invalid-parameter", message, &name.span, "this parameter");
                diagnostics.push(fault.help("take it out of the query in `http`, or remove the parameter"));
            }
            Location::Query | Location::Path | Location::Body => {}
        }
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
        let help = format!("write `{{{}}}` in the path, or change `in`", name.value.escape_debug());
        diagnostics.push(fault.label(&http.span, "the path").help(help));
    }
}
