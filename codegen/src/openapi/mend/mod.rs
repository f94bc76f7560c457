//! Takes out of a description what the checks do not let through, the smallest thing around each fault, and says so.

mod calls;
mod faults;
mod names;
mod types;

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
    description.resources.retain(|resource| {
        !(resource.endpoints.is_empty()
            && resource.objects.is_empty()
            && resource.enums.is_empty()
            && resource.aliases.is_empty())
    });
    mended
}
