//! The parameters of an operation, by the part of the request that carries them.

use http::HeaderValue;

use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::credentials::api_key::ApiKey;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::formats::styling::Styles;
use crate::runtime::json::slot::Members;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::json::slot::Place;

/// The parameters of an operation, made anew for each encoding of it.
#[derive(Default)]
pub struct Parameters<'a> {
    /// What the path of the endpoint names in braces.
    pub path: Members<'a>,
    /// What stands behind the question mark of the URL.
    pub query: Members<'a>,
    /// Headers.
    pub header: Members<'a>,
    /// Cookies.
    pub cookie: Members<'a>,
    /// The members of the body.
    pub body: Members<'a>,
    /// How some of them are written.
    pub styles: StylesOf,
    /// What signs the request in place of the API key.
    pub token: Token<'a>,
}

/// The styles of parameters, by the part of the request that carries them.
#[derive(Default)]
pub struct StylesOf {
    /// In the path.
    pub path: Styles,
    /// In the query.
    pub query: Styles,
    /// In headers.
    pub header: Styles,
}

#[cfg(any(feature = "async", feature = "blocking"))]
impl<'a> Parameters<'a> {
    /// The place of what travels under this name in the query or in the body.
    pub(crate) fn member(&mut self, name: &str) -> Option<&mut (dyn Place + 'a)> {
        let member = match self.query.find(name) {
            Some(member) => member,
            None => self.body.find(name)?,
        };
        Some(&mut *member.place)
    }
}

/// What signs a request in place of the API key, which then stays here. Few requests have it.
#[derive(Default)]
pub struct Token<'a>(Option<(&'static str, &'a ApiKey)>);

impl<'a> Token<'a> {
    /// A parameter that is the token.
    pub fn required(&mut self, name: &'static str, value: &'a mut ApiKey) {
        self.0 = Some((name, value));
    }

    /// The value of the `Authorization` header, if there is a token.
    pub(super) fn bearer(&self, endpoint: &Endpoint) -> Result<Option<HeaderValue>, InvalidRequest> {
        let Some((name, value)) = self.0 else { return Ok(None) };
        let refused = "is empty or holds a space, a line break or other than ASCII";
        value.bearer().map(Some).ok_or_else(|| InvalidRequest::of_parameter(endpoint.name, name, refused))
    }
}
