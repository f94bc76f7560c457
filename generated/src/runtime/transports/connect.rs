//! How the async client's connections come about: TCP, through a proxy where one is set, and TLS.

use std::error::Error;
use std::pin::Pin;
#[cfg(feature = "proxy")]
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use hyper_util::client::legacy::connect::HttpConnector;
#[cfg(feature = "proxy")]
use hyper_util::client::legacy::connect::proxy::Tunnel;
use tower_service::Service;

use crate::runtime::configuration::base_url::BaseUrl;
use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::transports::network::Network;
#[cfg(feature = "proxy")]
use crate::runtime::transports::proxy::Proxy;
#[cfg(feature = "async-tls-no-provider")]
use crate::runtime::transports::tls;

pub(super) type BoxError = Box<dyn Error + Send + Sync>;
type Connecting<T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;
type Tcp = <HttpConnector as Service<Uri>>::Response;

#[cfg(feature = "async-tls-no-provider")]
pub(super) type Connector = InTime<hyper_rustls::HttpsConnector<Route>>;
#[cfg(not(feature = "async-tls-no-provider"))]
pub(super) type Connector = InTime<Route>;

/// What HTTP is spoken on.
pub(super) type Stream = <Connector as Service<Uri>>::Response;

/// What makes connections, also to other places than this one.
pub(super) fn connector(network: &Network, base_url: &BaseUrl) -> Result<Connector, ConfigError> {
    if base_url.is_https() && cfg!(not(feature = "async-tls-no-provider")) {
        return Err(ConfigError::Tls("enable the feature `async-tls`, or set a transport".to_owned()));
    }
    let inner = Route {
        tcp: tcp(),
        #[cfg(feature = "proxy")]
        proxy: Proxy::choose(&network.proxy)?.map(Arc::new),
    };
    #[cfg(feature = "async-tls-no-provider")]
    let inner = secured(network, inner)?;
    Ok(InTime { timeout: network.connect_timeout, inner })
}

#[cfg(feature = "async-tls-no-provider")]
fn secured(network: &Network, route: Route) -> Result<hyper_rustls::HttpsConnector<Route>, ConfigError> {
    // A call may name another place than the client does; `BaseUrl` decides where plain text may go.
    let builder = hyper_rustls::HttpsConnectorBuilder::new().with_tls_config(tls_config(network)?).https_or_http();
    #[cfg(not(feature = "http2"))]
    let builder = builder.enable_http1();
    #[cfg(feature = "http2")]
    let builder = builder.enable_all_versions();
    Ok(builder.wrap_connector(route))
}

#[cfg(feature = "async-tls-no-provider")]
fn tls_config(network: &Network) -> Result<rustls::ClientConfig, ConfigError> {
    use hyper_rustls::ConfigBuilderExt;

    let builder = rustls::ClientConfig::builder_with_provider(tls::provider()?)
        .with_safe_default_protocol_versions()
        .map_err(|error| ConfigError::Tls(error.to_string()))?;
    let Some(roots) = tls::roots(network)? else {
        return Ok(builder.with_webpki_roots().with_no_client_auth());
    };
    let mut store = rustls::RootCertStore::empty();
    // A platform may have some that rustls cannot read; those of the program have been checked.
    store.add_parsable_certificates(roots);
    Ok(builder.with_root_certificates(store).with_no_client_auth())
}

fn tcp() -> HttpConnector {
    let mut tcp = HttpConnector::new();
    // A small request must not wait for more bytes to travel with.
    tcp.set_nodelay(true);
    // Without TLS, what is meant for `https` must not leave in plain text.
    tcp.enforce_http(cfg!(not(feature = "async-tls-no-provider")));
    tcp
}

/// TCP to a host, or to a proxy that is asked for a tunnel to it.
#[derive(Clone)]
pub(super) struct Route {
    tcp: HttpConnector,
    #[cfg(feature = "proxy")]
    proxy: Option<Arc<Proxy>>,
}

#[cfg(feature = "proxy")]
impl Route {
    fn tunnel(&self, target: &Uri) -> Option<Tunnel<HttpConnector>> {
        let proxy = self.proxy.as_ref().filter(|proxy| proxy.covers(target))?;
        let tunnel = Tunnel::new(proxy.url.clone(), self.tcp.clone());
        Some(match proxy.authorization() {
            Some(authorization) => tunnel.with_auth(authorization),
            None => tunnel,
        })
    }
}

impl Service<Uri> for Route {
    type Response = Tcp;
    type Error = BoxError;
    type Future = Connecting<Tcp>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.tcp.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, target: Uri) -> Connecting<Tcp> {
        #[cfg(feature = "proxy")]
        if let Some(mut tunnel) = self.tunnel(&target) {
            return Box::pin(async move { Ok(tunnel.call(target).await?) });
        }
        let connecting = self.tcp.call(target);
        Box::pin(async move { Ok(connecting.await?) })
    }
}

/// A connector that gives up after a time.
#[derive(Clone)]
pub(super) struct InTime<C> {
    timeout: Duration,
    inner: C,
}

impl<C> Service<Uri> for InTime<C>
where
    C: Service<Uri>,
    C::Future: Send + 'static,
    C::Error: Into<BoxError>,
{
    type Response = C::Response;
    type Error = BoxError;
    type Future = Connecting<C::Response>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        let (timeout, connecting) = (self.timeout, self.inner.call(target));
        Box::pin(async move {
            let result = tokio::time::timeout(timeout, connecting).await;
            result.map_err(|_| format!("no connection within {timeout:?}"))?.map_err(Into::into)
        })
    }
}
