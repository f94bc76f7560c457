//! Answers that come piece by piece: events, lines of JSON, bytes.

#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod answer_stream;
#[cfg(feature = "async")]
mod await_chunks;
#[cfg(feature = "async")]
mod await_pieces;
#[cfg(feature = "blocking")]
mod block_for_chunks;
#[cfg(feature = "blocking")]
mod block_for_pieces;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod chunks;
pub(super) mod event;
mod event_fields;
mod line_cutter;
pub(super) mod piece;
pub(super) mod pieces;
pub(super) mod read_pieces;
pub(super) mod streamed;
