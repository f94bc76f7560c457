//! How the service speaks, in all and on some of its paths.

use std::collections::BTreeSet;

use super::model::{Module, WireProtocol};
use super::names::{Case, Name};
use crate::api::{self, Api, BodyFormat, Protocol, TimestampFormat};
use crate::surface::Origin;

/// Headers in lower case.
pub(super) fn lower_protocol(protocol: &Protocol) -> Protocol {
    let lower = |header: &Option<String>| header.as_ref().map(|header| header.to_lowercase());
    Protocol {
        request_id: lower(&protocol.request_id),
        idempotency_key: lower(&protocol.idempotency_key),
        should_retry: lower(&protocol.should_retry),
        ..protocol.clone()
    }
}

/// Those forms of speech that any call uses.
pub(super) fn lower_protocols(api: &Api, modules: &[Module]) -> Vec<WireProtocol> {
    let lower = |protocol: &api::WireProtocol| {
        let name = protocol_name(protocol);
        let speaks = |module: &&Module| module.requests.iter().any(|request| request.protocol == name);
        let features: BTreeSet<String> =
            modules.iter().filter(speaks).map(|module| module.feature.name.clone()).collect();
        (!features.is_empty()).then(|| WireProtocol {
            is_form: protocol.body == BodyFormat::Form,
            has_unix_timestamps: protocol.timestamps == TimestampFormat::Unix,
            features,
            name,
            origin: Origin { owner: protocol.span.clone(), member: None },
        })
    };
    api.protocols.iter().filter_map(lower).collect()
}

/// The name of the constant for a form of speech. Its ending keeps it apart from all other constants.
pub(super) fn protocol_name(protocol: &api::WireProtocol) -> Name {
    Name::new(&format!("{}_protocol", protocol.name), Case::Screaming).unwrap_or_default()
}
