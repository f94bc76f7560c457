//! From a response to the output of an operation, or to the reason why there is none.

use crate::runtime::errors::api_error::ApiError;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::invalid_response::InvalidResponse;
use crate::runtime::json::slot::Place;
use crate::runtime::responses::raw_response::RawResponse;

/// Fills `output` from a successful response. The kind of an error is left to the caller, who knows its type.
pub(super) fn decode(raw: RawResponse, output: &mut dyn Place) -> Result<RawResponse, Error<()>> {
    if !raw.is_success() {
        return Err(Error::Api(ApiError::new(raw)));
    }
    match (raw.endpoint().traits.content.read)(&raw, output) {
        Ok(()) => Ok(raw),
        Err(error) => Err(Error::Response(InvalidResponse::new(error, raw))),
    }
}
