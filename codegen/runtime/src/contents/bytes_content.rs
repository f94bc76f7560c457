//! Answers that are bytes.

use bytes::Bytes;

use crate::runtime::contents::content::Content;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Place, Slot};

/// Bytes as they came.
pub(crate) const BYTES: &Content = &Content { read, expected: None, cut: None };

fn read(body: &Bytes, output: &mut dyn Place, _: WireForm, _: Option<&'static str>) -> Result<(), DecodeError> {
    match output.slot() {
        Slot::Raw(bytes) => *bytes = body.clone(),
        slot => return Err(DecodeError::of_document(format!("expected {}, found bytes", slot.expected()))),
    }
    Ok(())
}
