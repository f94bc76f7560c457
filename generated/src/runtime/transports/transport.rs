//! What moves requests and responses: the seam between a client and the network.

#[cfg(feature = "async")]
use std::pin::Pin;

use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method};

use crate::runtime::bodies::body::Body;
use crate::runtime::configuration::limits::Limits;
use crate::runtime::errors::transport_error::TransportError;

/// A response that is on its way.
#[cfg(feature = "async")]
pub type TransportFuture = Pin<Box<dyn Future<Output = Result<http::Response<Body>, TransportError>> + Send>>;

/// Sends a request and brings back the response. It knows nothing of the API.
///
/// A transport of your own can record, replay or route. It must not follow redirects: they would carry the API key to
/// another host. It has to keep to the limits, and to send a request once: the client repeats it where that is safe.
///
/// One that only knows whole bodies gives what turns into a [`Body`], such as bytes or a text, and takes the bytes of the
/// request's with [`Body::whole`]:
///
/// ```ignore
/// fn send(&self, request: http::Request<Body>, limits: Limits) -> TransportFuture {
///     Box::pin(async move {
///         let sent = request.into_body().whole(limits.response_bytes).await?;
///         Ok(http::Response::new(format!("{} bytes came", sent.len()).into()))
///     })
/// }
/// ```
#[cfg(feature = "async")]
pub trait Transport: Send + Sync + 'static {
    /// Sends one request, when the future is first polled.
    fn send(&self, request: http::Request<Body>, limits: Limits) -> TransportFuture;
}

#[cfg(feature = "async")]
impl Transport for Box<dyn Transport> {
    fn send(&self, request: http::Request<Body>, limits: Limits) -> TransportFuture {
        (**self).send(request, limits)
    }
}

/// Sends a request and brings back the response, while its caller waits. It knows nothing of the API.
///
/// A transport of your own can record, replay or route. It must not follow redirects: they would carry the API key to
/// another host. It has to keep to the limits, and to send a request once: the client repeats it where that is safe.
///
/// One that only knows whole bodies gives what turns into a [`Body`], such as bytes or a text, and takes the bytes of the
/// request's with [`Body::read_whole`].
#[cfg(feature = "blocking")]
pub trait BlockingTransport: Send + Sync + 'static {
    /// Sends one request and waits for the response.
    ///
    /// # Errors
    ///
    /// No answer came within the limits; the kind of the error decides whether the client tries again.
    fn send(&self, request: http::Request<Body>, limits: Limits) -> Result<http::Response<Body>, TransportError>;
}

#[cfg(feature = "blocking")]
impl BlockingTransport for Box<dyn BlockingTransport> {
    fn send(&self, request: http::Request<Body>, limits: Limits) -> Result<http::Response<Body>, TransportError> {
        (**self).send(request, limits)
    }
}

/// Whether a request says how long its body is even if that is empty: there is one, or others of the method have one.
pub(super) fn has_body(method: &Method, headers: &HeaderMap) -> bool {
    headers.contains_key(CONTENT_TYPE) || [Method::POST, Method::PUT, Method::PATCH].contains(method)
}
