//! What all requests of one client have in common.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{
    ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, EXPECT, HOST, HeaderMap,
    HeaderName, HeaderValue, TE, TRAILER, TRANSFER_ENCODING, UPGRADE, USER_AGENT,
};

use crate::runtime::api::endpoint::{Endpoint, Traits};
use crate::runtime::api::service::Service;
use crate::runtime::configuration::base_url::BaseUrl;
use crate::runtime::configuration::place::Place;
use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::signing::credential::Credential;
use crate::runtime::signing::proofs::Proofs;

/// Headers that are not for users to set: they would break the framing of requests or ask for answers that the client
/// does not read, or have a setting of their own.
const RESERVED: [HeaderName; 11] = [
    ACCEPT_ENCODING,
    AUTHORIZATION,
    CONNECTION,
    CONTENT_LENGTH,
    CONTENT_TYPE,
    EXPECT,
    HOST,
    TE,
    TRAILER,
    TRANSFER_ENCODING,
    UPGRADE,
];

/// What is needed to make requests: where they go, and the headers that all of them carry.
///
/// It stands where a client does, as one without input and output: a request function takes it, and
/// [`into_http`](crate::runtime::Request::into_http) of the request gives what is to be sent.
#[derive(Clone)]
pub struct Config {
    service: &'static Service,
    /// The endpoint that stands for all that the description does not know.
    pub(crate) calls: &'static Endpoint,
    pub(crate) servers: Arc<[Server]>,
    /// Where those are that the program gave no URL.
    place: Place,
    pub(crate) http_hosts: Vec<String>,
    headers: HeaderMap,
    /// The same with room for the type of a body, which is quicker to fill in than to add.
    body_headers: HeaderMap,
    idempotency_key: Option<HeaderName>,
    proofs: Proofs,
}

/// Where one of the service's servers is.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) url: BaseUrl,
    /// Whether the service itself says so.
    pub(crate) is_official: bool,
    /// Whether the program gave it.
    is_given: bool,
}

impl Config {
    /// The configuration for a service at its own place.
    pub(crate) fn for_service(calls: &'static Endpoint) -> Result<Self, ConfigError> {
        let service = calls.dialect.service;
        let mut headers = HeaderMap::with_capacity(8);
        headers.insert(ACCEPT, HeaderValue::from_static(Traits::PLAIN.accept));
        for (name, value) in service.headers.iter().copied().chain([("user-agent", service.user_agent)]) {
            let parsed_name = HeaderName::try_from(name).map_err(|_| ConfigError::header(name))?;
            // Static text is not counted by those who hold it.
            let parsed_value = HeaderValue::from_maybe_shared(Bytes::from_static(value.as_bytes()));
            headers.insert(parsed_name, parsed_value.map_err(|_| ConfigError::header(name))?);
        }
        let mut body_headers = headers.clone();
        body_headers.insert(CONTENT_TYPE, HeaderValue::from_static(""));
        let place = Place::default();
        let server = |index| {
            let url = BaseUrl::parse(&place.url(index, service), &[])?;
            Ok(Server { url, is_official: true, is_given: false })
        };
        let servers: Result<_, _> = (0..service.servers.len().max(1)).map(server).collect();
        Ok(Self {
            service,
            calls,
            servers: servers?,
            place,
            http_hosts: Vec::new(),
            headers,
            body_headers,
            idempotency_key: service.idempotency_key.map(HeaderName::from_static),
            proofs: Proofs::of(service),
        })
    }

    /// Sends requests to another place: `https://` with any host, or `http://` with a loopback host, or with one that
    /// [`with_http_to`](Self::with_http_to) names. A path in the URL goes before the path of each request. It is the
    /// place of the service's first server; requests for another one then need a [URL](Self::with_server_url) of theirs.
    ///
    /// # Errors
    ///
    /// The URL is not of that form, or has a user name, a password, a query or a fragment.
    pub fn with_base_url(self, base_url: &str) -> Result<Self, ConfigError> {
        self.with_url_at(0, base_url)
    }

    /// Sends the requests for one of the service's servers to another place, which is as for
    /// [`with_base_url`](Self::with_base_url).
    ///
    /// # Errors
    ///
    /// The service has no server of this name, or the URL is not of that form.
    pub fn with_server_url(self, server: &str, url: &str) -> Result<Self, ConfigError> {
        match self.service.servers.iter().position(|(name, _)| *name == server) {
            Some(index) => self.with_url_at(index, url),
            None => Err(ConfigError::Server(server.to_owned())),
        }
    }

    fn with_url_at(mut self, server: usize, url: &str) -> Result<Self, ConfigError> {
        // Of a service that is nowhere by itself, what the program says is where it is.
        let is_nowhere = self.service.servers.is_empty();
        let is_official = is_nowhere || url.trim_end_matches('/') == self.place.url(server, self.service);
        let url = BaseUrl::parse(url, &self.http_hosts)?;
        Arc::make_mut(&mut self.servers)[server] = Server { url, is_official, is_given: true };
        Ok(self)
    }

    /// Chooses among the places where the service is, and leaves servers alone that were given a URL.
    #[allow(dead_code, reason = "a description may have one such place")]
    pub(crate) fn with_place(
        mut self,
        choose: impl FnOnce(&'static Service, &mut Place) -> Result<(), ConfigError>,
    ) -> Result<Self, ConfigError> {
        choose(self.service, &mut self.place)?;
        for (index, server) in Arc::make_mut(&mut self.servers).iter_mut().enumerate() {
            if !server.is_given {
                server.url = BaseUrl::parse(&self.place.url(index, self.service), &self.http_hosts)?;
            }
        }
        Ok(self)
    }

    /// Allows plain `http://` to a host that is not this machine, such as a sidecar in a network of its own. Whoever
    /// can listen on the way there reads the API key.
    #[must_use]
    pub fn with_http_to(mut self, host: &str) -> Self {
        self.http_hosts.push(host.to_owned());
        self
    }

    /// Proves a scheme, which is told by its place in the list of the service.
    pub(crate) fn with_credential(mut self, scheme: usize, credential: &Credential) -> Result<Self, ConfigError> {
        self.proofs.set(scheme, credential)?;
        Ok(self)
    }

    /// What requests are signed with.
    pub(crate) fn proofs(&self) -> &Proofs {
        &self.proofs
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
        self.body_headers.insert(name, value);
        self
    }

    /// Where the requests of an endpoint go. Who has moved the base URL, to a test's own service or into a network
    /// without a way out, is not to meet the real one at another of its servers.
    pub(crate) fn base_url(&self, endpoint: &Endpoint) -> Result<&BaseUrl, InvalidRequest> {
        let server = &self.servers[endpoint.traits.server];
        if server.is_official && !self.servers[0].is_official {
            let (name, _) = self.service.servers[endpoint.traits.server];
            let reason =
                format!("the base URL is moved, but the server `{name}` is not: give it a URL with `server_url`");
            return Err(InvalidRequest::of_request(endpoint.name, reason));
        }
        Ok(&server.url)
    }

    /// Where most requests go.
    pub(crate) fn first_base_url(&self) -> &BaseUrl {
        &self.servers[0].url
    }

    /// The header by which the service knows the repetition of a request.
    pub(crate) fn idempotency_key(&self) -> Option<&HeaderName> {
        self.idempotency_key.as_ref()
    }

    /// The headers of every request, or of every one whose body is of this type.
    pub(crate) fn headers(&self, content_type: Option<&HeaderValue>) -> HeaderMap {
        let Some(content_type) = content_type else { return self.headers.clone() };
        let mut headers = self.body_headers.clone();
        headers.insert(CONTENT_TYPE, content_type.clone());
        headers
    }
}

impl Config {
    /// Adds the headers that a call always carries. They are in place of those that all calls carry, but not of what the
    /// program sets.
    pub(crate) fn add_constants(&self, headers: &mut HeaderMap, constants: &'static [(&'static str, &'static str)]) {
        for (name, value) in constants {
            let of_all = self.service.headers.iter().find(|(known, _)| known == name).map(|(_, value)| *value);
            if self.headers.get(*name).is_none_or(|set| Some(set.as_bytes()) == of_all.map(str::as_bytes)) {
                headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
            }
        }
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config").field("base_url", self.first_base_url()).finish_non_exhaustive()
    }
}

/// A header that users may set: none of those that the client writes itself.
fn free_header(service: &Service, name: &str, value: &str) -> Option<(HeaderName, HeaderValue)> {
    let (name, value) = header(name, value)?;
    let is_key = service.idempotency_key.is_some_and(|key| name == *key);
    (!is_key && !RESERVED.contains(&name)).then_some((name, value))
}

fn header(name: &str, value: &str) -> Option<(HeaderName, HeaderValue)> {
    HeaderName::try_from(name).ok().zip(HeaderValue::try_from(value).ok())
}
