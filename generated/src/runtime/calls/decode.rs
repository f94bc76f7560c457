//! From a response to the output of an operation, or to the reason why there is none.

use crate::runtime::errors::api_error::ApiError;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::invalid_response::InvalidResponse;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::reading::read::read_json;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Place, Slot};
use crate::runtime::responses::raw_response::RawResponse;

/// Fills `output`, which may have a form of its own, from a successful response. The kind of an error is left to the caller, who knows its type.
pub(super) fn decode(raw: RawResponse, output: &mut dyn Place, form: WireForm) -> Result<RawResponse, Error<()>> {
    if !raw.is_success() {
        return Err(Error::Api(ApiError::new(raw)));
    }
    let error = match read_body(raw.body(), output, form) {
        Ok(()) => return Ok(raw),
        Err(_) if raw.is_html() => DecodeError::of_document("expected JSON, found HTML"),
        Err(error) => error,
    };
    Err(Error::Response(InvalidResponse::new(error, raw)))
}

fn read_body(body: &[u8], output: &mut dyn Place, form: WireForm) -> Result<(), DecodeError> {
    // Nothing is an answer where none is expected, or where it may be `null`. A page in HTML is none anywhere: it comes
    // from what stands before the service, which did not see the call.
    if body.is_empty() && matches!(output.slot(), Slot::Nothing | Slot::Optional(_)) {
        return Ok(());
    }
    let text = std::str::from_utf8(body)
        .map_err(|error| DecodeError::of_document(format!("expected JSON, found other than UTF-8: {error}")))?;
    read_json(text, output, form)
}
