//! What pages have in common: items, and a way to the next page.

use std::fmt;

use crate::runtime::json::decode_error::{DecodeError, Fault};
use crate::runtime::json::slot::Place;
use crate::runtime::pages::misfits::Misfit;

/// A page of a list. Only the pages of this crate are such pages.
pub trait Paged: Place + Send + 'static {
    /// What the list is made of.
    type Item: Send + 'static;

    /// The items of this page, in the order of the list.
    fn into_items(self) -> Vec<Self::Item>;

    /// The items that do not fit, if they are kept.
    fn misfits(&self) -> &[Misfit];

    /// What leads to the next page.
    fn next_step(&mut self, is_backwards: bool) -> Step;
}

/// What leads from one page to the next.
pub enum Step {
    /// There is no next page.
    End,
    /// The next page lies beyond the item with this identifier.
    Cursor(String),
    /// The next page has this path and query.
    Url(String),
    /// There is a next page, and no way to it.
    Lost(DecodeError),
}

/// A member of a page leads nowhere.
pub(super) fn lost(member: &str, expected: &str, found: impl fmt::Display) -> DecodeError {
    let mut fault = Fault::default();
    fault.describe(expected, found);
    fault.within_member(member);
    fault.into_error("")
}
