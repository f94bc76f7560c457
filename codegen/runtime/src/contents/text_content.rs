//! Answers that are a text.

use crate::runtime::contents::content::Content;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::scalar::Token;
use crate::runtime::json::slot::{Place, Slot};
use crate::runtime::responses::raw_response::RawResponse;

/// A text in UTF-8, which stands by itself.
pub(crate) const TEXT: &Content = &Content { read, cut: None };

fn read(raw: &RawResponse, output: &mut dyn Place) -> Result<(), DecodeError> {
    let text = std::str::from_utf8(raw.body())
        .map_err(|error| DecodeError::of_document(format!("expected a text, found other than UTF-8: {error}")))?;
    let slot = output.slot();
    let expected = slot.expected();
    if let Slot::Scalar(scalar) = slot
        && scalar.accept(Token::Text(text.into()), raw.endpoint().answer)
    {
        return Ok(());
    }
    Err(DecodeError::of_document(format!("expected {expected} as a text")))
}
