//! What requests and responses carry: bytes that are all there, or that come as they are asked for.

mod again;
pub(super) mod body;
#[cfg(feature = "async")]
pub(super) mod chunk_stream;
#[cfg(all(feature = "gzip", any(feature = "async", feature = "blocking")))]
pub(super) mod inflated;
#[cfg(all(feature = "gzip", any(feature = "async", feature = "blocking")))]
mod inflater;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod joined;
#[cfg(feature = "async")]
mod read_async;
#[cfg(feature = "blocking")]
mod read_here;
#[cfg(feature = "async")]
mod read_on_tokio;
pub(super) mod reader;
