//! From a response to the output of an operation, or to the reason why there is none.

use crate::runtime::answers::answer::Parts;
use crate::runtime::answers::fill::fill;
use crate::runtime::errors::api_error::ApiError;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::invalid_response::InvalidResponse;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::responses::raw_response::RawResponse;

/// Fills the parts of an output from a response. The kind of an error is left to the caller, who knows its type.
pub(super) fn decode(raw: RawResponse, parts: Parts<'_>) -> Result<RawResponse, Error<()>> {
    if !raw.is_answer() {
        return Err(Error::Api(ApiError::new(raw)));
    }
    match fill(parts, &raw, raw.endpoint().answer) {
        Ok(()) => Ok(raw),
        Err(error) => Err(Error::Response(InvalidResponse::new(error, raw))),
    }
}

/// Why there is no output of a response with a status of which the description says nothing.
pub(super) fn undescribed(raw: RawResponse) -> Error<()> {
    if !raw.is_answer() {
        return Error::Api(ApiError::new(raw));
    }
    let error = DecodeError::of_document(format!("the status {} is not described", raw.status()));
    Error::Response(InvalidResponse::new(error, raw))
}
