//! Checks the headers of requests.

use crate::{
    api::{
        check::{
            items::{self, Kind},
            symbols,
        },
        model::Header,
    },
    diag::{Diagnostic, Diagnostics, closest, code, instead},
    spec::{self, ApiFile, Text},
};

/// Headers that requests carry anyway, with values of their own.
const RESERVED: [&str; 10] = [
    "Accept",
    "Authorization",
    "Connection",
    "Content-Length",
    "Content-Type",
    "Host",
    "Idempotency-Key",
    "Proxy-Authorization",
    "Transfer-Encoding",
    "User-Agent",
];

/// Checks all headers.
pub(super) fn check(file: &ApiFile, version: &str, diagnostics: &mut Diagnostics) -> Vec<Header> {
    let mut seen: Vec<&Text> = Vec::new();
    for header in &file.headers {
        let name = &header.item.name;
        self::name(name, diagnostics);
        not_reserved(name, file.protocol.idempotency_key.as_ref(), diagnostics);
        match seen.iter().find(|first| first.value.eq_ignore_ascii_case(&name.value)) {
            Some(first) => diagnostics.push(symbols::defined_twice("header", name, first)),
            None => seen.push(name),
        }
    }
    file.headers.iter().map(|header| one(header, version, diagnostics)).collect()
}

fn one(header: &spec::Header, version: &str, diagnostics: &mut Diagnostics) -> Header {
    let value = header.value.as_ref().ok().and_then(Option::as_ref);
    Header {
        item: items::check(&header.item, Kind::Header, diagnostics),
        value: value.map(|value| self::value(value, version, diagnostics)),
    }
}

/// Checks that a text can be the name of a header.
pub(super) fn name(name: &Text, diagnostics: &mut Diagnostics) {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if name.value.is_empty() || !name.value.bytes().all(is_token) {
        let message = format!("{} cannot be the name of a header", code(&name.value));
        let fault = Diagnostic::new("invalid-header", message, &name.span, "not such a name");
        diagnostics.push(fault.help("write letters, digits and `-`, such as `Stripe-Version`"));
    }
}

fn not_reserved(name: &Text, key: Option<&Text>, diagnostics: &mut Diagnostics) {
    let mut reserved = RESERVED.into_iter().chain(key.map(|key| key.value.as_str()));
    if reserved.any(|reserved| reserved.eq_ignore_ascii_case(&name.value)) {
        let message = format!("the header {} is set by the client itself", code(&name.value));
        let fault = Diagnostic::new("invalid-header", message, &name.span, "reserved");
        diagnostics.push(fault.help("remove it: the client sends it where it belongs"));
    }
}

/// The value, with `{version}` replaced.
fn value(value: &Text, version: &str, diagnostics: &mut Diagnostics) -> String {
    let filled = value.value.replace("{version}", version);
    let mut fault = |message: String, help: String| {
        diagnostics.push(Diagnostic::new("invalid-header", message, &value.span, "in this value").help(help));
    };
    let is_visible = filled.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
    if let Some(placeholder) = placeholder(&filled) {
        let meant = closest(placeholder, ["version"]).map(|_| "{version}");
        let help = instead(meant, "only `{version}` is replaced");
        fault(format!("there is no {} to put into a header", code(placeholder)), help);
    } else if !is_visible || filled.trim() != filled || (filled.is_empty() && !value.value.contains("{version}")) {
        let message = format!("{} cannot be the value of a header", code(&value.value));
        fault(message, "write visible ASCII, with spaces only between words".to_owned());
    }
    filled
}

/// What stands between braces.
fn placeholder(value: &str) -> Option<&str> {
    let (_, rest) = value.split_once('{')?;
    rest.split_once('}').map(|(placeholder, _)| placeholder)
}
