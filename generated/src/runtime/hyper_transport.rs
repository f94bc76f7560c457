//! The transport of the default client: hyper with a pool of HTTP/1.1 connections, on tokio.

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
#[cfg(feature = "async-tls")]
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use super::base_url::BaseUrl;
use super::config_error::ConfigError;
use super::transport::{Transport, TransportFuture};
use super::transport_error::TransportError;

/// No answer of an API is larger; what is larger is refused before it fills the memory.
const LARGEST_BODY: usize = 16 * 1024 * 1024;

#[cfg(feature = "async-tls")]
type Connector = HttpsConnector<HttpConnector>;
#[cfg(not(feature = "async-tls"))]
type Connector = HttpConnector;

/// Keeps connections for the requests to come. Redirects are not followed.
pub(super) struct HyperTransport {
    client: Client<Connector, Full<Bytes>>,
}

impl HyperTransport {
    /// A transport that can reach this place.
    pub(super) fn for_url(base_url: &BaseUrl) -> Result<Self, ConfigError> {
        let mut tcp = HttpConnector::new();
        // A small request must not wait for more bytes to travel with.
        tcp.set_nodelay(true);
        let connector = connector(tcp, base_url)?;
        let client = Client::builder(TokioExecutor::new()).build(connector);
        Ok(Self { client })
    }
}

/// Adds TLS, with the cryptography named here: where other crates bring a second one, the process has no default.
#[cfg(feature = "async-tls")]
fn connector(mut tcp: HttpConnector, base_url: &BaseUrl) -> Result<Connector, ConfigError> {
    tcp.enforce_http(false);
    let tls = HttpsConnectorBuilder::new()
        .with_provider_and_webpki_roots(rustls::crypto::ring::default_provider())
        .map_err(|error| ConfigError::Tls(error.to_string()))?;
    let tls = if base_url.is_https() { tls.https_only() } else { tls.https_or_http() };
    Ok(tls.enable_http1().wrap_connector(tcp))
}

#[cfg(not(feature = "async-tls"))]
fn connector(tcp: HttpConnector, base_url: &BaseUrl) -> Result<Connector, ConfigError> {
    if base_url.is_https() {
        return Err(ConfigError::Tls("enable the feature `async-tls`, or set a transport".to_owned()));
    }
    Ok(tcp)
}

impl Transport for HyperTransport {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture {
        let response = self.client.request(request.map(Full::new));
        Box::pin(async move {
            let (head, body) = response.await.map_err(TransportError::new)?.into_parts();
            Ok(http::Response::from_parts(head, whole(body).await?))
        })
    }
}

/// All of a body. It mostly comes in one piece, which is not copied then.
async fn whole<E>(mut body: impl BodyExt<Data = Bytes, Error = E> + Unpin) -> Result<Bytes, TransportError>
where
    E: std::error::Error + Send + Sync + 'static,
{
    let mut pieces = Vec::new();
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        // Trailers are passed over.
        let Ok(piece) = frame.map_err(TransportError::new)?.into_data() else { continue };
        length += piece.len();
        if length > LARGEST_BODY {
            return Err(TransportError::new(format!("the body is larger than {LARGEST_BODY} bytes")));
        }
        pieces.push(piece);
    }
    Ok(if pieces.len() == 1 { pieces.swap_remove(0) } else { pieces.concat().into() })
}
