//! The transport of the async client: hyper with a pool of connections, on tokio.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;

use bytes::Bytes;
use http::HeaderValue;
use http::header::CONTENT_LENGTH;
use hyper::body::{Body as _, Incoming};
use tokio::time::{Instant, timeout_at};

use crate::runtime::bodies::body::Body;
use crate::runtime::bodies::joined::Joined;
use crate::runtime::configuration::base_url::BaseUrl;
use crate::runtime::configuration::limits::Limits;
use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::errors::transport_error::{TransportError, TransportErrorKind};
use crate::runtime::transports::connect::connector;
use crate::runtime::transports::connection::Connection;
use crate::runtime::transports::network::Network;
use crate::runtime::transports::pool::Pool;
use crate::runtime::transports::received::Received;
use crate::runtime::transports::sending::Sending;
use crate::runtime::transports::transport::{Transport, TransportFuture, has_body};

/// The transport of the async client, over a pool of connections, which are kept for the requests to come. Redirects are
/// not followed.
///
/// A client has one unless it is given another, or [one around it](crate::runtime::ClientBuilder::wrap_transport).
pub struct HyperTransport {
    pool: Arc<Pool>,
}

impl HyperTransport {
    /// A transport that can reach this place.
    pub(crate) fn new(network: &Network, base_url: &BaseUrl) -> Result<Self, ConfigError> {
        Ok(Self { pool: Arc::new(Pool::new(connector(network, base_url)?)) })
    }
}

impl Transport for HyperTransport {
    fn send(&self, mut request: http::Request<Body>, limits: Limits) -> TransportFuture {
        let pool = Arc::clone(&self.pool);
        Box::pin(async move {
            let now = Instant::now();
            let sending = Sending::watch(request.body_mut(), now);
            // Pinned where it is: to move it into the time-out would cost more than the time-out.
            let mut answer = pin!(answer(&pool, &mut request, &now, &limits));
            let mut since = now;
            loop {
                // Who asks for more time than a clock can count waits for as long as it takes.
                let Some(deadline) = since.checked_add(limits.timeout) else { return answer.await };
                if let Ok(result) = timeout_at(deadline, answer.as_mut()).await {
                    return result;
                }
                match &sending {
                    Some(sending) if sending.last_step() > since => since = sending.last_step(),
                    _ => return Err(TransportError::timeout(limits.timeout)),
                }
            }
        })
    }
}

/// Sends a request, and reads the response to it as far as it is wanted.
async fn answer(
    pool: &Arc<Pool>,
    request: &mut http::Request<Body>,
    now: &Instant,
    limits: &Limits,
) -> Result<http::Response<Body>, TransportError> {
    // hyper does not say that a body is empty where there is one, or where others of the method have one, and some servers
    // insist on it.
    if request.body().is_end_stream() && has_body(request.method(), request.headers()) {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    let (response, mut connection) = pool.send(request, now).await?;
    let (head, mut body) = response.into_parts();
    let body = if let Some(idle) = limits.idle {
        let length = body.size_hint().exact();
        Body::from_stream(Received::new(body, connection, Arc::clone(pool), idle)).with_length(length)
    } else {
        let whole = whole(&mut body, &mut connection, limits.response_bytes).await?;
        pool.keep(connection);
        whole.into()
    };
    Ok(http::Response::from_parts(head, body))
}

/// All of a body.
async fn whole(body: &mut Incoming, connection: &mut Connection, limit: usize) -> Result<Bytes, TransportError> {
    let mut joined = Joined::default();
    while let Some(frame) =
        poll_fn(|context| connection.poll(context, |context| Pin::new(&mut *body).poll_frame(context))).await
    {
        let frame = frame.map_err(|error| TransportError::new(TransportErrorKind::Interrupted, error))?;
        // Trailers are passed over.
        if let Ok(piece) = frame.into_data() {
            joined.push(piece, limit)?;
        }
    }
    Ok(joined.finish())
}
