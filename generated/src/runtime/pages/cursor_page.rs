//! Pages of a list that goes on after, or before, the identifier of an item.

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::document::from_json;
use crate::runtime::json::slot::{Members, Object, Place, Slot};
use crate::runtime::pages::misfits::{Misfit, Misfits};
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::pages::paged::Paged;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::pages::paging::{LastPage, NextPage, Paging};

/// A page of a list that goes on beyond its outermost item, in the order of the list.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CursorPage<T> {
    /// The items of this page.
    pub data: Vec<T>,
    /// Whether there are more items beyond this page, in the direction that was asked for.
    pub has_more: bool,
    /// The path of the list, if the service says it.
    pub url: Option<String>,
    misfits: Misfits,
}

impl<T: Place> CursorPage<T> {
    /// Reads a JSON document. Members that this version of the crate does not know are skipped.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or a member is missing or does not fit; the error names its place.
    pub fn from_json(text: &str) -> Result<Self, DecodeError> {
        from_json(text)
    }
}

impl<T> CursorPage<T> {
    /// The items of this page that do not fit, from a call that is `lenient()`. From any other
    /// call there are none: there the page does not fit.
    #[must_use]
    pub fn misfits(&self) -> &[Misfit] {
        &self.misfits.list
    }
}

impl<T: Place> Object for CursorPage<T> {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.required("data", &mut self.data);
        members.misfits(self.misfits.place());
        members.required("has_more", &mut self.has_more);
        members.optional("url", &mut self.url);
    }
}

impl<T: Place> Place for CursorPage<T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Object(self)
    }

    fn blank() -> Self {
        Self { data: Vec::new(), has_more: false, url: None, misfits: Misfits::default() }
    }

    fn keep_misfits(&mut self) {
        self.misfits.are_kept = true;
    }
}

#[cfg(any(feature = "async", feature = "blocking"))]
impl<T: Place + Send + 'static> Paged for CursorPage<T> {
    type Item = T;

    const PAGING: Paging = Paging {
        items: &["data"],
        next: NextPage::Item { member: &["id"], parameter: "starting_after", back: Some("ending_before") },
        last: LastPage::More(&["has_more"]),
    };

    fn into_items(self) -> Vec<T> {
        self.data
    }

    fn misfits(&self) -> &[Misfit] {
        &self.misfits.list
    }
}
