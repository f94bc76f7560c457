//! Mends events.

use super::faults::Faults;
use super::names::{Letters, rename};
use super::types::left_out;
use crate::openapi::remarks::Remarks;
use crate::spec::Resource;

/// Mends the events of a resource; says whether it did.
pub(super) fn mend(resource: &mut Resource, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let mut mended = false;
    for event in &mut resource.events {
        mended |= rename(&mut event.item, Letters::Camel, "event", faults, remarks);
        event.examples.retain(|(_, body)| {
            let Ok(body) = body else { return false };
            let Some(fault) = faults.anywhere_inside(&body.span) else { return true };
            let help = "correct it, if it is to be an example of the crate";
            remarks.say("unfit-example", &fault.message, &body.span, "left out", help);
            mended = true;
            false
        });
    }
    resource.events.retain(|event| {
        let fault = faults.of_thing(&event.item.name.span);
        left_out(fault, &event.item, remarks, &mut mended)
    });
    mended
}
