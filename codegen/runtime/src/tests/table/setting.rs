//! What can be set, of a client or of a call.

use std::time::Duration;

use crate::runtime::{ApiClient, ClientBuilder, Request, RetryPolicy};

/// Something that is set of a client, of a call, or of both.
#[derive(Clone, Debug)]
pub(super) enum Setting {
    Timeout(Duration),
    AttemptTimeout(Duration),
    Retry(RetryPolicy),
    ResponseLimit(usize),
    Header(&'static str, &'static str),
    ApiKey(&'static str),
    /// With `{server}` for where the server is.
    BaseUrl(&'static str),
    /// Only of a call.
    IdempotencyKey(String),
    /// Only of a client.
    ConnectTimeout(Duration),
    /// Only of a client.
    AppName(&'static str),
    /// Only of a client.
    AllowHttpTo(&'static str),
}

impl Setting {
    pub(super) fn set_client<C: ApiClient>(&self, builder: ClientBuilder<C>, url: &str) -> ClientBuilder<C> {
        match self {
            Self::Timeout(time) => builder.timeout(*time),
            Self::AttemptTimeout(time) => builder.attempt_timeout(*time),
            Self::Retry(policy) => builder.retry(policy.clone()),
            Self::ResponseLimit(bytes) => builder.response_limit(*bytes),
            Self::Header(name, value) => builder.header(*name, *value),
            Self::ApiKey(key) => builder.api_key(*key),
            Self::BaseUrl(place) => builder.base_url(place.replace("{server}", url)),
            Self::ConnectTimeout(time) => builder.connect_timeout(*time),
            Self::AppName(name) => builder.app_name(*name),
            Self::AllowHttpTo(host) => builder.allow_http_to(*host),
            Self::IdempotencyKey(_) => panic!("a client has no {self:?}"),
        }
    }

    pub(super) fn set_call<C: ApiClient, O>(&self, request: Request<C, O>, url: &str) -> Request<C, O> {
        match self {
            Self::Timeout(time) => request.timeout(*time),
            Self::AttemptTimeout(time) => request.attempt_timeout(*time),
            Self::Retry(policy) => request.retry(policy.clone()),
            Self::ResponseLimit(bytes) => request.response_limit(*bytes),
            Self::Header(name, value) => request.header(name, value),
            Self::ApiKey(key) => request.api_key(*key),
            Self::BaseUrl(place) => request.base_url(place.replace("{server}", url)),
            Self::IdempotencyKey(key) => request.idempotency_key(key),
            Self::ConnectTimeout(_) | Self::AppName(_) | Self::AllowHttpTo(_) => panic!("a call has no {self:?}"),
        }
    }
}
