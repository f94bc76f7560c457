//! Checks how the service speaks HTTP and JSON.

use super::headers;
use crate::{
    api::{
        check::{items, members, names::Form, paths},
        model::{
            Api, BodyFormat, HttpMethod, Pagination, PathPart, Protocol, ProtocolId, TimestampFormat, WireProtocol,
        },
    },
    diag::{Diagnostic, Diagnostics, Span, alternatives, closest, code, instead},
    spec::{self, ApiFile, PathProtocol, Read, Text},
};

/// Checks what holds for all paths.
pub(crate) fn protocol(protocol: &spec::Protocol, diagnostics: &mut Diagnostics) -> Protocol {
    for header in [&protocol.request_id, &protocol.idempotency_key, &protocol.should_retry].into_iter().flatten() {
        headers::name(header, diagnostics);
    }
    let name = |header: &Option<Text>| header.as_ref().map(|header| header.value.clone());
    let mut path = |path: &Option<Text>, usual: [&str; 2]| match path {
        Some(path) => {
            let members = members::split(path, diagnostics).unwrap_or_default();
            members.into_iter().map(|member| member.value).collect()
        }
        None => usual.map(str::to_owned).to_vec(),
    };
    Protocol {
        error_code: path(&protocol.error_code, ["error", "code"]),
        error_message: path(&protocol.error_message, ["error", "message"]),
        request_id: name(&protocol.request_id),
        idempotency_key: name(&protocol.idempotency_key),
        should_retry: name(&protocol.should_retry),
    }
}

/// Checks what holds below some paths; what holds elsewhere comes last.
pub(crate) fn below_paths(file: &Read<ApiFile>, diagnostics: &mut Diagnostics) -> Vec<WireProtocol> {
    let mut protocols = Vec::new();
    if let Ok(file) = file {
        for (index, protocol) in file.protocols.iter().enumerate() {
            protocols.push(wire(protocol, file, diagnostics));
            path(protocol, &file.protocols[..index], diagnostics);
        }
    }
    let elsewhere = WireProtocol {
        name: String::new(),
        path: String::new(),
        body: BodyFormat::Json,
        timestamps: TimestampFormat::Rfc3339,
        pagination: None,
        keyed: Vec::new(),
        span: Span::START,
    };
    protocols.push(elsewhere);
    protocols
}

fn wire(protocol: &PathProtocol, file: &ApiFile, diagnostics: &mut Diagnostics) -> WireProtocol {
    const BODIES: [(&str, BodyFormat); 2] = [("json", BodyFormat::Json), ("form", BodyFormat::Form)];
    const TIMESTAMPS: [(&str, TimestampFormat); 2] =
        [("rfc3339", TimestampFormat::Rfc3339), ("unix", TimestampFormat::Unix)];
    const PAGINATIONS: [(&str, Pagination); 2] = [("cursor", Pagination::Cursor), ("page_url", Pagination::PageUrl)];

    let PathProtocol { name, body, timestamps, pagination, idempotency_key, .. } = protocol;
    items::name(name, "protocol", Form::Snake, diagnostics);
    for method in idempotency_key {
        check_method(method, file, diagnostics);
    }
    let pagination = pagination.as_ref().ok().and_then(Option::as_ref);
    WireProtocol {
        name: name.value.clone(),
        path: protocol.path.as_ref().map_or_else(|_| String::new(), |path| path.value.clone()),
        body: choice("body", body.as_ref(), BODIES, diagnostics).unwrap_or(BodyFormat::Json),
        timestamps: choice("timestamps", timestamps.as_ref(), TIMESTAMPS, diagnostics)
            .unwrap_or(TimestampFormat::Rfc3339),
        pagination: choice("pagination", pagination, PAGINATIONS, diagnostics),
        keyed: idempotency_key.iter().filter_map(|method| paths::method(&method.value).ok()).collect(),
        span: name.span.clone(),
    }
}

/// What a word stands for, or what was meant by one that is unknown; nothing if that cannot be told.
fn choice<T: Copy>(key: &str, word: Option<&Text>, known: [(&str, T); 2], diagnostics: &mut Diagnostics) -> Option<T> {
    let word = word?;
    let meaning = |word: &str| known.iter().find(|(name, _)| *name == word).map(|(_, meaning)| *meaning);
    if let Some(meaning) = meaning(&word.value) {
        return Some(meaning);
    }
    let names = known.map(|(name, _)| name);
    let meant = closest(&word.value, names);
    let message = format!("a protocol has no {} for `{key}`", code(&word.value));
    let help = instead(meant, format!("write {}", alternatives(names)));
    diagnostics.push(Diagnostic::new("invalid-protocol", message, &word.span, "unknown").help(help));
    meant.and_then(meaning)
}

/// Checks where a protocol holds.
fn path(protocol: &PathProtocol, earlier: &[PathProtocol], diagnostics: &mut Diagnostics) {
    let Ok(path) = &protocol.path else { return };
    if !path.value.starts_with('/') {
        let message = format!("{} cannot begin a path", code(&path.value));
        let fault = Diagnostic::new("invalid-protocol", message, &path.span, "it does not begin with a slash");
        diagnostics.push(fault.help("write how the paths of its endpoints begin, such as `/v1/`"));
    }
    let other = earlier.iter().filter_map(|other| other.path.as_ref().ok()).find(|other| other.value == path.value);
    if let Some(other) = other {
        let message = format!("two protocols hold below {}", code(&path.value));
        let fault = Diagnostic::new("invalid-protocol", message, &path.span, "again here");
        diagnostics.push(fault.label(&other.span, "first here").help("remove one of the two, or change its path"));
    }
}

fn check_method(method: &Text, file: &ApiFile, diagnostics: &mut Diagnostics) {
    let mut fault = |message: String, label: &str, help: String| {
        let fault = Diagnostic::new("invalid-protocol", message, &method.span, label);
        diagnostics.push(fault.help(help));
    };
    match paths::method(&method.value) {
        Err(meant) => {
            let known = alternatives(HttpMethod::ALL.map(HttpMethod::as_str));
            let help = instead(meant, format!("write {known}"));
            fault(format!("{} is not a method", code(&method.value)), "here", help);
        }
        Ok(_) if file.protocol.idempotency_key.is_none() => fault(
            "there is no header for an idempotency key".to_owned(),
            "requests of this method should carry one",
            "name it in `protocol`: `idempotency_key: Idempotency-Key`".to_owned(),
        ),
        Ok(_) => {}
    }
}

/// The protocol with the longest path that begins the path of an endpoint, or the last, which holds elsewhere.
pub(crate) fn of(path: &[PathPart], protocols: &[PathProtocol]) -> ProtocolId {
    let start = match path.first() {
        Some(PathPart::Literal(start)) => start.as_str(),
        _ => "",
    };
    let begins = |path: &&Text| start.starts_with(&path.value);
    let length = |protocol: &PathProtocol| protocol.path.as_ref().ok().filter(begins).map(|path| path.value.len());
    let fitting = protocols.iter().enumerate().filter_map(|(index, protocol)| Some((length(protocol)?, index)));
    ProtocolId(fitting.max().map_or(protocols.len(), |(_, index)| index))
}

/// Takes out what holds where no protocol is described, if no endpoint is there.
pub(crate) fn drop_unused(api: &mut Api) {
    let last = ProtocolId(api.protocols.len().saturating_sub(1));
    let mut endpoints = api.resources.iter().flat_map(|resource| &resource.endpoints);
    if last.0 > 0 && endpoints.all(|endpoint| endpoint.protocol != last) {
        api.protocols.pop();
    }
}
