//! A call in the making: an operation, the client that will send it, and what is special about this call.

use std::mem;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderValue;
use serde_json::Value;

use crate::runtime::calls::api_client::ApiClient;
use crate::runtime::calls::at_url::at_url_of_service;
use crate::runtime::calls::encode::encode;
use crate::runtime::calls::operation::Operation;
use crate::runtime::calls::own_settings::{Extra, OwnSettings};
use crate::runtime::calls::parameters::Parameters;
use crate::runtime::calls::prepared_call::PreparedCall;
use crate::runtime::configuration::config::Config;
use crate::runtime::configuration::retry_policy::RetryPolicy;
use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::signing::credential::Credential;

/// An operation bound to a client. It is a value: it can be kept, cloned and moved to another thread.
///
/// Whatever is set here holds for this call, in place of what the client says. A setting that cannot be sent is
/// reported when the call is, and nothing is sent then.
///
/// A request for a [`Config`] is not sent by this crate: [`into_http`](Self::into_http) gives what is to be sent, and
/// [`Operation::from_http`] reads the answer.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request<C, O> {
    pub(crate) client: C,
    pub(crate) operation: O,
    pub(crate) own: Option<Box<OwnSettings>>,
}

/// A request whose response is wanted together with its output.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct WithResponse<C, O>(pub(crate) Request<C, O>);

impl<C: ApiClient, O: Operation> Request<C, O> {
    /// Binds an operation to a client: one [that another request holds](Self::operation).
    pub fn new(client: &C, operation: O) -> Self {
        Self { client: client.clone(), operation, own: None }
    }

    /// What is to be sent, with all that is set here and by the client. Time-outs and retries are for whoever sends it.
    ///
    /// Clients add an idempotency key where the endpoint knows one. Here it is only there if it was
    /// [set](Self::idempotency_key).
    ///
    /// # Errors
    ///
    /// A parameter or a setting has a value that cannot be sent, such as an empty identifier.
    pub fn into_http(self) -> Result<http::Request<Bytes>, InvalidRequest> {
        let (client, call) = self.into_call();
        call?.request(client.config())
    }

    /// Sends a member of the body that the description does not know, or in place of one that it knows; a call without a
    /// body sends it in the query.
    pub fn extra(self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.set_own(|own| own.extra.anywhere.push((name.into(), value.into())))
    }

    /// Sends a parameter of the query that the description does not know, or in place of one that it knows.
    pub fn extra_query(self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.set_own(|own| own.extra.query.push((name.into(), value.into())))
    }

    /// The client, and the call that it is to make.
    pub(crate) fn into_call(self) -> (C, Result<PreparedCall, InvalidRequest>) {
        let Self { client, mut operation, mut own } = self;
        let mut extra = own.as_mut().map(|own| mem::take(&mut own.extra)).unwrap_or_default();
        let config = config_of(&client, own.as_deref());
        let target = if let Some(reason) = own.as_ref().and_then(|own| own.refusal(config)) {
            Err(InvalidRequest::of_request(O::ENDPOINT.name, reason))
        } else {
            let mut parameters = Parameters::default();
            operation.parameters(&mut parameters);
            encode(O::ENDPOINT, parameters, &mut extra, config, client.environment())
        };
        let call = target.map(|target| PreparedCall { endpoint: O::ENDPOINT, target, own });
        let call = match operation.url() {
            Some(url) => call.and_then(|call| at_url_of_service(call, client.config(), url)),
            None => call,
        };
        (client, call)
    }
}

/// What a call says itself, or else what its client does.
pub(crate) fn config_of<'a, C: ApiClient>(client: &'a C, own: Option<&'a OwnSettings>) -> &'a Config {
    own.map_or_else(|| client.config(), |own| &own.settings.config)
}

impl<C, O> Request<C, O> {
    /// The operation as it would be sent, to compare it, or to bind it to another client.
    pub fn operation(&self) -> &O {
        &self.operation
    }

    /// Gives the response together with the output: status, headers, request id, attempts, raw body.
    pub fn with_response(self) -> WithResponse<C, O> {
        WithResponse(self)
    }
}

impl<C: ApiClient, O> Request<C, O> {
    /// The key by which the server knows a repetition of this call, in place of a random one. A program that keeps it
    /// can repeat the call even after a crash, and the server does it once. At most 255 characters.
    pub fn idempotency_key(self, key: impl AsRef<str>) -> Self {
        self.set_own(|own| match HeaderValue::try_from(key.as_ref()) {
            Ok(key) if (1..=255).contains(&key.len()) => own.key = Some(key),
            _ => own.fail(ConfigError::IdempotencyKey),
        })
    }

    /// The time for the whole call: all attempts, and the waits between them.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.set_own(|own| own.settings.timeout = timeout)
    }

    /// The time for each attempt.
    pub fn attempt_timeout(self, timeout: Duration) -> Self {
        self.set_own(|own| own.settings.attempt.timeout = timeout)
    }

    /// How often the call is repeated where it fails.
    pub fn retry(self, policy: RetryPolicy) -> Self {
        self.set_own(|own| own.settings.retry = policy)
    }

    /// The largest body that is taken as an answer, in bytes.
    pub fn response_limit(self, bytes: usize) -> Self {
        self.set_own(|own| own.settings.attempt.response_bytes = bytes)
    }

    /// Sends a header, in place of one of the same name.
    pub fn header(self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        self.set_config(|config| config.with_header(name.as_ref(), value.as_ref()))
    }

    /// Proves a scheme, which is told by its place in the list of the service.
    pub(crate) fn prove(self, scheme: usize, credential: &Credential) -> Self {
        self.set_config(|config| config.with_credential(scheme, credential))
    }

    /// Sends the request to another place, which is as for [`Config::with_base_url`].
    pub fn base_url(self, base_url: impl AsRef<str>) -> Self {
        self.set_config(|config| config.with_base_url(base_url.as_ref()))
    }

    /// Sends the request to another place if it is one for this server, which is as for [`Config::with_server_url`].
    pub fn server_url(self, server: impl AsRef<str>, url: impl AsRef<str>) -> Self {
        self.set_config(|config| config.with_server_url(server.as_ref(), url.as_ref()))
    }

    pub(crate) fn set_config(self, change: impl FnOnce(Config) -> Result<Config, ConfigError>) -> Self {
        self.set_own(|own| match change(own.settings.config.clone()) {
            Ok(config) => own.settings.config = config,
            Err(fault) => own.fail(fault),
        })
    }

    /// Changes what is special about this call.
    pub(crate) fn set_own(mut self, change: impl FnOnce(&mut OwnSettings)) -> Self {
        let client = &self.client;
        let own = self.own.get_or_insert_with(|| {
            Box::new(OwnSettings {
                settings: client.settings(),
                key: None,
                extra: Extra::default(),
                is_lenient: false,
                fault: None,
            })
        });
        change(own);
        self
    }
}
