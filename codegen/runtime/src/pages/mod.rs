//! Lists that come in pages: the kinds of pages, and the walk from one to the next.

pub(super) mod list;
pub(super) mod page;
#[cfg(feature = "blocking")]
mod page_iterator;
#[cfg(feature = "async")]
mod page_stream;
#[cfg(any(feature = "async", feature = "blocking"))]
mod page_url;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod paged;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod walk;
