//! What pages have in common that have a type of their own: items, and a way to the next page.

use crate::runtime::json::slot::Place;
use crate::runtime::pages::misfits::Misfit;
use crate::runtime::pages::paging::Paging;

/// A page of a list. Only the pages of this crate are such pages.
pub trait Paged: Place + Send + 'static {
    /// What the list is made of.
    type Item: Send + 'static;

    /// How the list is cut into pages.
    const PAGING: Paging;

    /// The items of this page, in the order of the list.
    fn into_items(self) -> Vec<Self::Item>;

    /// The items that do not fit, if they are kept.
    fn misfits(&self) -> &[Misfit];
}
