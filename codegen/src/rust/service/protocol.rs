//! What the crate knows of its service, and the methods that come with it.

use crate::api::{self, Api, Header, Protocol};
use crate::rust::attributes::{attributes, attributes_with};
use crate::rust::calls::paging;
use crate::rust::docs::{Doc, code};
use crate::rust::former::former;
use crate::rust::model::{ErrorField, HeaderSetter};
use crate::rust::names::Case;
use crate::rust::requests;
use crate::rust::scope::{Naming, Scope};

/// Methods that builders of clients have beside those that requests have too.
const BUILDER_NAMES: &[&str] = &[
    "allow_http_to",
    "app_name",
    "build",
    "connect_timeout",
    "environment",
    "get_tokens",
    "no_proxy",
    "proxy",
    "root_certificates",
    "transport",
    "with_choice",
    "wrap_transport",
];

/// Methods that errors have in any case.
const ERROR_NAMES: &[&str] = &[
    "attempts",
    "code",
    "elapsed",
    "idempotency_key",
    "is_retryable",
    "json",
    "kind",
    "message",
    "raw",
    "refusal",
    "request_id",
    "retry_after",
    "source",
    "status",
    "to_string",
    "with_kind",
];

/// The protocol, with headers in lower case.
pub(in crate::rust) fn lower_protocol(protocol: &Protocol) -> Protocol {
    let lower = |header: &Option<String>| header.as_ref().map(|header| header.to_lowercase());
    Protocol {
        request_id: lower(&protocol.request_id),
        idempotency_key: lower(&protocol.idempotency_key),
        should_retry: lower(&protocol.should_retry),
        ..protocol.clone()
    }
}

/// Headers that every request carries.
pub(in crate::rust) fn fixed_headers(api: &Api) -> Vec<(String, String)> {
    let fixed = |header: &Header| Some((header.item.name.to_lowercase(), header.value.clone()?));
    api.headers.iter().filter_map(fixed).collect()
}

/// What requests and builders have methods for in any case.
pub(in crate::rust) fn setter_scope() -> Scope {
    Scope::with_reserved(
        "methods of requests and builders",
        &[requests::METHOD_NAMES, paging::METHOD_NAMES, BUILDER_NAMES].concat(),
    )
}

/// Methods for the headers that say what they are for.
pub(in crate::rust) fn header_setters(api: &Api, scope: &mut Scope, naming: &mut Naming<'_>) -> Vec<HeaderSetter> {
    let setters = api.headers.iter().filter(|header| header.is_settable()).map(|Header { item, .. }| {
        let name = naming.declare("header", item, Case::Header, scope);
        let former = former(item, Case::Header, &name);
        naming.keep(&former, "header", item, scope);
        HeaderSetter { attributes: attributes(item).formerly(former), header: item.name.to_lowercase(), name }
    });
    setters.collect()
}

/// Methods for what errors say besides code and message.
pub(in crate::rust) fn error_fields(api: &Api, naming: &mut Naming<'_>) -> Vec<ErrorField> {
    let mut scope = Scope::with_reserved("methods of errors", ERROR_NAMES);
    let fields = api.protocol.error_fields.iter().map(|api::ErrorField { item, path }| {
        let name = naming.declare("error field", item, Case::Snake, &mut scope);
        let former = former(item, Case::Snake, &name);
        naming.keep(&former, "error field", item, &mut scope);
        let doc = format!("What the body of the error says at {}, if it says anything.", code(&path.join(".")));
        let doc = if item.doc.is_empty() { Doc::of(&doc) } else { Doc::of(&item.doc) };
        ErrorField { attributes: attributes_with(item, doc).formerly(former), path: path.clone(), name }
    });
    fields.collect()
}
