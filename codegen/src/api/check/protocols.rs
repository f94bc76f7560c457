//! Checks how the service speaks HTTP and JSON.

use super::{headers, members, paths};
use crate::{
    api::model::{Endpoint, HttpMethod, PathPart, Protocol},
    diag::{Diagnostic, Diagnostics, alternatives, code},
    spec::{self, ApiFile, PathProtocol, Text},
};

/// Checks what holds for all paths.
pub(super) fn protocol(protocol: &spec::Protocol, diagnostics: &mut Diagnostics) -> Protocol {
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

/// Checks what holds below some paths.
pub(super) fn below_paths(file: &ApiFile, diagnostics: &mut Diagnostics) {
    for protocol in &file.protocols {
        if let Ok(path) = &protocol.path
            && !path.value.starts_with('/')
        {
            let message = format!("{} cannot begin a path", code(&path.value));
            let fault = Diagnostic::new("invalid-protocol", message, &path.span, "it does not begin with a slash");
            diagnostics.push(fault.help("write how the paths of its endpoints begin, such as `/v1/`"));
        }
        for method in &protocol.idempotency_key {
            check_method(method, file, diagnostics);
        }
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
            let help = meant.map_or(format!("write {known}"), |meant| format!("did you mean `{meant}`?"));
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

/// Whether an endpoint's requests carry an idempotency key: what the protocol with the longest fitting path says.
pub(super) fn is_keyed(endpoint: &Endpoint, protocols: &[PathProtocol]) -> bool {
    let Some(PathPart::Literal(start)) = endpoint.path.first() else { return false };
    let fits = |protocol: &&PathProtocol| protocol.path.as_ref().is_ok_and(|path| start.starts_with(&path.value));
    let length = |protocol: &&PathProtocol| protocol.path.as_ref().map_or(0, |path| path.value.len());
    let protocol = protocols.iter().filter(fits).max_by_key(length);
    protocol
        .is_some_and(|protocol| protocol.idempotency_key.iter().any(|method| method.value == endpoint.method.as_str()))
}
