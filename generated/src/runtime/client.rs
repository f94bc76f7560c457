//! The client for tokio, and how it is set up.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use super::api_key::ApiKey;
use super::config::Config;
use super::config_error::ConfigError;
use super::error::Error;
use super::hyper_transport::HyperTransport;
use super::operation::Operation;
use super::request::{ApiClient, Request, sealed::Sealed};
use super::service::Service;
use super::transport::Transport;

/// Sends requests. Clones are cheap and share their connections.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
}

struct Shared {
    config: Config,
    transport: Box<dyn Transport>,
}

impl ApiClient for Client {}
impl Sealed for Client {}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("config", &self.shared.config).finish_non_exhaustive()
    }
}

/// A call on its way.
pub type Call<O> =
    Pin<Box<dyn Future<Output = Result<<O as Operation>::Output, Error<<O as Operation>::Error>>> + Send>>;

impl<O: Operation> IntoFuture for Request<Client, O> {
    type Output = Result<O::Output, Error<O::Error>>;
    type IntoFuture = Call<O>;

    fn into_future(self) -> Self::IntoFuture {
        let Self { client, operation } = self;
        Box::pin(async move {
            let request = operation.into_http(&client.shared.config)?;
            let response = client.shared.transport.send(request).await?;
            O::from_http(response)
        })
    }
}

/// Sets up a [`Client`].
#[must_use = "a builder does nothing until it builds"]
pub struct ClientBuilder {
    service: &'static Service,
    api_key: Option<ApiKey>,
    base_url: Option<String>,
    transport: Option<Box<dyn Transport>>,
}

impl ClientBuilder {
    /// A client for a service at its own place.
    pub(crate) fn for_service(service: &'static Service) -> Self {
        Self { service, api_key: None, base_url: None, transport: None }
    }

    /// The key that every request carries. There is no client without one.
    pub fn api_key(mut self, api_key: impl Into<ApiKey>) -> Self {
        self.api_key = Some(api_key.into());
        self
    }

    /// Sends requests to another place: `https://` with any host, or `http://` with a loopback host. A path in the URL
    /// goes before the path of each request.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    /// Sends requests in another way than over a pool of HTTP/1.1 connections.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Checks the settings and makes the client. Nothing is sent yet.
    ///
    /// # Errors
    ///
    /// The API key or the base URL cannot be used.
    pub fn build(self) -> Result<Client, ConfigError> {
        let mut config = Config::for_service(self.service, self.api_key.ok_or(ConfigError::ApiKey)?)?;
        if let Some(base_url) = self.base_url {
            config = config.with_base_url(&base_url)?;
        }
        let transport = match self.transport {
            Some(transport) => transport,
            None => Box::new(HyperTransport::for_url(config.base_url())?),
        };
        Ok(Client { shared: Arc::new(Shared { config, transport }) })
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").field("api_key", &self.api_key).finish_non_exhaustive()
    }
}
