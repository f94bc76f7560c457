//! Answers that are one JSON document, or nothing.

use bytes::Bytes;

use crate::runtime::contents::content::Content;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::reading::read::read_json;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Place, Slot};

/// A JSON document.
pub(crate) const ONE_DOCUMENT: &Content = &Content { read, expected: Some("JSON"), cut: None };

fn read(body: &Bytes, output: &mut dyn Place, form: WireForm, _: Option<&'static str>) -> Result<(), DecodeError> {
    // Nothing is an answer where none is expected, or where it may be `null`.
    if body.is_empty() && matches!(output.slot(), Slot::Nothing | Slot::Optional(_)) {
        return Ok(());
    }
    let text = std::str::from_utf8(body)
        .map_err(|error| DecodeError::of_document(format!("expected JSON, found other than UTF-8: {error}")))?;
    read_json(text, output, form)
}
