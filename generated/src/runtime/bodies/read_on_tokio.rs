//! How the async client reads what may block: on another thread.

use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::task::spawn_blocking;

use crate::runtime::bodies::chunk_stream::PolledChunk;
use crate::runtime::bodies::reader::{Reader, piece_of};
use crate::runtime::errors::transport_error::TransportError;

impl Reader {
    /// The next piece; nothing at the end.
    pub(super) fn poll_chunk(&mut self, context: &mut Context<'_>) -> PolledChunk {
        let mut reading = if let Some(reading) = self.reading.take() {
            reading
        } else {
            let Some(mut source) = self.take() else { return Poll::Ready(None) };
            spawn_blocking(move || {
                let piece = piece_of(&mut *source);
                (source, piece)
            })
        };
        match Pin::new(&mut reading).poll(context) {
            Poll::Pending => {
                self.reading = Some(reading);
                Poll::Pending
            }
            Poll::Ready(Ok((source, piece))) => {
                self.put_back(source);
                Poll::Ready(piece)
            }
            Poll::Ready(Err(error)) => Poll::Ready(Some(Err(TransportError::of_body(error)))),
        }
    }
}
