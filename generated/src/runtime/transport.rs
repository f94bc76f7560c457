//! What moves requests and responses: the seam between a client and the network.

use std::pin::Pin;

use bytes::Bytes;

use super::transport_error::TransportError;

/// A response that is on its way.
pub type TransportFuture = Pin<Box<dyn Future<Output = Result<http::Response<Bytes>, TransportError>> + Send>>;

/// Sends a request and brings back the whole response. It knows nothing of the API.
///
/// A transport of your own can record, replay or route. It must not follow redirects: they would carry the API key to
/// another host.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request, once, when the future is first polled.
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture;
}
