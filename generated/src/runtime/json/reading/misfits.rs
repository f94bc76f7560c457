//! Lists that keep what fits: each item is read by itself.

use crate::runtime::json::decode_error::{Failed, Fault};
use crate::runtime::json::reading::cursor::{Cursor, token};
use crate::runtime::json::reading::parts::Parts;
use crate::runtime::json::reading::scalars::found;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{ListPlace, MisfitPlace};

/// Reads the items of a page, which are the member of this name: those that fit into a list, the others beside it.
pub(super) fn read_items(
    name: &str,
    part: &str,
    list: &mut dyn ListPlace,
    misfits: &mut dyn MisfitPlace,
    parts: &mut Parts<'_>,
) -> Result<(), Failed> {
    let Ok(items) = Cursor::new(part).items() else {
        parts.fault.describe("an array", found(&token(part)));
        return Err(Failed);
    };
    for (index, item) in items.into_iter().enumerate() {
        let mut fault = Fault::default();
        let read = Parts { fault: &mut fault, ..*parts }.whole(item, list.push_blank().slot(), WireForm::Default);
        if read.is_err() {
            list.pop();
            fault.within_item(index);
            fault.within_member(name);
            misfits.keep(index, item, fault.into_error(""));
        }
    }
    Ok(())
}
