//! From a part of a document to the scalar that it is, or to words that say what it is.

use crate::runtime::json::decode_error::{Failed, Fault};
use crate::runtime::json::reading::cursor::Part;
use crate::runtime::json::scalar::{Scalar, Token, WireForm};

/// Fills a scalar from a part.
pub(super) fn fill(scalar: &mut dyn Scalar, part: &Part<'_>, form: WireForm, fault: &mut Fault) -> Result<(), Failed> {
    if let Part::Token(token) = part
        && scalar.accept(token.clone(), form)
    {
        return Ok(());
    }
    fault.describe(scalar.expected(), found(part));
    Err(Failed)
}

/// A part in words, of bounded length.
pub(super) fn found(part: &Part<'_>) -> String {
    match part {
        Part::Broken => "a string with half of a character".to_owned(),
        Part::List => "an array".to_owned(),
        Part::Object => "an object".to_owned(),
        Part::Token(Token::Null) => "null".to_owned(),
        Part::Token(Token::Boolean(truth)) => format!("the boolean {truth}"),
        Part::Token(Token::Number(digits)) => format!("the number {}", start_of(digits)),
        Part::Token(Token::Text(text)) => match start_of(text) {
            start if start.len() < text.len() => format!("{start:?}…"),
            whole => format!("{whole:?}"),
        },
    }
}

fn start_of(text: &str) -> &str {
    text.char_indices().nth(40).map_or(text, |(end, _)| &text[..end])
}
