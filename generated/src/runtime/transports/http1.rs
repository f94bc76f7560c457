//! HTTP/1.1 on one connection of the async client.
//!
//! The connection has no task of its own: whoever waits for what comes over it moves it on. A task would be woken for each
//! request and would wake the call for each answer, perhaps from one thread to another.

use std::future::poll_fn;
use std::mem;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use http::header::{HOST, HeaderValue};
use http::{Request, Response, Uri};
use hyper::body::Incoming;
use hyper::client::conn::TrySendError;
use hyper::client::conn::http1::{self, SendRequest};
use tokio::runtime::Handle;
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
    /// Begins with HTTP on a stream to a server, which is called by this name.
    pub(super) async fn open(stream: Stream, host: HeaderValue) -> Result<Self, BoxError> {
        // The bodies of requests are small: copied behind their heads, they need no list of buffers.
        let (sender, driver) = http1::Builder::new().writev(false).handshake(stream).await?;
        Ok(Self { sender, driver: Some(driver), host })
    }

    /// Takes a request and sends it, and waits for the head of the response. The URL is left behind, for another try.
    pub(super) async fn send(
        &mut self,
        request: &mut Request<Body>,
    ) -> Result<Response<Incoming>, TrySendError<Request<Body>>> {
        let mut response = pin!(self.sender.try_send_request(taken(request, &self.host)));
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

    /// Whether nothing is under way, so that it can serve another request. The end of the last response may not have been
    /// noted yet.
    pub(super) fn is_free(&mut self) -> bool {
        self.sender.is_ready() || self.is_open()
    }

    /// Whether it can serve another request, also by what has come meanwhile.
    pub(super) fn is_open(&mut self) -> bool {
        // There is nothing to wait for.
        let _ = unwoken(|context| {
            drive(&mut self.driver, context);
            Poll::Ready(())
        });
        self.sender.is_ready()
    }
}

impl Drop for Http1 {
    /// Lets the connection end as it should: TLS has a farewell.
    fn drop(&mut self) {
        if let (Some(driver), Ok(runtime)) = (self.driver.take(), Handle::try_current()) {
            runtime.spawn(driver);
        }
    }
}

/// A request as it stands in HTTP/1.1, with the name of its server beside its path. Its URL stays where it was.
fn taken(request: &mut Request<Body>, host: &HeaderValue) -> Request<Body> {
    let path = request.uri().path_and_query().cloned().map(Uri::from).unwrap_or_default();
    let mut taken = mem::take(request);
    *request.uri_mut() = mem::replace(taken.uri_mut(), path);
    taken.headers_mut().insert(HOST, host.clone());
    taken
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
