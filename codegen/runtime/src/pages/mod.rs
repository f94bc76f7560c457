//! Lists that come in pages: the kinds of pages, and the walk from one to the next.

#[cfg(any(feature = "async", feature = "blocking"))]
mod batch;
pub(super) mod cursor_page;
#[cfg(any(feature = "async", feature = "blocking"))]
mod find;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod link;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod listing;
pub(super) mod misfits;
#[cfg(feature = "blocking")]
mod page_iterator;
#[cfg(feature = "async")]
mod page_stream;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod paged;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod paging;
pub(super) mod url_page;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod walk;
