//! An operation of an API: a plain value that becomes an HTTP request, and understands the response to it.

use std::fmt::Debug;

use bytes::Bytes;

use super::config::Config;
use super::decode::decode;
use super::encode::encode;
use super::error::Error;
use super::error_enum::ErrorCode;
use super::invalid_request::InvalidRequest;
use super::parameters::Parameters;
use super::service::Endpoint;
use super::slot::{Blank, Place};

/// An operation of an API.
///
/// Where a client does not fit, [`into_http`](Self::into_http) and [`from_http`](Self::from_http) are all of it but
/// the sending.
pub trait Operation: Clone + Debug + Send + 'static {
    /// What a successful call gives.
    type Output: Place + Blank + Send + 'static;

    /// The error codes of this operation.
    type Error: ErrorCode;

    /// Where the operation goes.
    const ENDPOINT: Endpoint;

    /// Lists every parameter.
    fn parameters<'a>(&'a mut self, parameters: &mut Parameters<'a>);

    /// The request that asks for this operation.
    ///
    /// # Errors
    ///
    /// A parameter has a value that cannot be sent, such as an empty identifier.
    fn into_http(mut self, config: &Config) -> Result<http::Request<Bytes>, InvalidRequest> {
        let mut parameters = Parameters::default();
        self.parameters(&mut parameters);
        encode(&Self::ENDPOINT, parameters, config)
    }

    /// What the response to the request says.
    ///
    /// # Errors
    ///
    /// The server refused or failed (any status but 2xx), or its answer does not fit the output.
    fn from_http(response: http::Response<Bytes>) -> Result<Self::Output, Error<Self::Error>> {
        let mut output = Self::Output::blank();
        match decode(&Self::ENDPOINT, response, &mut output) {
            Ok(()) => Ok(output),
            Err(error) => Err(error.with_kind()),
        }
    }
}
