//! `POST /v2/billing/intents/{id}/reserve`: method and path of an endpoint.

use crate::{
    api::model::HttpMethod,
    diag::{Diagnostic, Diagnostics, alternatives, closest, code, instead},
    spec::{Faulty, Read, Text},
};

/// A piece of a path whose parameters are not looked up yet.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Literal(String),
    Parameter(Text),
}

/// Cuts the text of `http:`, or reports what is wrong with it.
pub(super) fn parse(http: &Text, diagnostics: &mut Diagnostics) -> Read<(HttpMethod, Vec<Piece>)> {
    let (method, path) = http.value.split_once(' ').unwrap_or((&http.value, ""));
    let method = self::method(method).map_err(|meant| {
        let known = alternatives(HttpMethod::words());
        let help = instead(meant, format!("write {known}, a space, and the path"));
        (0..method.len(), format!("{} is not a method", code(method)), help)
    });
    let path_start = http.value.len() - path.len();
    let template = template(http, path_start).map_err(|problem| {
        let message = match path {
            "" => "there is no path after the method".to_owned(),
            _ => format!("{} cannot be a path: {problem}", code(path)),
        };
        (path_start..http.value.len(), message, PATH_HELP.to_owned())
    });
    match (method, template) {
        (Ok(method), Ok(template)) => Ok((method, template)),
        (Err((bytes, message, help)), _) | (_, Err((bytes, message, help))) => {
            let fault = Diagnostic::new("invalid-path", message, &http.part(bytes), "here");
            diagnostics.push(fault.help(help));
            Err(Faulty)
        }
    }
}

/// The method and the path of an endpoint whatever its parameters are called and however its characters are escaped;
/// nothing if it is faulty.
pub(super) fn shape(http: &Text) -> Option<(HttpMethod, String)> {
    let (method, pieces) = parse(http, &mut Diagnostics::default()).ok()?;
    let piece = |piece: &Piece| match piece {
        Piece::Literal(literal) => unescaped(literal),
        Piece::Parameter(_) => "{}".to_owned(),
    };
    Some((method, pieces.iter().map(piece).collect()))
}

/// The same path with each character that needs no escape as it is, and the others escaped in one way.
fn unescaped(literal: &str) -> String {
    let mut parts = literal.split('%');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2).unwrap_or((part, ""));
        let byte = u8::from_str_radix(digits, 16).unwrap_or_default();
        match char::from(byte) {
            character if character.is_ascii_alphanumeric() || "-._~".contains(character) => plain.push(character),
            _ => plain.extend(["%", &digits.to_ascii_uppercase()]),
        }
        plain.push_str(rest);
    }
    plain
}

const PATH_HELP: &str = "write `http: METHOD /path/{parameter}`, where a parameter fills a whole segment";

/// The method of a name, or else what was most likely meant.
pub(super) fn method(name: &str) -> Result<HttpMethod, Option<&'static str>> {
    HttpMethod::of(name).ok_or_else(|| closest(name, HttpMethod::words()))
}

fn template(http: &Text, start: usize) -> Result<Vec<Piece>, &'static str> {
    let path = &http.value[start..];
    if !path.starts_with('/') {
        return Err("it does not begin with a slash");
    }
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut at = start;
    for segment in path.split_inclusive('/') {
        let name = segment.strip_suffix('/').unwrap_or(segment);
        if let Some(name) = name.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            if name.is_empty() {
                return Err("a parameter in it has no name between its braces");
            }
            pieces.push(Piece::Literal(std::mem::take(&mut literal)));
            let span = http.part(at + 1..at + 1 + name.len());
            pieces.push(Piece::Parameter(Text { value: name.to_owned(), span }));
            literal.push_str(if segment.ends_with('/') { "/" } else { "" });
        } else {
            literal.push_str(segment);
        }
        at += segment.len();
    }
    pieces.push(Piece::Literal(literal));
    pieces.retain(|piece| *piece != Piece::Literal(String::new()));
    // A parameter stands for a segment of its own, so what is left must be a path without it.
    let shape: String = pieces.iter().map(Piece::shape).collect();
    check_literal(&shape).map(|()| pieces)
}

impl Piece {
    fn shape(&self) -> &str {
        match self {
            Self::Literal(literal) => literal,
            Self::Parameter(_) => "parameter",
        }
    }
}

/// Says what keeps a text from being the path of a URL.
pub(super) fn check_literal(path: &str) -> Result<(), &'static str> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/%".contains(&byte);
    let is_escape = |rest: &str| rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    match () {
        () if path.contains("//") => Err("it has an empty segment (`//`)"),
        () if path.contains(['?', '#']) => Err("it has a query or fragment"),
        () if path.contains(['{', '}']) => Err("braces hold a parameter that fills a whole segment"),
        () if !path.bytes().all(is_plain) => Err("it has a character that must be percent-encoded"),
        () if !path.split('%').skip(1).all(is_escape) => Err("`%` is not followed by two hexadecimal digits"),
        () if path.split('/').any(is_dots) => Err("it has a segment of dots"),
        () => Ok(()),
    }
}

/// `.` and `..`, which clients and servers take out of a path, escaped or not.
fn is_dots(segment: &str) -> bool {
    matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..")
}
