//! How the async client reads and sends bodies.

use std::future::poll_fn;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use hyper::body::{Frame, SizeHint};

use crate::runtime::bodies::body::{Body, Content, Source};
use crate::runtime::bodies::chunk_stream::PolledChunk;
use crate::runtime::bodies::joined::Joined;
use crate::runtime::errors::transport_error::TransportError;

impl Body {
    /// The next piece; nothing at the end. A body that is whole is one piece.
    ///
    /// # Errors
    ///
    /// What the body is read from failed, or said nothing for too long.
    pub async fn chunk(&mut self) -> Option<Result<Bytes, TransportError>> {
        poll_fn(|context| self.poll_chunk(context)).await
    }

    /// All of it, if there are no more bytes than `limit`.
    ///
    /// # Errors
    ///
    /// There are more, or what the body is read from failed, or said nothing for too long.
    pub async fn whole(self, limit: usize) -> Result<Bytes, TransportError> {
        let mut joined = Joined::default();
        let mut body = self;
        while let Some(chunk) = body.chunk().await {
            joined.push(chunk?, limit)?;
        }
        Ok(joined.finish())
    }

    pub(crate) fn poll_chunk(&mut self, context: &mut Context<'_>) -> PolledChunk {
        match &mut self.content {
            Content::Whole(bytes) => {
                let bytes = mem::take(bytes);
                Poll::Ready((!bytes.is_empty()).then_some(Ok(bytes)))
            }
            Content::Later(later) => match &mut later.source {
                Source::Reader(reader) => reader.poll_chunk(context),
                Source::Stream(stream) => stream.poll_chunk(context),
            },
        }
    }
}

impl Stream for Body {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_chunk(context)
    }
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let chunk = ready!(self.get_mut().poll_chunk(context));
        Poll::Ready(chunk.map(|chunk| chunk.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        self.as_bytes().is_some_and(Bytes::is_empty)
    }

    fn size_hint(&self) -> SizeHint {
        self.length().map_or_else(SizeHint::new, SizeHint::with_exact)
    }
}
