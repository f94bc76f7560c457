//! Mends what is told of the values of members and parameters.

use super::{Remarks, faults::Faults};
use crate::spec::{Node, Read};

/// Passes over a default or an example that is none; says whether it did.
pub(super) fn told(
    default: &mut Read<Option<Node>>,
    example: &mut Read<Option<Node>>,
    faults: &Faults<'_>,
    remarks: &mut Remarks,
) -> bool {
    let mut mended = false;
    for (said, fault, rule) in
        [(default, "invalid-default", "unfit-default"), (example, "example-mismatch", "unfit-example")]
    {
        if let Ok(Some(value)) = said
            && let Some(fault) = faults.inside(&value.span, &[fault])
        {
            remarks.say(rule, &fault.message, &value.span, "passed over", "correct it, or remove it");
            *said = Ok(None);
            mended = true;
        }
    }
    mended
}
