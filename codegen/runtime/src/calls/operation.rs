//! An operation of an API: a plain value that becomes an HTTP request, and understands the response to it.

use std::fmt::Debug;

use bytes::Bytes;

use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::calls::decode::decode;
use crate::runtime::calls::encode::{Target, encode};
use crate::runtime::calls::parameters::Parameters;
use crate::runtime::configuration::config::Config;
use crate::runtime::environment::System;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::error_enum::ErrorCode;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::json::blank::Blank;
use crate::runtime::json::slot::Place;
use crate::runtime::responses::call_record::CallRecord;
use crate::runtime::responses::raw_response::RawResponse;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::responses::response::Response;

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
    const ENDPOINT: &'static Endpoint;

    /// Lists every parameter.
    fn parameters<'a>(&'a mut self, parameters: &mut Parameters<'a>);

    /// The request that asks for this operation.
    ///
    /// Clients add an idempotency key where the endpoint knows one; without a client, the key is the sender's to add.
    ///
    /// # Errors
    ///
    /// A parameter has a value that cannot be sent, such as an empty identifier.
    fn into_http(self, config: &Config) -> Result<http::Request<Bytes>, InvalidRequest> {
        Ok(target(self, config)?.request(Self::ENDPOINT, config))
    }

    /// What the response to the request says.
    ///
    /// # Errors
    ///
    /// The server refused or failed (any status but 2xx), or its answer does not fit the output.
    fn from_http(response: http::Response<Bytes>) -> Result<Self::Output, Error<Self::Error>> {
        let raw = RawResponse::new(Self::ENDPOINT, response, CallRecord::default(), &System);
        read_output::<Self>(raw)
    }
}

/// Where an operation goes and what it carries.
pub(super) fn target<O: Operation>(mut operation: O, config: &Config) -> Result<Target, InvalidRequest> {
    let mut parameters = Parameters::default();
    operation.parameters(&mut parameters);
    encode(O::ENDPOINT, parameters, config)
}

/// What a response says. The response is dropped before the output moves, which may be large.
pub(crate) fn read_output<O: Operation>(raw: RawResponse) -> Result<O::Output, Error<O::Error>> {
    let mut output = O::Output::blank();
    match decode(raw, &mut output) {
        Ok(_) => Ok(output),
        Err(error) => Err(error.with_kind()),
    }
}

/// What a response says, together with the response.
#[cfg(any(feature = "async", feature = "blocking"))]
pub(crate) fn read<O: Operation>(raw: RawResponse) -> Result<Response<O::Output>, Error<O::Error>> {
    let mut output = O::Output::blank();
    match decode(raw, &mut output) {
        Ok(raw) => Ok(Response { output, raw }),
        Err(error) => Err(error.with_kind()),
    }
}
