//! HTTP/1.1 on one connection of the async client.
//!
//! The connection has no task of its own: whoever waits for what comes over it moves it on. A task would have to be woken
//! for each request and would have to wake the call for each answer, which is a tenth of what a call costs, and more where
//! the two run on threads of their own.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use http::header::{HOST, HeaderValue};
use http::{Request, Response, Uri};
use hyper::body::Incoming;
use hyper::client::conn::TrySendError;
use hyper::client::conn::http1::{self, SendRequest};
use std::future::poll_fn;
use std::mem;
use tokio::task::unconstrained;

use crate::runtime::bodies::body::Body;
use crate::runtime::transports::connect::{BoxError, Stream};

/// What moves bytes; nothing once the connection has ended.
type Driver = Option<http1::Connection<Stream, Body>>;

/// A connection that serves one request after the other.
pub(super) struct Http1 {
    sender: SendRequest<Body>,
    driver: Driver,
    /// What requests call the server.
    host: HeaderValue,
}

impl Http1 {
    pub(super) async fn open(stream: Stream, host: HeaderValue) -> Result<Self, BoxError> {
        // The bodies of requests are small: copied behind their heads, they need no list of buffers.
        let (sender, driver) = http1::Builder::new().writev(false).handshake(stream).await?;
        Ok(Self { sender, driver: Some(driver), host })
    }

    /// Sends a request, and waits for the head of the response.
    pub(super) async fn send(
        &mut self,
        mut request: Request<Body>,
        url: &Uri,
    ) -> Result<Response<Incoming>, TrySendError<Request<Body>>> {
        *request.uri_mut() = url.path_and_query().cloned().map(Uri::from).unwrap_or_default();
        request.headers_mut().insert(HOST, self.host.clone());
        let mut response = pin!(self.sender.try_send_request(request));
        let mut is_sent = false;
        poll_fn(|context| {
            if mem::replace(&mut is_sent, true) {
                return poll_driven(&mut self.driver, context, |context| response.as_mut().poll(context));
            }
            drive(&mut self.driver, context);
            unwoken(|context| response.as_mut().poll(context))
        })
        .await
    }

    /// Polls what comes over the connection, and moves it on where that has not come yet.
    pub(super) fn poll<T>(
        &mut self,
        context: &mut Context<'_>,
        mut poll: impl FnMut(&mut Context<'_>) -> Poll<T>,
    ) -> Poll<T> {
        match unwoken(&mut poll) {
            Poll::Pending => poll_driven(&mut self.driver, context, poll),
            ready @ Poll::Ready(_) => ready,
        }
    }

    /// Moves the connection on, to see whether the server has closed it.
    pub(super) fn look(&mut self) {
        let _ = unwoken::<()>(|context| {
            drive(&mut self.driver, context);
            Poll::Pending
        });
    }

    /// Whether it can serve another request.
    pub(super) fn is_ready(&self) -> bool {
        self.driver.is_some() && self.sender.is_ready()
    }
}

/// Moves a connection on and polls what comes over it.
fn poll_driven<T>(
    driver: &mut Driver,
    context: &mut Context<'_>,
    mut poll: impl FnMut(&mut Context<'_>) -> Poll<T>,
) -> Poll<T> {
    // Mostly it comes now. Whoever takes it would wake the task once more if the connection knew of that.
    let polled = unwoken(|context| {
        drive(driver, context);
        poll(context)
    });
    if polled.is_pending() {
        drive(driver, context);
        return unwoken(poll);
    }
    polled
}

/// Moves a connection on, until it has ended.
fn drive(driver: &mut Driver, context: &mut Context<'_>) {
    if let Some(connection) = driver
        && Pin::new(connection).poll(context).is_ready()
    {
        *driver = None;
    }
}

/// Polls what only comes while its connection is moved on, so that nobody needs to be woken for it. Nor does it count
/// against the task's share of time: where that is used up, the task would have to be woken.
fn unwoken<T>(poll: impl FnMut(&mut Context<'_>) -> Poll<T>) -> Poll<T> {
    pin!(unconstrained(poll_fn(poll))).poll(&mut Context::from_waker(Waker::noop()))
}
