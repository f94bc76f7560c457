//! A call that is ready to be made.

use std::mem;

use bytes::Bytes;
use http::HeaderValue;

use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::calls::encode::Target;
use crate::runtime::calls::own_settings::OwnSettings;
use crate::runtime::configuration::config::Config;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::configuration::settings::Settings;
use crate::runtime::errors::invalid_request::InvalidRequest;

/// A call that has not begun.
pub(crate) struct PreparedCall {
    pub(crate) endpoint: &'static Endpoint,
    pub(crate) target: Target,
    pub(super) own: Option<Box<OwnSettings>>,
}

impl PreparedCall {
    /// How the call is made: as it says itself, or else as its client does.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(crate) fn settings<'a>(&'a self, of_client: &'a Settings) -> &'a Settings {
        self.own.as_ref().map_or(of_client, |own| &own.settings)
    }

    /// Where the call goes, and what it carries: as it says itself, or else as its client does.
    pub(crate) fn config<'a>(&'a self, of_client: &'a Config) -> &'a Config {
        self.own.as_ref().map_or(of_client, |own| &own.settings.config)
    }

    /// Whether what fits of a page is wanted where not all of it does.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(super) fn is_lenient(&self) -> bool {
        self.own.as_ref().is_some_and(|own| own.is_lenient)
    }

    /// The idempotency key that it has been given.
    pub(super) fn own_key(&self) -> Option<&HeaderValue> {
        self.own.as_ref()?.key.as_ref()
    }

    /// What is to be sent, by itself.
    pub(super) fn request(mut self, of_client: &Config) -> Result<http::Request<Bytes>, InvalidRequest> {
        let body = mem::take(&mut self.target.body).gathered();
        let body = body.map_err(|error| InvalidRequest::of_request(self.endpoint.name, format!("its body {error}")))?;
        let config = self.config(of_client);
        if let Some(scheme) = config.proofs().renewed(self.target.signature) {
            let reason =
                format!("a client gets the token for `{}` when it sends: give one to the request", scheme.name);
            return Err(InvalidRequest::of_request(self.endpoint.name, reason));
        }
        let mut request = self.target.request(body, self.endpoint, config);
        if let Some((name, key)) = config.idempotency_key().zip(self.own_key()) {
            request.headers_mut().insert(name, key.clone());
        }
        Ok(request)
    }
}
