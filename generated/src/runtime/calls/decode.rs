//! From a response to the output of an operation, or to the reason why there is none.

use crate::runtime::answers::answer::Parts;
use crate::runtime::answers::fill::{fill, found_page};
use crate::runtime::errors::api_error::ApiError;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::invalid_response::InvalidResponse;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::responses::raw_response::RawResponse;

/// Fills the parts of an output from a response. The kind of an error is left to the caller, who knows its type.
pub(super) fn decode(raw: RawResponse, parts: Parts<'_>) -> Result<RawResponse, Error<()>> {
    let raw = successful(raw)?;
    let endpoint = raw.endpoint();
    let error = match fill(parts, &raw, endpoint.traits.content, endpoint.answer) {
        Ok(()) => return Ok(raw),
        Err(error) => found_page(&raw, endpoint.traits.content).unwrap_or(error),
    };
    Err(Error::Response(InvalidResponse::new(error, raw)))
}

/// The response, unless it is a refusal, or compressed without being asked for, or a page in place of a stream, in which
/// anything may pass for a comment.
pub(crate) fn successful(raw: RawResponse) -> Result<RawResponse, Error<()>> {
    if !raw.is_answer() {
        return Err(Error::Api(ApiError::new(raw)));
    }
    let content = raw.endpoint().traits.content;
    match found_encoding(&raw).or_else(|| content.cut.and_then(|_| found_page(&raw, content))) {
        Some(error) => Err(Error::Response(InvalidResponse::new(error, raw))),
        None => Ok(raw),
    }
}

/// What is said of a body that is compressed in a way that was not asked for.
fn found_encoding(raw: &RawResponse) -> Option<DecodeError> {
    let encoding = raw.encoding()?;
    Some(DecodeError::of_document(format!("expected a body as it is, found {encoding}, which was not asked for")))
}

/// Why there is no output of a response with a status of which the description says nothing.
pub(super) fn undescribed(raw: RawResponse) -> Error<()> {
    if !raw.is_answer() {
        return Error::Api(ApiError::new(raw));
    }
    let error = DecodeError::of_document(format!("the status {} is not described", raw.status()));
    Error::Response(InvalidResponse::new(error, raw))
}
