//! Answers that are bytes.

use crate::runtime::contents::content::Content;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::slot::{Place, Slot};
use crate::runtime::responses::raw_response::RawResponse;

/// Bytes as they came.
pub(crate) const BYTES: &Content = &Content { read, cut: None };

fn read(raw: &RawResponse, output: &mut dyn Place) -> Result<(), DecodeError> {
    match output.slot() {
        Slot::Raw(bytes) => *bytes = raw.bytes().clone(),
        slot => return Err(DecodeError::of_document(format!("expected {}, found bytes", slot.expected()))),
    }
    Ok(())
}
