//! Pieces of a body as one.

use std::mem;

use bytes::Bytes;

use crate::runtime::errors::transport_error::TransportError;

/// Joins pieces. There is mostly one, which is not copied then. Many are joined as they come: kept apart, small ones
/// would take far more memory than the limit allows.
#[derive(Default)]
pub(crate) struct Joined {
    only: Bytes,
    many: Vec<u8>,
}

impl Joined {
    /// Adds a piece, unless there would be more bytes than the limit.
    pub(crate) fn push(&mut self, piece: Bytes, limit: usize) -> Result<(), TransportError> {
        if piece.len() > limit.saturating_sub(self.only.len() + self.many.len()) {
            return Err(TransportError::too_large(limit));
        }
        if self.only.is_empty() && self.many.is_empty() {
            self.only = piece;
            return Ok(());
        }
        self.many.extend_from_slice(&mem::take(&mut self.only));
        self.many.extend_from_slice(&piece);
        Ok(())
    }

    /// The whole.
    pub(crate) fn finish(self) -> Bytes {
        if self.many.is_empty() { self.only } else { self.many.into() }
    }
}
