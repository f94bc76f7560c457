//! From an HTTP response to the output of an operation, or to the reason why there is none.

use bytes::Bytes;

use super::answer::Answer;
use super::api_error::ApiError;
use super::decode_error::DecodeError;
use super::error::Error;
use super::invalid_response::InvalidResponse;
use super::read::read_json;
use super::service::Endpoint;
use super::slot::{Place, Slot};

/// Fills `output` from a successful response. The kind of an error is left to the caller, who knows its type.
pub(super) fn decode(
    endpoint: &Endpoint,
    response: http::Response<Bytes>,
    output: &mut dyn Place,
) -> Result<(), Error<()>> {
    let answer = Answer::new(endpoint.service, response);
    if !answer.is_success() {
        return Err(Error::Api(ApiError::new(endpoint.service, answer)));
    }
    read_body(answer.bytes(), output)
        .map_err(|error| Error::Response(InvalidResponse::new(endpoint.name, error, answer)))
}

fn read_body(body: &[u8], output: &mut dyn Place) -> Result<(), DecodeError> {
    // The call has taken effect; whatever the server says about it is no failure.
    if matches!(output.slot(), Slot::Nothing) {
        return Ok(());
    }
    let text = std::str::from_utf8(body)
        .map_err(|error| DecodeError::of_document(format!("expected JSON, found other than UTF-8: {error}")))?;
    read_json(text, output)
}
