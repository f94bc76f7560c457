//! From gzip to what it holds, piece by piece.

use std::io::Write;
use std::mem;

use bytes::{Buf, Bytes};
use flate2::write::MultiGzDecoder;

use crate::runtime::errors::transport_error::{TransportError, TransportErrorKind};

/// How much is made at once, about: a few bytes of gzip may stand for a thousand times as many.
const PIECE: usize = 32 << 10;

/// Takes gzip as it comes, and gives what is in it. It holds one piece at most, whatever comes.
pub(super) struct Inflater {
    decoder: MultiGzDecoder<Vec<u8>>,
    /// What came and is not looked at yet.
    compressed: Bytes,
    /// Nothing at all stands for nothing: a `HEAD` says how the body would be that it does not have.
    is_begun: bool,
}

impl Inflater {
    pub(super) fn new() -> Self {
        Self { decoder: MultiGzDecoder::new(Vec::new()), compressed: Bytes::new(), is_begun: false }
    }

    /// Takes what came, once there are no more [pieces](Self::piece) of what came before.
    pub(super) fn push(&mut self, compressed: Bytes) {
        self.is_begun |= !compressed.is_empty();
        self.compressed = compressed;
    }

    /// What there is so far; nothing where more has to come.
    pub(super) fn piece(&mut self) -> Option<Result<Bytes, TransportError>> {
        while !self.compressed.is_empty() {
            match self.decoder.write(&self.compressed) {
                Ok(0) => return Some(Err(damaged("it does not go on"))),
                Ok(taken) => self.compressed.advance(taken),
                Err(error) => return Some(Err(damaged(error))),
            }
            if self.decoder.get_ref().len() >= PIECE {
                return self.made();
            }
        }
        // What is made is wanted now, not when more comes.
        if self.is_begun
            && let Err(error) = self.decoder.flush()
        {
            return Some(Err(damaged(error)));
        }
        self.made()
    }

    /// Says whether all of it came.
    pub(super) fn finish(&mut self) -> Result<(), TransportError> {
        if self.is_begun { self.decoder.try_finish().map_err(damaged) } else { Ok(()) }
    }

    fn made(&mut self) -> Option<Result<Bytes, TransportError>> {
        let made = mem::take(self.decoder.get_mut());
        (!made.is_empty()).then(|| Ok(made.into()))
    }
}

/// The answer is no gzip, or not all of it: another attempt may fare better.
fn damaged(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> TransportError {
    let error = error.into();
    TransportError::new(TransportErrorKind::Interrupted, format!("its gzip is damaged or cut off: {error}"))
}
