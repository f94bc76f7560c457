//! Calls that the description does not know.

use std::fmt::Display;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method};
use serde_core::Serialize;

use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::bodies::body::Body;
use crate::runtime::calls::api_client::ApiClient;
use crate::runtime::calls::body::Payload;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::calls::decode::successful;
use crate::runtime::calls::encode::Target;
use crate::runtime::calls::prepared_call::PreparedCall;
use crate::runtime::calls::request::{Request, config_of};
use crate::runtime::configuration::base_url::BaseUrl;
use crate::runtime::configuration::config::Config;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::errors::error::Error;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::formats::percent::push_encoded;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::responses::raw_response::RawResponse;

/// A call that the description does not know: a method, a path, and what is set on its request.
#[derive(Clone, Debug)]
pub struct RawCall {
    method: Method,
    path: String,
    /// Pairs, encoded.
    query: String,
    /// A media type and content.
    body: Option<(String, Arc<Body>)>,
    /// Why the body is none.
    fault: Option<String>,
}

impl Config {
    /// Begins a call that the description does not know, at a path of the first server: `/v1/things?kind=new`. It is signed,
    /// repeated and reported as all are, and carries an idempotency key where the service knows such and HTTP does not say
    /// that a repetition changes nothing. What is in the path is sent as it stands.
    pub fn call(&self, method: http::Method, path: impl Into<String>) -> Request<Self, RawCall> {
        Request::<Self, RawCall>::raw(self, method, path.into())
    }
}

impl<C: ApiClient> Request<C, RawCall> {
    /// Begins a call at a path of the first server.
    pub(crate) fn raw(client: &C, method: Method, path: String) -> Self {
        let operation = RawCall { method, path, query: String::new(), body: None, fault: None };
        Self { client: client.clone(), operation, own: None }
    }

    /// Adds a parameter to the query; the value is encoded.
    pub fn query(mut self, name: impl AsRef<str>, value: impl Display) -> Self {
        push_pair(&mut self.operation.query, name.as_ref(), &value.to_string());
        self
    }

    /// Sends a value as JSON, such as a `serde_json::Value`.
    pub fn json(mut self, value: &(impl Serialize + ?Sized)) -> Self {
        match serde_json::to_vec(value) {
            Ok(json) => return self.body("application/json", json),
            Err(error) => self.operation.fault = Some(format!("its body cannot be written as JSON: {error}")),
        }
        self
    }

    /// Sends names and values as a form; they are encoded.
    pub fn form(self, pairs: impl IntoIterator<Item = (impl AsRef<str>, impl Display)>) -> Self {
        let mut form = String::new();
        for (name, value) in pairs {
            push_pair(&mut form, name.as_ref(), &value.to_string());
        }
        self.body("application/x-www-form-urlencoded", form)
    }

    /// Sends bytes, a text, or what is read while it is sent, of a media type. What can be read once only is not sent again,
    /// and a clone of the request has none of it.
    pub fn body(mut self, media_type: impl Into<String>, body: impl Into<Body>) -> Self {
        self.operation.body = Some((media_type.into(), Arc::new(body.into())));
        self
    }

    /// What is to be sent, with all that is set here and by the client. Time-outs and retries are for whoever sends it.
    ///
    /// # Errors
    ///
    /// The path or a setting cannot be sent.
    pub fn into_http(self) -> Result<http::Request<Bytes>, InvalidRequest> {
        let (client, call) = self.into_raw_call();
        call.and_then(|call| call.request(client.config()))
    }

    /// The client, and the call that it is to make.
    pub(crate) fn into_raw_call(self) -> (C, Result<PreparedCall, InvalidRequest>) {
        let Self { client, operation, own } = self;
        let config = config_of(&client, own.as_deref());
        let endpoint = config.calls;
        let refusal = own.as_ref().and_then(|own| own.refusal(config)).or(operation.fault.clone());
        let target = match refusal {
            Some(reason) => Err(InvalidRequest::of_request(endpoint.name, reason)),
            None => operation.target(endpoint, config),
        };
        (client, target.map(|target| PreparedCall { endpoint, target, own }))
    }
}

impl RawCall {
    fn target(self, endpoint: &'static Endpoint, config: &Config) -> Result<Target, InvalidRequest> {
        let refused = |reason: &'static str| InvalidRequest::of_request(endpoint.name, reason);
        let base_url = config.base_url(endpoint)?;
        let path = local_path(&self.path, base_url).map_err(refused)?;
        let separator = match (self.query.as_str(), path.contains('?')) {
            ("", _) => "",
            (_, true) => "&",
            (_, false) => "?",
        };
        let mut target = format!("{}{path}{separator}{}", base_url.path(), self.query);
        let signature = config.proofs().signature(endpoint)?;
        config.proofs().sign_url(signature, &mut target);
        let uri = base_url.join(target).map_err(|_| refused("its path is none, or longer than URLs can be"))?;
        let payload = match self.body {
            None => Payload::default(),
            Some((media_type, body)) => {
                let content_type = HeaderValue::try_from(media_type);
                let content_type = content_type.map_err(|_| refused("its media type cannot stand in a header"))?;
                let body = Arc::try_unwrap(body).or_else(|shared| {
                    shared.try_clone().ok_or_else(|| refused("its body can be read once, and a clone of it has it too"))
                })?;
                Payload { body, content_type: Some(content_type) }
            }
        };
        let is_keyed = !self.method.is_idempotent();
        Ok(Target {
            uri,
            method: self.method,
            body: payload.body,
            content_type: payload.content_type,
            is_keyed,
            authorization: None,
            signature,
            headers: HeaderMap::new(),
        })
    }
}

/// A path at the server of the client, without the path that all there have. What leads elsewhere is refused: it would carry
/// the credentials along.
fn local_path<'a>(path: &'a str, base_url: &BaseUrl) -> Result<&'a str, &'static str> {
    let local = if path.contains("://") && !path.starts_with('/') {
        base_url
            .beyond(path)
            .ok_or("its URL leads to another place than the client's, where its credentials must not go")?
    } else {
        path
    };
    let segments = || local.split(['?', '#']).next().unwrap_or_default().split('/');
    match local {
        _ if !local.starts_with('/') || local.starts_with("//") => Err("its path must begin with one slash"),
        _ if !local.bytes().all(|byte| byte.is_ascii_graphic() && !b"#\\".contains(&byte)) => {
            Err("its path holds what stands in no URL: encode it with `%`")
        }
        _ if segments().any(is_dots) => Err("its path holds `.` or `..`, which would lead to another path"),
        _ => Ok(local),
    }
}

/// Whether a segment leads to another path.
fn is_dots(segment: &str) -> bool {
    let segment = segment.replace("%2e", ".").replace("%2E", ".");
    segment == "." || segment == ".."
}

fn push_pair(pairs: &mut String, name: &str, value: &str) {
    if !pairs.is_empty() {
        pairs.push('&');
    }
    push_encoded(pairs, name);
    pairs.push('=');
    push_encoded(pairs, value);
}

/// The response to a call, or the refusal that it is.
#[cfg(any(feature = "async", feature = "blocking"))]
pub(crate) fn accepted(result: Result<RawResponse, Error<()>>) -> Result<RawResponse, Error> {
    result.and_then(successful).map_err(Error::with_kind)
}

/// Makes the endpoint that stands for all calls of a service that its description does not know.
macro_rules! other_calls {
    ($name:ident, $service:path, $format:path) => {
        pub(crate) static $name: $crate::runtime::Endpoint = $crate::runtime::Endpoint {
            name: "call",
            method: ::http::Method::GET,
            path: "",
            traits: $crate::runtime::Traits::PLAIN,
            answer: $crate::runtime::WireForm::Default,
            dialect: &$crate::runtime::Dialect {
                format: &$format,
                instants: $crate::runtime::WireForm::Default,
                service: &$service,
            },
        };
    };
}
pub(crate) use other_calls;
