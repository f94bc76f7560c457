//! From a part of a document to the scalar that it is.

use serde_json::value::RawValue;

use crate::runtime::json::decode_error::{Failed, Fault};
use crate::runtime::json::scalar::{Scalar, Token, WireForm};

/// What a part of a document is, as far as scalars are concerned.
pub(super) enum Part<'a> {
    Token(Token<'a>),
    List,
    Object,
}

/// Cuts a token out of a part. A text mostly has no escapes and is not copied then.
pub(super) fn token(part: &RawValue) -> Part<'_> {
    let json = part.get();
    Part::Token(match json.as_bytes().first() {
        Some(b'"') => match json.get(1..json.len() - 1) {
            Some(text) if !text.as_bytes().contains(&b'\\') => Token::Text(text.into()),
            _ => Token::Text(serde_json::from_str::<String>(json).unwrap_or_default().into()),
        },
        Some(b't') => Token::Boolean(true),
        Some(b'f') => Token::Boolean(false),
        Some(b'[') => return Part::List,
        Some(b'{') => return Part::Object,
        Some(b'-' | b'0'..=b'9') => Token::Number(json.into()),
        _ => Token::Null,
    })
}

/// Fills a scalar from a part, which is only looked at again to say why it does not fit.
pub(super) fn fill<'p>(
    scalar: &mut dyn Scalar,
    part: impl Fn() -> Part<'p>,
    form: WireForm,
    fault: &mut Fault,
) -> Result<(), Failed> {
    if let Part::Token(token) = part()
        && scalar.accept(token, form)
    {
        return Ok(());
    }
    fault.describe(scalar.expected(), found(&part()));
    Err(Failed)
}

/// A part in words, of bounded length.
pub(super) fn found(part: &Part<'_>) -> String {
    match part {
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
