//! How the blocking client reads: where it is.

use std::io::{self, Read};
use std::mem;

use bytes::{Buf, Bytes};

use crate::runtime::bodies::body::{Body, Content, Source};
use crate::runtime::bodies::joined::Joined;
use crate::runtime::bodies::reader::piece_of;
use crate::runtime::errors::transport_error::TransportError;

impl Body {
    /// The next piece; nothing at the end. A body that is whole is one piece.
    ///
    /// # Errors
    ///
    /// What the body is read from failed, or said nothing for too long; or it is a stream, which the async client alone
    /// reads.
    pub fn read_chunk(&mut self) -> Option<Result<Bytes, TransportError>> {
        match &mut self.content {
            Content::Whole(bytes) => {
                let bytes = mem::take(bytes);
                (!bytes.is_empty()).then_some(Ok(bytes))
            }
            Content::Later(later) => match &mut later.source {
                Source::Reader(reader) => piece_of(reader.source()?),
                #[cfg(feature = "async")]
                Source::Stream(_) => Some(Err(of_stream())),
            },
        }
    }

    /// All of it, if there are no more bytes than `limit`.
    ///
    /// # Errors
    ///
    /// There are more, or [a piece](Self::read_chunk) cannot be read.
    pub fn read_whole(mut self, limit: usize) -> Result<Bytes, TransportError> {
        let mut joined = Joined::default();
        while let Some(chunk) = self.read_chunk() {
            joined.push(chunk?, limit)?;
        }
        Ok(joined.finish())
    }
}

impl Read for Body {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.content {
            Content::Whole(bytes) => {
                let length = bytes.len().min(buffer.len());
                bytes.copy_to_slice(&mut buffer[..length]);
                Ok(length)
            }
            Content::Later(later) => match &mut later.source {
                Source::Reader(reader) => reader.source().map_or(Ok(0), |source| source.read(buffer)),
                #[cfg(feature = "async")]
                Source::Stream(_) => Err(io::Error::other(of_stream())),
            },
        }
    }
}

#[cfg(feature = "async")]
fn of_stream() -> TransportError {
    TransportError::of_body("it is a stream, which the async client alone reads: give a reader")
}
