//! What can be used, but is probably not meant: looked for where nothing is wrong.

mod alike_names;
mod overlaps;
mod unreached;
mod unshown;
mod unused;

use crate::{api::model::Api, diag::Diagnostics};

/// Remarks on an API without faults, which every run tells.
pub(super) fn check(api: &Api, remarks: &mut Diagnostics) {
    unused::check(api, remarks);
}

/// What a closer look at an API shows besides: what may be meant, and only its author can tell.
pub fn look_closer(api: &Api, remarks: &mut Diagnostics) {
    unused::objects(api, remarks);
    overlaps::check(api, remarks);
    unreached::check(api, remarks);
    alike_names::check(api, remarks);
    unshown::check(api, remarks);
}
