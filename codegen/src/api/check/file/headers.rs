//! Checks the headers of requests, and those by which `protocol` names what headers say.

use super::reserved;
use crate::{
    api::{
        check::{
            items::{self, Kind},
            symbols,
        },
        model::{ConstantHeader, Header},
    },
    diag::{Diagnostic, Diagnostics, closest, code, instead},
    spec::{self, ApiFile, Read, Text},
};

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

/// Checks the headers that a call always carries, by which it may override those of all calls.
pub(crate) fn of_call(
    headers: &[spec::Header],
    file: &Read<ApiFile>,
    diagnostics: &mut Diagnostics,
) -> Vec<ConstantHeader> {
    let Ok(file) = file else { return Vec::new() };
    let version = file.version.as_ref().map_or("", |version| &version.value);
    let mut seen: Vec<&Text> = Vec::new();
    let checked = headers.iter().filter_map(|header| {
        let name = &header.item.name;
        if let Some(first) = seen.iter().find(|first| first.value.eq_ignore_ascii_case(&name.value)) {
            diagnostics.push(symbols::defined_twice("header", name, first));
        }
        seen.push(name);
        self::name(name, diagnostics);
        not_reserved(name, file.protocol.idempotency_key.as_ref(), diagnostics);
        let item = items::check(&header.item, Kind::Header, diagnostics);
        let Some(written) = header.value.as_ref().ok()? else {
            let message = format!("the header {} of a call has no value", code(&name.value));
            let fault = Diagnostic::new("invalid-header", message, &name.span, "a value is missing");
            diagnostics.push(fault.help("write its value; what callers give stands under `params` with `in: header`"));
            return None;
        };
        Some(ConstantHeader { item, value: value(written, version, diagnostics) })
    });
    checked.collect()
}

/// Checks that a parameter can travel in a header of its name.
pub(crate) fn of_parameter(name: &Text, key: Option<&Text>, diagnostics: &mut Diagnostics) {
    self::name(name, diagnostics);
    not_reserved(name, key, diagnostics);
}

/// Checks that a parameter can be a cookie of its name.
pub(crate) fn of_cookie(name: &Text, diagnostics: &mut Diagnostics) {
    if !is_token(&name.value) {
        let message = format!("{} cannot be the name of a cookie", code(&name.value));
        let fault = Diagnostic::new("invalid-header", message, &name.span, "not such a name");
        diagnostics.push(fault.help("write letters, digits and signs such as `-` and `_`"));
    }
}

fn one(header: &spec::Header, version: &str, diagnostics: &mut Diagnostics) -> Header {
    let value = header.value.as_ref().ok().and_then(Option::as_ref);
    Header {
        item: items::check(&header.item, Kind::Header, diagnostics),
        value: value.map(|value| self::value(value, version, diagnostics)),
    }
}

/// Whether a text is what HTTP calls a token.
pub(super) fn is_token(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_plain)
}

/// Checks that a text can be the name of a header.
pub(crate) fn name(name: &Text, diagnostics: &mut Diagnostics) {
    if !is_token(&name.value) {
        let message = format!("{} cannot be the name of a header", code(&name.value));
        let fault = Diagnostic::new("invalid-header", message, &name.span, "not such a name");
        diagnostics.push(fault.help("write letters, digits and `-`, such as `Stripe-Version`"));
    }
}

/// Reports a header that is not the description's to set.
fn not_reserved(name: &Text, key: Option<&Text>, diagnostics: &mut Diagnostics) {
    let is_key = |key: &&Text| key.value.eq_ignore_ascii_case(&name.value);
    if let Some(key) = key.filter(is_key) {
        let message = format!("the header {} is set by the client itself", code(&name.value));
        let fault = Diagnostic::new("invalid-header", message, &name.span, "set with each key");
        diagnostics.push(fault.label(&key.span, "it carries the key").help("remove it here"));
    } else if name.value.eq_ignore_ascii_case(IDEMPOTENCY_KEY) {
        let message = format!("the header {} would not be known for what it is", code(&name.value));
        let fault = Diagnostic::new("invalid-header", message, &name.span, "a key that the client makes");
        diagnostics.push(fault.help(format!("write `idempotency_key: {IDEMPOTENCY_KEY}` under `protocol` instead")));
    } else {
        not_controlled(name, diagnostics);
    }
}

/// The usual name of the header by which a service knows the repetition of a request.
const IDEMPOTENCY_KEY: &str = "Idempotency-Key";

/// Reports a header of requests that the client or HTTP itself controls.
fn not_controlled(name: &Text, diagnostics: &mut Diagnostics) {
    if let Some(why) = reserved::in_requests(&name.value) {
        let message = format!("the header {} cannot be set by a description: {why}", code(&name.value));
        let is_cookie = name.value.eq_ignore_ascii_case("cookie");
        let help = if is_cookie { "describe each cookie under `params` with `in: cookie`" } else { "remove it" };
        diagnostics.push(Diagnostic::new("invalid-header", message, &name.span, "reserved").help(help));
    }
}

/// Checks the headers that `protocol` names.
pub(super) fn of_protocol(protocol: &spec::Protocol, diagnostics: &mut Diagnostics) {
    let spec::Protocol { request_id, idempotency_key, should_retry, .. } = protocol;
    for header in [request_id, idempotency_key, should_retry].into_iter().flatten() {
        name(header, diagnostics);
    }
    if let Some(key) = idempotency_key
        && let Some(why) = reserved::in_requests(&key.value)
    {
        let message = format!("the header {} cannot carry an idempotency key: {why}", code(&key.value));
        let fault = Diagnostic::new("invalid-header", message, &key.span, "reserved");
        diagnostics.push(fault.help(format!("name the header that the service asks for, such as `{IDEMPOTENCY_KEY}`")));
    }
    for header in [request_id, should_retry].into_iter().flatten() {
        if let Some(why) = reserved::in_answers(&header.value) {
            let message = format!("the header {} says nothing of the kind in an answer: {why}", code(&header.value));
            let fault = Diagnostic::new("invalid-header", message, &header.span, "read from answers");
            diagnostics.push(fault.help("name a header of responses, such as `Request-Id`"));
        }
    }
    if let (Some(first), Some(again)) = (request_id, should_retry)
        && first.value.eq_ignore_ascii_case(&again.value)
    {
        let message = format!("the header {} cannot say two things", code(&again.value));
        let fault = Diagnostic::new("invalid-header", message, &again.span, "whether to repeat a request");
        diagnostics.push(fault.label(&first.span, "what the support asks for").help("correct one of the two"));
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
