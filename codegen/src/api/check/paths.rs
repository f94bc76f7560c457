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

const PATH_HELP: &str = "write `http: METHOD /path/{parameter}`";

/// The method of a name, or else what was most likely meant.
pub(super) fn method(name: &str) -> Result<HttpMethod, Option<&'static str>> {
    HttpMethod::of(name).ok_or_else(|| closest(name, HttpMethod::words()))
}

fn template(http: &Text, start: usize) -> Result<Vec<Piece>, &'static str> {
    let whole = &http.value[start..];
    let (path, query) = whole.split_once('?').map_or((whole, None), |(path, query)| (path, Some(query)));
    if !path.starts_with('/') {
        return Err("it does not begin with a slash");
    }
    let mut pieces = pieces(path, http, start)?;
    // A parameter stands for something, so what is left must be a path without it.
    let shape: String = pieces.iter().map(Piece::shape).collect();
    check_literal(&shape)?;
    if let Some(query) = query {
        check_query(query)?;
        match pieces.last_mut() {
            Some(Piece::Literal(end)) => end.extend(["?", query]),
            _ => pieces.push(Piece::Literal(format!("?{query}"))),
        }
    }
    Ok(pieces)
}

/// Cuts a path at the braces that hold names of parameters.
fn pieces(path: &str, http: &Text, start: usize) -> Result<Vec<Piece>, &'static str> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(open) = path[at..].find('{').map(|open| at + open) {
        let name = path[open + 1..].split_once('}').map(|(name, _)| name);
        let Some(name) = name.filter(|name| !name.contains(['{', '/'])) else { return Err(BRACES) };
        if name.is_empty() {
            return Err("a parameter in it has no name between its braces");
        }
        pieces.push(Piece::Literal(path[at..open].to_owned()));
        let end = open + 1 + name.len();
        pieces.push(Piece::Parameter(Text { value: name.to_owned(), span: http.part(start + open + 1..start + end) }));
        at = end + 1;
    }
    pieces.push(Piece::Literal(path[at..].to_owned()));
    pieces.retain(|piece| *piece != Piece::Literal(String::new()));
    Ok(pieces)
}

/// Says what keeps a text from being a query that is always the same.
fn check_query(query: &str) -> Result<(), &'static str> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?%".contains(&byte);
    match () {
        () if query.contains(['{', '}']) => Err("a parameter of the query is not in the path: write `in: query`"),
        () if query.split('&').any(|pair| pair.is_empty() || pair.starts_with('=')) => {
            Err("its query has a value without a name")
        }
        () if !query.bytes().all(is_plain) => Err("its query has a character that must be percent-encoded"),
        () if !has_whole_escapes(query) => Err(ESCAPES),
        () => Ok(()),
    }
}

const BRACES: &str = "braces hold the name of a parameter, and nothing else";
const ESCAPES: &str = "`%` is not followed by two hexadecimal digits";

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
    match () {
        () if path.contains("//") => Err("it has an empty segment (`//`)"),
        () if path.contains(['?', '#']) => Err("it has a query or fragment"),
        () if path.contains(['{', '}']) => Err(BRACES),
        () if !path.bytes().all(is_plain) => Err("it has a character that must be percent-encoded"),
        () if !has_whole_escapes(path) => Err(ESCAPES),
        () if path.split('/').any(is_dots) => Err("it has a segment of dots"),
        () => Ok(()),
    }
}

fn has_whole_escapes(text: &str) -> bool {
    let is_escape = |rest: &str| rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    text.split('%').skip(1).all(is_escape)
}

/// `.` and `..`, which clients and servers take out of a path, escaped or not.
fn is_dots(segment: &str) -> bool {
    matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..")
}
