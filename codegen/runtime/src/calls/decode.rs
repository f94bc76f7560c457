//! From a response to the output of an operation, or to the reason why there is none.

use crate::runtime::errors::api_error::ApiError;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::invalid_response::InvalidResponse;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::slot::Place;
use crate::runtime::responses::raw_response::RawResponse;

/// Fills `output` from a successful response. The kind of an error is left to the caller, who knows its type.
pub(super) fn decode(raw: RawResponse, output: &mut dyn Place) -> Result<RawResponse, Error<()>> {
    let raw = successful(raw)?;
    let endpoint = raw.endpoint();
    let error = match (endpoint.traits.content.read)(raw.bytes(), output, endpoint.answer, endpoint.traits.done) {
        Ok(()) => return Ok(raw),
        Err(error) => found_page(&raw).unwrap_or(error),
    };
    Err(Error::Response(InvalidResponse::new(error, raw)))
}

/// The response, unless it is a refusal, or compressed without being asked for, or a page in place of a stream, in which anything may pass for a comment.
pub(crate) fn successful(raw: RawResponse) -> Result<RawResponse, Error<()>> {
    if !raw.is_success() {
        return Err(Error::Api(ApiError::new(raw)));
    }
    let is_stream = raw.endpoint().traits.content.cut.is_some();
    match found_encoding(&raw).or_else(|| found_page(&raw).filter(|_| is_stream)) {
        Some(error) => Err(Error::Response(InvalidResponse::new(error, raw))),
        None => Ok(raw),
    }
}

/// What is said of a body that is compressed in a way that was not asked for.
fn found_encoding(raw: &RawResponse) -> Option<DecodeError> {
    let encoding = raw.encoding()?;
    Some(DecodeError::of_document(format!("expected a body as it is, found {encoding}, which was not asked for")))
}

/// What is said of a page in HTML where one is none: it comes from what stands before the service, which did not see the
/// call.
fn found_page(raw: &RawResponse) -> Option<DecodeError> {
    let expected = raw.endpoint().traits.content.expected.filter(|_| raw.is_html())?;
    Some(DecodeError::of_document(format!("expected {expected}, found HTML")))
}
