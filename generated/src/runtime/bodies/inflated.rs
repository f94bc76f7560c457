//! Answers that are compressed with gzip, as they are without it.

#[cfg(feature = "blocking")]
use std::io::{self, Read};
#[cfg(feature = "async")]
use std::pin::Pin;
#[cfg(feature = "async")]
use std::task::{Context, Poll, ready};

#[cfg(feature = "blocking")]
use bytes::Buf;
use bytes::Bytes;
#[cfg(feature = "async")]
use futures_core::Stream;
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH};
use http::{HeaderMap, HeaderValue};

use crate::runtime::bodies::body::Body;
use crate::runtime::bodies::inflater::Inflater;
use crate::runtime::errors::transport_error::TransportError;

/// Asks for gzip.
pub(crate) fn accept_gzip(headers: &mut HeaderMap) {
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
}

/// A response without the gzip around its body, if there is any. `body` makes a body of one that is read as a client reads.
pub(crate) fn inflated(
    response: http::Response<Body>,
    body: impl FnOnce(InflatedBody) -> Body,
) -> http::Response<Body> {
    if !response.headers().get(CONTENT_ENCODING).is_some_and(is_gzip) {
        return response;
    }
    let (mut head, compressed) = response.into_parts();
    // They speak of the gzip.
    head.headers.remove(CONTENT_ENCODING);
    head.headers.remove(CONTENT_LENGTH);
    let inflater = Inflater::new();
    http::Response::from_parts(head, body(InflatedBody { compressed, inflater, rest: Bytes::new(), is_over: false }))
}

fn is_gzip(encoding: &HeaderValue) -> bool {
    [&b"gzip"[..], b"x-gzip"].iter().any(|name| encoding.as_bytes().trim_ascii().eq_ignore_ascii_case(name))
}

/// What is in a body of gzip.
pub(crate) struct InflatedBody {
    compressed: Body,
    inflater: Inflater,
    /// What a reader did not take of a piece.
    #[cfg_attr(not(feature = "blocking"), allow(dead_code, reason = "a stream takes whole pieces"))]
    rest: Bytes,
    is_over: bool,
}

/// A piece, or nothing at the end.
type Piece = Option<Result<Bytes, TransportError>>;

impl InflatedBody {
    /// What is there; an error and the end are the last that is.
    fn ready(&mut self) -> Option<Piece> {
        if self.is_over {
            return Some(None);
        }
        let piece = self.inflater.piece()?;
        self.is_over = piece.is_err();
        Some(Some(piece))
    }

    /// Takes what came, and says what is to be said of it at once.
    fn came(&mut self, compressed: Piece) -> Option<Piece> {
        let end = match compressed {
            Some(Ok(compressed)) => {
                self.inflater.push(compressed);
                return None;
            }
            Some(Err(error)) => Some(Err(error)),
            None => self.inflater.finish().err().map(Err),
        };
        self.is_over = true;
        Some(end)
    }
}

#[cfg(feature = "async")]
impl Stream for InflatedBody {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(piece) = this.ready() {
                return Poll::Ready(piece);
            }
            let compressed = ready!(this.compressed.poll_chunk(context));
            if let Some(piece) = this.came(compressed) {
                return Poll::Ready(piece);
            }
        }
    }
}

#[cfg(feature = "blocking")]
impl InflatedBody {
    fn next(&mut self) -> Piece {
        loop {
            if let Some(piece) = self.ready() {
                return piece;
            }
            let compressed = self.compressed.read_chunk();
            if let Some(piece) = self.came(compressed) {
                return piece;
            }
        }
    }
}

#[cfg(feature = "blocking")]
impl Read for InflatedBody {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.rest.is_empty() {
            self.rest = self.next().transpose().map_err(io::Error::other)?.unwrap_or_default();
        }
        let length = self.rest.len().min(buffer.len());
        self.rest.copy_to_slice(&mut buffer[..length]);
        Ok(length)
    }
}
