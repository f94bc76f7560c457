//! Answers that are one JSON document, or nothing.

use crate::runtime::contents::content::Content;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::reading::read::read_json;
use crate::runtime::json::slot::{Place, Slot};
use crate::runtime::responses::raw_response::RawResponse;

/// A JSON document.
pub(crate) const ONE_DOCUMENT: &Content = &Content { read, cut: None };

fn read(raw: &RawResponse, output: &mut dyn Place) -> Result<(), DecodeError> {
    match read_document(raw, output) {
        Err(_) if raw.is_html() => Err(DecodeError::of_document("expected JSON, found HTML")),
        result => result,
    }
}

fn read_document(raw: &RawResponse, output: &mut dyn Place) -> Result<(), DecodeError> {
    // Nothing is an answer where none is expected, or where it may be `null`. A page in HTML is none anywhere: it comes
    // from what stands before the service, which did not see the call.
    if raw.body().is_empty() && matches!(output.slot(), Slot::Nothing | Slot::Optional(_)) {
        return Ok(());
    }
    let text = std::str::from_utf8(raw.body())
        .map_err(|error| DecodeError::of_document(format!("expected JSON, found other than UTF-8: {error}")))?;
    read_json(text, output, raw.endpoint().answer)
}
