//! The parameters of an operation, by the part of the request that carries them.

use http::HeaderValue;

use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::credentials::api_key::ApiKey;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::json::slot::{Members, Place};

/// The parameters of an operation, made anew for each encoding of it.
#[derive(Default)]
pub struct Parameters<'a> {
    pub(super) path: Members<'a>,
    /// What stands behind the question mark of the URL.
    pub query: Members<'a>,
    /// The members of the body.
    pub body: Members<'a>,
    pub(super) token: Option<Token<'a>>,
}

/// What signs a request in place of the API key.
pub(super) struct Token<'a> {
    name: &'static str,
    value: &'a ApiKey,
}

impl<'a> Parameters<'a> {
    /// A parameter that the path of the endpoint names in braces.
    pub fn path(&mut self, name: &'static str, place: &'a mut dyn Place) {
        self.path.required(name, place);
    }

    /// A parameter that signs the request in place of the API key, which then stays here.
    pub fn token(&mut self, name: &'static str, value: &'a ApiKey) {
        self.token = Some(Token { name, value });
    }
}

impl Token<'_> {
    /// The value of the `Authorization` header.
    pub(super) fn bearer(&self, endpoint: &Endpoint) -> Result<HeaderValue, InvalidRequest> {
        let refused = "is empty or holds a space, a line break or other than ASCII";
        self.value.bearer().ok_or_else(|| InvalidRequest::of_parameter(endpoint.name, self.name, refused))
    }
}
