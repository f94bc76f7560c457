//! Values that a description fixes: how they are written, and compared with what came.

use std::borrow::Cow;

use crate::runtime::json::number::Number;
use crate::runtime::json::scalar::{Scalar, Token, WireForm};

/// A value that a description fixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Literal {
    /// A text.
    Text(&'static str),
    /// A whole number.
    Integer(i64),
    /// Any other number, by its digits.
    Number(&'static str),
    /// `true` or `false`.
    Boolean(bool),
}

impl Literal {
    /// Whether a token says the same.
    pub(super) fn is(self, token: &Token<'_>) -> bool {
        match (self, token) {
            (Self::Integer(integer), Token::Number(digits)) => digits.parse() == Ok(integer),
            (Self::Number(number), Token::Number(digits)) => Number::parse(number)
                .zip(Number::parse(digits))
                .is_some_and(|(own, other)| own.cmp_value(&other).is_eq()),
            (_, token) => self.as_token() == *token,
        }
    }

    /// The literal as text.
    pub(super) fn as_text(self) -> Cow<'static, str> {
        match self {
            Self::Text(text) | Self::Number(text) => text.into(),
            Self::Integer(integer) => integer.to_string().into(),
            Self::Boolean(truth) => (if truth { "true" } else { "false" }).into(),
        }
    }

    /// The literal as a scalar of JSON.
    pub(crate) fn as_token(self) -> Token<'static> {
        match self {
            Self::Text(text) => Token::Text(text.into()),
            Self::Integer(integer) => Token::Number(integer.to_string().into()),
            Self::Number(digits) => Token::Number(digits.into()),
            Self::Boolean(truth) => Token::Boolean(truth),
        }
    }
}

/// Only writing needs it: what is read is compared, and not kept.
impl Scalar for Literal {
    fn expected(&self) -> &'static str {
        "a constant"
    }

    fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
        self.is(&token)
    }

    fn token(&self, _form: WireForm) -> Token<'_> {
        self.as_token()
    }
}

/// A value that a description fixes: a text, or another one in brackets, such as `(Integer(1))`.
macro_rules! literal {
    (($($literal:tt)+)) => { $crate::runtime::Literal::$($literal)+ };
    ($text:literal) => { $crate::runtime::Literal::Text($text) };
}
pub(crate) use literal;
