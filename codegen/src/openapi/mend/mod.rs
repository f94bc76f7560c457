//! Takes out of a description what the checks do not let through, the smallest thing around each fault, and says so.

mod calls;
mod events;
mod faults;
mod names;
mod nearest;
mod types;
mod values;

use faults::Faults;
use names::{Letters, rename};

use super::remarks::Remarks;
use crate::diag::Diagnostics;
use crate::spec::{Description, SchemeKind};

/// After so many rounds, objects that require too much are no longer mended one by one.
const PATIENCE: usize = 10;

/// Mends a description in a round of several; says whether anything was changed.
pub(super) fn mend(description: &mut Description, found: &Diagnostics, round: usize, remarks: &mut Remarks) -> bool {
    let faults = Faults::of(found, round > PATIENCE);
    let mut mended = false;
    for resource in &mut description.resources {
        mended |= types::mend(resource, &faults, remarks);
        mended |= calls::mend(resource, &faults, remarks);
        mended |= events::mend(resource, &faults, remarks);
    }
    if let Ok(api) = &mut description.api {
        for scheme in api.credentials.iter_mut().flatten() {
            mended |= rename(&mut scheme.item, Letters::Snake, "credentials", &faults, remarks);
            if let Ok(SchemeKind::OAuth2 { token_url, .. }) = &scheme.kind
                && let Some(fault) = faults.of_thing(&token_url.span)
            {
                remarks.say("read-as-meant", &fault.message, &token_url.span, "a token is to be given", "correct it");
                scheme.kind = Ok(SchemeKind::Bearer);
                mended = true;
            }
        }
    }
    if let Ok(api) = &mut description.api {
        for item in &mut api.environments {
            mended |= rename(item, Letters::Snake, "server", &faults, remarks);
        }
        for variable in &mut api.server_variables {
            mended |= rename(&mut variable.item, Letters::Snake, "of_server", &faults, remarks);
        }
    }
    if let Ok(api) = &mut description.api
        && let Some(fault) = found.list().iter().find(|fault| fault.rule == "invalid-server")
        && let Some(label) = fault.labels.first()
    {
        let help = "give the base URL when a client is built";
        remarks.say("no-base-url", &fault.message, &label.span, "no URL is taken from the document", help);
        api.servers = None;
        (api.environments, api.server_variables) = (Vec::new(), Vec::new());
        let endpoints = description.resources.iter_mut().flat_map(|resource| &mut resource.endpoints);
        endpoints.for_each(|endpoint| endpoint.server = None);
        mended = true;
    }
    mended = mended || nearest::mend(description, &faults, remarks);
    description.resources.retain(|resource| {
        !(resource.endpoints.is_empty()
            && resource.objects.is_empty()
            && resource.enums.is_empty()
            && resource.aliases.is_empty()
            && resource.events.is_empty())
    });
    mended
}
