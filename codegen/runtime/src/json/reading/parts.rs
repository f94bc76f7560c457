//! Parts of a document whose syntax has been checked, and that are read once it is known what they are.

use crate::runtime::json::decode_error::{Failed, Fault};
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::Slot;

/// How many arrays and objects more may stand in each other. Each takes some of the stack, which is not to run out.
pub(super) type Depth = u8;

/// Fills a slot from a part; after a failure the details are in the fault.
type ReadPart = fn(&str, &mut Slot<'_>, WireForm, &mut Fault, Depth) -> Result<(), Failed>;

/// How parts are read.
pub(super) struct Parts<'f> {
    /// The reader, which stands on this module.
    pub(super) read: ReadPart,
    /// How what says no form of its own is written.
    pub(super) form: WireForm,
    pub(super) fault: &'f mut Fault,
    pub(super) depth: Depth,
}

impl Parts<'_> {
    /// Fills a slot from a part that is all there is, and may have a form of its own.
    pub(super) fn whole(&mut self, part: &str, mut slot: Slot<'_>, form: WireForm) -> Result<(), Failed> {
        (self.read)(part, &mut slot, form.or(self.form), self.fault, self.depth)
    }

    /// Fills the slot of a member, which may have a form of its own.
    pub(super) fn member(&mut self, name: &str, part: &str, slot: Slot<'_>, form: WireForm) -> Result<(), Failed> {
        self.whole(part, slot, form).inspect_err(|_| self.fault.within_member(name))
    }
}
