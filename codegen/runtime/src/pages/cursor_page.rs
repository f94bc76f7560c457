//! Pages of a list that goes on after, or before, the identifier of an item.

#[cfg(any(feature = "async", feature = "blocking"))]
use serde_json::Value;

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::document::from_json;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::{Members, Object, Place, Slot};
use crate::runtime::pages::misfits::{Misfit, Misfits};
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::pages::paged::{Paged, Step, lost};

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

    fn into_items(self) -> Vec<T> {
        self.data
    }

    fn misfits(&self) -> &[Misfit] {
        &self.misfits.list
    }

    fn next_step(&mut self, is_backwards: bool) -> Step {
        if !self.has_more {
            return Step::End;
        }
        let count = self.data.len() + self.misfits.list.len();
        let outermost = if is_backwards { 0 } else { count.saturating_sub(1) };
        if let Some(misfit) = self.misfits.list.iter().find(|misfit| misfit.index() == outermost) {
            return id(misfit).map_or_else(no_way_on, Step::Cursor);
        }
        let item = if is_backwards { self.data.first_mut() } else { self.data.last_mut() };
        item.map_or_else(no_way_on, |item| step_beyond(item))
    }
}

/// The `id` of an item that does not fit, if it has one.
#[cfg(any(feature = "async", feature = "blocking"))]
fn id(misfit: &Misfit) -> Option<String> {
    let item: Value = serde_json::from_str(misfit.json()).ok()?;
    item.get("id")?.as_str().map(str::to_owned)
}

/// The next page lies beyond the identifier of this item.
#[cfg(any(feature = "async", feature = "blocking"))]
fn step_beyond(item: &mut dyn Place) -> Step {
    if let Slot::Object(object) = item.slot()
        && let Some(id) = Members::of(object).find("id")
        && let Slot::Scalar(id) = id.place.slot()
        && let Token::Text(id) = id.token(WireForm::Default)
    {
        return Step::Cursor(id.into_owned());
    }
    no_way_on()
}

#[cfg(any(feature = "async", feature = "blocking"))]
fn no_way_on() -> Step {
    Step::Lost(lost("data", "items with an `id`, beyond which the next page lies", "none"))
}
