//! How requests prove who sends them.

use crate::api::{Api, Auth, Endpoint, SchemeKind, Security};
use crate::rust::attributes::attributes;
use crate::rust::model::Scheme;
use crate::rust::names::Case;
use crate::rust::scope::{Naming, Owner, Scope};

/// The schemes, each with a name for its methods.
pub(in crate::rust) fn lower_schemes(api: &Api, scope: &mut Scope, naming: &mut Naming<'_>) -> Vec<Scheme> {
    let lower = |(index, scheme): (usize, &crate::api::Scheme)| {
        let name = naming.declare("scheme", &scheme.item, Case::Snake, scope);
        let lowered = Scheme {
            name,
            attributes: attributes(&scheme.item),
            item: scheme.item.clone(),
            kind: in_lower_case(&scheme.kind),
            is_required: is_required(index, api),
        };
        if lowered.is_renewed() {
            for name in [lowered.from_elsewhere(), lowered.token()] {
                naming.enter(&name, Owner::new("method of the scheme", &scheme.item), scope);
            }
        }
        lowered
    };
    api.schemes.iter().enumerate().map(lower).collect()
}

/// Whether no request can be signed without a scheme.
fn is_required(scheme: usize, api: &Api) -> bool {
    let needs = |security: &Security| {
        !security.is_empty() && security.iter().all(|schemes| schemes.iter().any(|id| id.index() == scheme))
    };
    let endpoints = api.resources.iter().flat_map(|resource| &resource.endpoints);
    let mut own = endpoints.filter_map(|Endpoint { auth, .. }| match auth {
        Auth::Schemes(security) => Some(security),
        Auth::Token(_) => None,
    });
    needs(&api.auth) && own.all(needs)
}

/// Headers are known in any case of their letters, and clients look for them in lower case.
fn in_lower_case(kind: &SchemeKind) -> SchemeKind {
    match kind {
        SchemeKind::Header(name) => SchemeKind::Header(name.to_lowercase()),
        other => other.clone(),
    }
}
