//! What operations have in common that give a list page by page.

use crate::runtime::calls::operation::Operation;
use crate::runtime::json::slot::Place;
use crate::runtime::pages::misfits::Misfit;
use crate::runtime::pages::paged::Paged;
use crate::runtime::pages::paging::Paging;

/// An operation that gives a list page by page. Only operations of this crate do.
pub trait Listing: Operation<Output: Place> {
    /// What the list is made of.
    type Item: Send + 'static;

    /// How the list is cut into pages.
    const PAGING: Paging;

    /// The items of a page, in the order of the list.
    fn items(page: Self::Output) -> Option<Vec<Self::Item>>;

    /// The items of a page that do not fit, if they are kept.
    fn misfits(_page: &Self::Output) -> &[Misfit] {
        &[]
    }
}

impl<O: Operation<Output: Paged>> Listing for O {
    type Item = <O::Output as Paged>::Item;

    const PAGING: Paging = <O::Output as Paged>::PAGING;

    fn items(page: O::Output) -> Option<Vec<Self::Item>> {
        Some(page.into_items())
    }

    fn misfits(page: &O::Output) -> &[Misfit] {
        page.misfits()
    }
}
