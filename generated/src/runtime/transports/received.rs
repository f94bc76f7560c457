//! The body of an answer as the async client receives it.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use hyper::body::{Body, Incoming};
use tokio::time::{Sleep, sleep};

use crate::runtime::errors::transport_error::{TransportError, TransportErrorKind};
use crate::runtime::transports::connection::Connection;
use crate::runtime::transports::pool::Pool;

/// A body that is read from a connection, which is kept for other requests once the body was read to its end.
pub(super) struct Received {
    body: Incoming,
    connection: Option<Box<Connection>>,
    pool: Arc<Pool>,
    /// How long it may say nothing.
    idle: Duration,
    /// The end of the present silence.
    silence: Option<Pin<Box<Sleep>>>,
}

impl Received {
    pub(super) fn new(body: Incoming, connection: Box<Connection>, pool: Arc<Pool>, idle: Duration) -> Self {
        Self { body, connection: Some(connection), pool, idle, silence: None }
    }

    /// Waits for as long as the other side may say nothing.
    fn poll_silence(&mut self, context: &mut Context<'_>) -> Poll<TransportError> {
        let silence = self.silence.get_or_insert_with(|| Box::pin(sleep(self.idle)));
        silence.as_mut().poll(context).map(|()| TransportError::idle(self.idle))
    }

    /// Gives the connection up: there is nothing more to be had, or nobody knows what.
    fn fail(&mut self, error: TransportError) -> Poll<Option<Result<Bytes, TransportError>>> {
        self.connection = None;
        Poll::Ready(Some(Err(error)))
    }
}

impl Stream for Received {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            let Some(connection) = &mut this.connection else { return Poll::Ready(None) };
            match connection.poll(context, |context| Pin::new(&mut this.body).poll_frame(context)) {
                Poll::Ready(Some(Ok(frame))) => {
                    this.silence = None;
                    // Trailers are passed over.
                    if let Ok(piece) = frame.into_data() {
                        return Poll::Ready(Some(Ok(piece)));
                    }
                }
                Poll::Ready(Some(Err(error))) => {
                    return this.fail(TransportError::new(TransportErrorKind::Interrupted, error));
                }
                Poll::Ready(None) => {
                    if let Some(connection) = this.connection.take() {
                        this.pool.keep(connection);
                    }
                    return Poll::Ready(None);
                }
                Poll::Pending => {
                    return match this.poll_silence(context) {
                        Poll::Ready(error) => this.fail(error),
                        Poll::Pending => Poll::Pending,
                    };
                }
            }
        }
    }
}
