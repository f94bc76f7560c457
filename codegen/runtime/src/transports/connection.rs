//! One connection of the async client, which speaks HTTP/1.1 or HTTP/2.

#[cfg(feature = "http2")]
use std::mem;
use std::task::{Context, Poll};
use std::time::Duration;

use http::uri::Authority;
use http::{Request, Response, Uri};
use hyper::body::Incoming;
use hyper::client::conn::TrySendError;
#[cfg(feature = "http2")]
use hyper::client::conn::http2;
#[cfg(feature = "http2")]
use hyper_util::{
    client::legacy::connect::Connection as _,
    rt::{TokioExecutor, TokioTimer},
};
use tokio::time::Instant;

use crate::runtime::bodies::body::Body;
use crate::runtime::transports::connect::{BoxError, Stream};
use crate::runtime::transports::http1::Http1;

/// How long a shared connection may say nothing before it is asked, and then how long to answer.
#[cfg(feature = "http2")]
const SILENCE: Duration = Duration::from_secs(10);

/// How long a connection is kept without a request.
const LONGEST_IDLE: Duration = Duration::from_secs(90);

/// A connection to a server. It ends, with the request that is under way on it, when it is dropped.
pub(super) struct Connection {
    origin: Uri,
    version: HttpVersion,
    /// When its last request began.
    pub(super) last_used: Instant,
}

/// How requests are sent, in the version of HTTP that both sides have agreed on.
enum HttpVersion {
    /// Serves one request after the other.
    Http1(Box<Http1>),
    /// Serves many requests at a time.
    #[cfg(feature = "http2")]
    Http2(http2::SendRequest<Body>),
}

impl Connection {
    /// Begins with HTTP on a stream to a server, in the version that TLS has agreed on.
    pub(super) async fn open(stream: Stream, origin: Uri) -> Result<Self, BoxError> {
        let version = HttpVersion::open(stream, &origin).await?;
        Ok(Self { origin, version, last_used: Instant::now() })
    }

    /// Whether this is where requests for a URL go.
    pub(super) fn is_for(&self, url: &Uri) -> bool {
        self.origin.scheme() == url.scheme() && host_and_port(&self.origin) == host_and_port(url)
    }

    /// The same connection for another request at the same time, if it can serve several and is still open.
    #[cfg_attr(
        not(feature = "http2"),
        allow(clippy::unused_self, reason = "the same form with and without the feature")
    )]
    pub(super) fn share(&self) -> Option<Self> {
        #[cfg(feature = "http2")]
        if let HttpVersion::Http2(sender) = &self.version
            && !sender.is_closed()
        {
            let (origin, version) = (self.origin.clone(), HttpVersion::Http2(sender.clone()));
            return Some(Self { origin, version, last_used: self.last_used });
        }
        None
    }

    /// Whether it serves several requests at a time.
    pub(super) fn is_shared(&self) -> bool {
        !matches!(self.version, HttpVersion::Http1(..))
    }

    /// Polls what comes over the connection.
    pub(super) fn poll<T>(
        &mut self,
        context: &mut Context<'_>,
        poll: impl FnMut(&mut Context<'_>) -> Poll<T>,
    ) -> Poll<T> {
        match &mut self.version {
            HttpVersion::Http1(connection) => connection.poll(context, poll),
            #[cfg(feature = "http2")]
            HttpVersion::Http2(_) => {
                let mut poll = poll;
                poll(context)
            }
        }
    }

    /// Whether its last request was too long ago to keep it.
    pub(super) fn is_old(&self, now: Instant) -> bool {
        now.saturating_duration_since(self.last_used) > LONGEST_IDLE
    }

    /// Whether it is still open, as far as the runtime knows.
    pub(super) fn is_open(&mut self) -> bool {
        match &mut self.version {
            HttpVersion::Http1(connection) => connection.is_open(),
            #[cfg(feature = "http2")]
            HttpVersion::Http2(sender) => !sender.is_closed(),
        }
    }

    /// Whether nothing is under way on it, so that it can serve another request.
    pub(super) fn is_free(&mut self) -> bool {
        match &mut self.version {
            HttpVersion::Http1(connection) => connection.is_free(),
            #[cfg(feature = "http2")]
            HttpVersion::Http2(sender) => !sender.is_closed(),
        }
    }

    /// Takes a request and sends it, and waits for the head of the response. Its URL is left behind, for another try. Where
    /// the connection is closed before anything was sent, the error gives the request back.
    pub(super) async fn send(
        &mut self,
        request: &mut Request<Body>,
    ) -> Result<Response<Incoming>, TrySendError<Request<Body>>> {
        match &mut self.version {
            HttpVersion::Http1(connection) => connection.send(request).await,
            #[cfg(feature = "http2")]
            HttpVersion::Http2(sender) => {
                let url = request.uri().clone();
                let taken = mem::take(request);
                *request.uri_mut() = url;
                sender.try_send_request(taken).await
            }
        }
    }
}

impl HttpVersion {
    async fn open(stream: Stream, origin: &Uri) -> Result<Self, BoxError> {
        #[cfg(feature = "http2")]
        if stream.connected().is_negotiated_h2() {
            let mut builder = http2::Builder::new(TokioExecutor::new());
            // All calls share the connection: one that is dead without a word must not take the next ones with it.
            builder.timer(TokioTimer::new()).keep_alive_interval(SILENCE).keep_alive_timeout(SILENCE);
            let (sender, connection) = builder.handshake(stream).await?;
            tokio::spawn(connection);
            return Ok(Self::Http2(sender));
        }
        Ok(Self::Http1(Box::new(Http1::open(stream, host(origin).try_into()?).await?)))
    }
}

/// A host, with its port if that is named. As text, it is compared far quicker than as an authority, whose case does not
/// count; who writes a host in two ways gets two connections.
fn host_and_port(url: &Uri) -> Option<&str> {
    url.authority().map(Authority::as_str)
}

/// What requests call a server: its host, and its port unless that is the one of the scheme.
fn host(origin: &Uri) -> &str {
    match (origin.scheme_str(), origin.port_u16()) {
        (Some("http"), Some(80)) | (Some("https"), Some(443)) => origin.host(),
        _ => host_and_port(origin),
    }
    .unwrap_or_default()
}
