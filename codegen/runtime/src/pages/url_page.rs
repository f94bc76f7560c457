//! Pages of a list that name the URL of the next one.

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::document::from_json;
use crate::runtime::json::slot::{Members, Object, Place, Slot};
use crate::runtime::pages::misfits::{Misfit, Misfits};
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::pages::paged::Paged;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::pages::paging::{LastPage, NextPage, Paging};

/// A page of a list that names the URL of the next one, in the order of the list.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UrlPage<T> {
    /// The items of this page.
    pub data: Vec<T>,
    /// Path and query of the next page, if there is one.
    pub next_page_url: Option<String>,
    /// Path and query of the page before this one, if there is one.
    pub previous_page_url: Option<String>,
    misfits: Misfits,
}

impl<T: Place> UrlPage<T> {
    /// Reads a JSON document. Members that this version of the crate does not know are skipped.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or a member is missing or does not fit; the error names its place.
    pub fn from_json(text: &str) -> Result<Self, DecodeError> {
        from_json(text)
    }
}

impl<T> UrlPage<T> {
    /// The items of this page that do not fit, from a call that is `lenient()`. From any other
    /// call there are none: there the page does not fit.
    #[must_use]
    pub fn misfits(&self) -> &[Misfit] {
        &self.misfits.list
    }
}

impl<T: Place> Object for UrlPage<T> {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.required("data", &mut self.data);
        members.misfits(self.misfits.place());
        members.nullable("next_page_url", &mut self.next_page_url);
        members.nullable("previous_page_url", &mut self.previous_page_url);
    }
}

impl<T: Place> Place for UrlPage<T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Object(self)
    }

    fn blank() -> Self {
        Self { data: Vec::new(), next_page_url: None, previous_page_url: None, misfits: Misfits::default() }
    }

    fn keep_misfits(&mut self) {
        self.misfits.are_kept = true;
    }
}

#[cfg(any(feature = "async", feature = "blocking"))]
impl<T: Place + Send + 'static> Paged for UrlPage<T> {
    type Item = T;

    const PAGING: Paging = Paging { items: &["data"], next: NextPage::Url(&["next_page_url"]), last: LastPage::Unsaid };

    fn into_items(self) -> Vec<T> {
        self.data
    }

    fn misfits(&self) -> &[Misfit] {
        &self.misfits.list
    }
}
