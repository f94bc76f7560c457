//! The transport of the async client: hyper with a pool of connections, on tokio.

use std::mem;
use std::pin::pin;
use std::sync::Arc;

use bytes::Bytes;
use http::HeaderValue;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Incoming};
use tokio::time::{Instant, timeout_at};

use crate::runtime::configuration::base_url::BaseUrl;
use crate::runtime::configuration::limits::Limits;
use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::errors::transport_error::{TransportError, TransportErrorKind};
use crate::runtime::transports::connect::connector;
use crate::runtime::transports::network::Network;
use crate::runtime::transports::pool::Pool;
use crate::runtime::transports::transport::{Transport, TransportFuture};

/// Keeps connections for the requests to come. Redirects are not followed.
pub(crate) struct HyperTransport {
    pool: Arc<Pool>,
}

impl HyperTransport {
    /// A transport that can reach this place.
    pub(crate) fn new(network: &Network, base_url: &BaseUrl) -> Result<Self, ConfigError> {
        Ok(Self { pool: Arc::new(Pool::new(connector(network, base_url)?)) })
    }
}

impl Transport for HyperTransport {
    fn send(&self, request: http::Request<Bytes>, limits: Limits) -> TransportFuture {
        let pool = Arc::clone(&self.pool);
        let mut request = request.map(Full::new);
        Box::pin(async move {
            let now = Instant::now();
            // Pinned where it is: to move it into the time-out would cost more than the time-out.
            let answer = pin!(answer(&pool, &mut request, now, limits.response_bytes));
            // Who asks for more time than a clock can count waits for as long as it takes.
            let Some(deadline) = now.checked_add(limits.timeout) else { return answer.await };
            timeout_at(deadline, answer).await.unwrap_or_else(|_| Err(TransportError::timeout(limits.timeout)))
        })
    }
}

/// Sends a request, and reads the whole response to it.
async fn answer(
    pool: &Pool,
    request: &mut http::Request<Full<Bytes>>,
    now: Instant,
    limit: usize,
) -> Result<http::Response<Bytes>, TransportError> {
    // hyper does not say how long a body is that is there and empty, and some servers insist on it.
    if request.body().is_end_stream() && request.headers().contains_key(CONTENT_TYPE) {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    let (response, connection) = pool.send(request, now).await?;
    let (head, body) = response.into_parts();
    let body = whole(body, limit).await?;
    pool.keep(connection);
    Ok(http::Response::from_parts(head, body))
}

/// All of a body. It mostly comes in one piece, which is not copied then. Many are joined as they come: kept apart, small
/// ones would take far more memory than the limit allows.
async fn whole(mut body: Incoming, limit: usize) -> Result<Bytes, TransportError> {
    let mut only = Bytes::new();
    let mut joined = Vec::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| TransportError::new(TransportErrorKind::Interrupted, error))?;
        // Trailers are passed over.
        let Ok(piece) = frame.into_data() else { continue };
        if only.len() + joined.len() + piece.len() > limit {
            return Err(TransportError::too_large(limit));
        }
        if only.is_empty() && joined.is_empty() {
            only = piece;
            continue;
        }
        joined.extend_from_slice(&mem::take(&mut only));
        joined.extend_from_slice(&piece);
    }
    Ok(if joined.is_empty() { only } else { joined.into() })
}
