//! A piece of a stream.

use bytes::Bytes;

/// Something that came by itself: an event or a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) data: Bytes,
    pub(crate) name: Option<String>,
    /// The id of the event, or of the last one that had one.
    pub(crate) id: Option<String>,
}
