//! How far the sending of a request has come whose body is read as it is sent.

use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use tokio::time::Instant;

use crate::runtime::bodies::body::Body;
use crate::runtime::errors::transport_error::TransportError;

/// When a body gave its last piece.
#[derive(Clone)]
pub(super) struct Sending {
    began: Instant,
    /// Microseconds from there to the last piece.
    last: Arc<AtomicU64>,
}

impl Sending {
    /// Watches a body that is not whole.
    pub(super) fn watch(body: &mut Body, now: Instant) -> Option<Self> {
        if body.as_bytes().is_some() {
            return None;
        }
        let sending = Self { began: now, last: Arc::default() };
        let length = body.length();
        let watched = Watched { body: mem::take(body), sending: sending.clone() };
        *body = Body::from_stream(watched).with_length(length);
        Some(sending)
    }

    /// When the last piece was given, or else when it began.
    pub(super) fn last_step(&self) -> Instant {
        self.began + Duration::from_micros(self.last.load(Ordering::Relaxed))
    }
}

/// A body that is watched.
struct Watched {
    body: Body,
    sending: Sending,
}

impl Stream for Watched {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self { body, sending } = self.get_mut();
        let chunk = body.poll_chunk(context);
        if chunk.is_ready() {
            let passed = u64::try_from(sending.began.elapsed().as_micros()).unwrap_or(u64::MAX);
            sending.last.store(passed, Ordering::Relaxed);
        }
        chunk
    }
}
