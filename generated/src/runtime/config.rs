//! What all requests of one client have in common.

use std::fmt;

use bytes::Bytes;
use http::header::{
    ACCEPT, AUTHORIZATION, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderMap, HeaderName, HeaderValue,
    TRANSFER_ENCODING, USER_AGENT,
};

use super::api_key::ApiKey;
use super::base_url::BaseUrl;
use super::config_error::ConfigError;
use super::service::{BodyKind, Service};

/// Headers that the client writes itself: another value would break the framing of requests, or has a setting of its own.
const RESERVED: [HeaderName; 6] = [AUTHORIZATION, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, TRANSFER_ENCODING];

/// What is needed to make requests: where they go, and the headers that all of them carry.
#[derive(Clone)]
pub struct Config {
    service: &'static Service,
    base_url: BaseUrl,
    http_hosts: Vec<String>,
    headers: HeaderMap,
    json_headers: HeaderMap,
    idempotency_key: Option<HeaderName>,
}

impl Config {
    /// The configuration for a service at its own place.
    pub(crate) fn for_service(service: &'static Service, api_key: impl Into<ApiKey>) -> Result<Self, ConfigError> {
        let mut headers = HeaderMap::with_capacity(8);
        headers.insert(AUTHORIZATION, api_key.into().bearer().ok_or(ConfigError::ApiKey)?);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        for (name, value) in service.headers.iter().copied().chain([("user-agent", service.user_agent)]) {
            let parsed_name = HeaderName::try_from(name).map_err(|_| ConfigError::header(name))?;
            // Static text is not counted by those who hold it.
            let parsed_value = HeaderValue::from_maybe_shared(Bytes::from_static(value.as_bytes()));
            headers.insert(parsed_name, parsed_value.map_err(|_| ConfigError::header(name))?);
        }
        let mut json_headers = headers.clone();
        json_headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let base_url = BaseUrl::parse(service.base_url, &[])?;
        let idempotency_key = service.idempotency_key.map(HeaderName::from_static);
        Ok(Self { service, base_url, http_hosts: Vec::new(), headers, json_headers, idempotency_key })
    }

    /// Sends requests to another place: `https://` with any host, or `http://` with a loopback host, or with one that
    /// [`with_http_to`](Self::with_http_to) names. A path in the URL goes before the path of each request.
    ///
    /// # Errors
    ///
    /// The URL is not of that form, or has a user name, a password, a query or a fragment.
    pub fn with_base_url(self, base_url: &str) -> Result<Self, ConfigError> {
        Ok(Self { base_url: BaseUrl::parse(base_url, &self.http_hosts)?, ..self })
    }

    /// Allows plain `http://` to a host that is not this machine, such as a sidecar in a network of its own. Whoever
    /// can listen on the way there reads the API key.
    #[must_use]
    pub fn with_http_to(mut self, host: &str) -> Self {
        self.http_hosts.push(host.to_owned());
        self
    }

    /// Sends another API key.
    ///
    /// # Errors
    ///
    /// The key cannot stand in an HTTP header.
    pub fn with_api_key(self, api_key: impl Into<ApiKey>) -> Result<Self, ConfigError> {
        let value = api_key.into().bearer().ok_or(ConfigError::ApiKey)?;
        Ok(self.insert(&AUTHORIZATION, value))
    }

    /// Sends a header with every request, in place of one of the same name.
    ///
    /// # Errors
    ///
    /// It is no header of HTTP, or one that the client writes itself.
    pub fn with_header(self, name: &str, value: &str) -> Result<Self, ConfigError> {
        let (name, value) = free_header(self.service, name, value).ok_or_else(|| ConfigError::header(name))?;
        Ok(self.insert(&name, value))
    }

    /// Names the program to the server, behind the name of this crate: `my-shop/1.2`.
    ///
    /// # Errors
    ///
    /// The name cannot stand in an HTTP header.
    pub fn with_app_name(self, name: &str) -> Result<Self, ConfigError> {
        let user_agent = format!("{} {name}", self.service.user_agent);
        let value = HeaderValue::try_from(user_agent).map_err(|_| ConfigError::header("user-agent"))?;
        Ok(self.insert(&USER_AGENT, value))
    }

    fn insert(mut self, name: &HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value.clone());
        self.json_headers.insert(name, value);
        self
    }

    pub(super) fn base_url(&self) -> &BaseUrl {
        &self.base_url
    }

    /// The header by which the service knows the repetition of a request.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(super) fn idempotency_key(&self) -> Option<&HeaderName> {
        self.idempotency_key.as_ref()
    }

    /// The headers of every request that carries this.
    pub(super) fn headers(&self, body: BodyKind) -> &HeaderMap {
        match body {
            BodyKind::None => &self.headers,
            BodyKind::Json => &self.json_headers,
        }
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config").field("base_url", &self.base_url).finish_non_exhaustive()
    }
}

/// A header that users may set: none of those that the client writes itself.
pub(super) fn free_header(service: &Service, name: &str, value: &str) -> Option<(HeaderName, HeaderValue)> {
    let (name, value) = header(name, value)?;
    let is_key = service.idempotency_key.is_some_and(|key| name == *key);
    (!is_key && !RESERVED.contains(&name)).then_some((name, value))
}

fn header(name: &str, value: &str) -> Option<(HeaderName, HeaderValue)> {
    HeaderName::try_from(name).ok().zip(HeaderValue::try_from(value).ok())
}
