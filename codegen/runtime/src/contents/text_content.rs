//! Answers that are a text.

use bytes::Bytes;

use crate::runtime::contents::content::Content;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::{Place, Slot};

/// A text in UTF-8, which stands by itself.
pub(crate) const TEXT: &Content = &Content { read, expected: None, cut: None };

fn read(body: &Bytes, output: &mut dyn Place, form: WireForm, _: Option<&'static str>) -> Result<(), DecodeError> {
    let text = std::str::from_utf8(body)
        .map_err(|error| DecodeError::of_document(format!("expected a text, found other than UTF-8: {error}")))?;
    let slot = output.slot();
    let expected = slot.expected();
    if let Slot::Scalar(scalar) = slot
        && scalar.accept(Token::Text(text.into()), form)
    {
        return Ok(());
    }
    Err(DecodeError::of_document(format!("expected {expected} as a text")))
}
