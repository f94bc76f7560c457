//! What all requests of one client have in common.

use std::fmt;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use super::api_key::ApiKey;
use super::base_url::BaseUrl;
use super::config_error::ConfigError;
use super::service::{BodyKind, Service};

/// What is needed to make requests: where they go, and the headers that all of them carry.
#[derive(Clone)]
pub struct Config {
    base_url: BaseUrl,
    headers: HeaderMap,
    json_headers: HeaderMap,
}

impl Config {
    /// The configuration for a service at its own place.
    pub(crate) fn for_service(service: &'static Service, api_key: impl Into<ApiKey>) -> Result<Self, ConfigError> {
        let base_url = BaseUrl::parse(service.base_url)?;
        let headers = common_headers(service, &api_key.into())?;
        let mut json_headers = headers.clone();
        json_headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Ok(Self { base_url, headers, json_headers })
    }

    /// Sends requests to another place: `https://` with any host, or `http://` with a loopback host. A path in the URL
    /// goes before the path of each request.
    ///
    /// # Errors
    ///
    /// The URL is not of that form, or has a user name, a password, a query or a fragment.
    pub fn with_base_url(self, base_url: &str) -> Result<Self, ConfigError> {
        Ok(Self { base_url: BaseUrl::parse(base_url)?, ..self })
    }

    pub(super) fn base_url(&self) -> &BaseUrl {
        &self.base_url
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

/// The headers of every request, made once: a call only copies them.
fn common_headers(service: &'static Service, api_key: &ApiKey) -> Result<HeaderMap, ConfigError> {
    let mut headers = HeaderMap::with_capacity(8);
    headers.insert(AUTHORIZATION, bearer(api_key)?);
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    let described = service.headers.iter().copied().chain([("user-agent", service.user_agent)]);
    for (name, value) in described {
        let header = HeaderName::try_from(name).ok().zip(HeaderValue::try_from(value).ok());
        let (parsed_name, parsed_value) = header.ok_or(ConfigError::Header(name))?;
        headers.insert(parsed_name, parsed_value);
    }
    Ok(headers)
}

fn bearer(api_key: &ApiKey) -> Result<HeaderValue, ConfigError> {
    let key = api_key.secret();
    if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(ConfigError::ApiKey);
    }
    let mut value = HeaderValue::try_from(format!("Bearer {key}")).map_err(|_| ConfigError::ApiKey)?;
    value.set_sensitive(true);
    Ok(value)
}
