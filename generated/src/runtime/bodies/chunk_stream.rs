//! Pieces that come when they are there.

use std::error::Error;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use crate::runtime::errors::transport_error::TransportError;

/// What a poll for a piece gives.
pub(crate) type PolledChunk = Poll<Option<Result<Bytes, TransportError>>>;

/// Any stream of pieces. The lock is never taken: through it, a stream that one thread alone may use can be part of what
/// several see.
pub(crate) struct ChunkStream(Mutex<Pin<Box<dyn Chunks + Send>>>);

impl ChunkStream {
    pub(crate) fn new(chunks: impl Chunks + Send + 'static) -> Self {
        Self(Mutex::new(Box::pin(chunks)))
    }

    pub(crate) fn poll_chunk(&mut self, context: &mut Context<'_>) -> PolledChunk {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).as_mut().poll_chunk(context)
    }
}

/// A stream of pieces, whatever it calls them and its errors.
pub(crate) trait Chunks {
    fn poll_chunk(self: Pin<&mut Self>, context: &mut Context<'_>) -> PolledChunk;
}

impl<S, B, E> Chunks for S
where
    S: Stream<Item = Result<B, E>>,
    B: Into<Bytes>,
    E: Into<Box<dyn Error + Send + Sync>>,
{
    fn poll_chunk(self: Pin<&mut Self>, context: &mut Context<'_>) -> PolledChunk {
        let chunk = ready!(self.poll_next(context));
        Poll::Ready(chunk.map(|chunk| chunk.map(Into::into).map_err(TransportError::of_body)))
    }
}
