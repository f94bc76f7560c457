//! Checks how the service speaks HTTP and JSON on all paths.

use super::headers;
use crate::{
    api::{
        check::{
            items::{self, Kind},
            members,
        },
        model::{ErrorField, Protocol},
    },
    diag::Diagnostics,
    spec::{self, Text},
};

pub(crate) fn check(protocol: &spec::Protocol, diagnostics: &mut Diagnostics) -> Protocol {
    headers::of_protocol(protocol, diagnostics);
    let error_fields = error_fields(&protocol.error_fields, diagnostics);
    let name = |header: &Option<Text>| header.as_ref().map(|header| header.value.clone());
    let mut path = |path: &Option<Text>, usual: [&str; 2]| match path {
        Some(path) => members_of(path, diagnostics),
        None => usual.map(str::to_owned).to_vec(),
    };
    Protocol {
        error_code: path(&protocol.error_code, ["error", "code"]),
        error_message: path(&protocol.error_message, ["error", "message"]),
        request_id: name(&protocol.request_id),
        idempotency_key: name(&protocol.idempotency_key),
        should_retry: name(&protocol.should_retry),
        error_fields,
    }
}

/// Names that are written in one mapping, and so differ.
fn error_fields(fields: &[spec::ErrorField], diagnostics: &mut Diagnostics) -> Vec<ErrorField> {
    let one = |field: &spec::ErrorField| ErrorField {
        item: items::check(&field.item, Kind::ErrorField, diagnostics),
        path: field.at.as_ref().map(|at| members_of(at, diagnostics)).unwrap_or_default(),
    };
    fields.iter().map(one).collect()
}

fn members_of(path: &Text, diagnostics: &mut Diagnostics) -> Vec<String> {
    let members = members::split(path, diagnostics).unwrap_or_default();
    members.into_iter().map(|member| member.value).collect()
}
