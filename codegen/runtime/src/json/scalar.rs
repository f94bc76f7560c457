//! Scalars: how a value without parts is read and written.
//!
//! Reading is generous where nothing is lost and nothing is guessed, writing is exact.

use std::any::Any;
use std::borrow::Cow;

use crate::runtime::json::bound::Bound;

/// A scalar as it stands in JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// `null`. No scalar is read from it; a number that JSON has no digits for is written as it.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, by its digits as JSON writes them, so that none is lost: `12.50`, `1e3`.
    Number(Cow<'a, str>),
    /// A text, without its quotes and escapes.
    Text(Cow<'a, str>),
}

impl Token<'_> {
    /// The text, if it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Null | Self::Boolean(_) | Self::Number(_) => None,
        }
    }
}

/// How a scalar is written, where its type has several ways.
///
/// The description gives it for a member, and the protocol for all instants. A scalar for which a form means nothing is
/// written by default. Reading takes what tells its own form, whatever the form is; the form says what is meant by the
/// rest, such as a number where an instant or a span of time stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(dead_code, reason = "a description may ask for none of them")]
pub enum WireForm {
    /// As the type is written where nothing else is said: instants as RFC 3339, decimals and amounts as text, spans of
    /// time as ISO 8601, bytes in the standard alphabet of Base64.
    #[default]
    Default,
    /// Instants as text such as `2025-08-27T12:00:00.000Z`.
    Rfc3339,
    /// Instants as whole seconds since the Unix epoch; what they have beyond is left out.
    Unix,
    /// Instants as seconds since the Unix epoch, with a fraction where they have one.
    UnixFraction,
    /// Instants as whole milliseconds since the Unix epoch; what they have beyond is left out.
    UnixMillis,
    /// Decimals and amounts as numbers.
    Number,
    /// Spans of time as a number of seconds, with a fraction where they have one.
    Seconds,
    /// Bytes in the alphabet of Base64 that is safe in URLs, without padding.
    Base64Url,
}

impl WireForm {
    /// The form that a member says, or else that of what is around it.
    pub(crate) fn or(self, around: Self) -> Self {
        if self == Self::Default { around } else { self }
    }
}

/// A value without parts, which is one token of JSON.
pub trait Scalar {
    /// What is read, as an error message names it.
    fn expected(&self) -> &'static str;

    /// Takes the value that a token stands for. If there is none, the value stays as it was, and `false` is returned.
    fn accept(&mut self, token: Token<'_>, form: WireForm) -> bool;

    /// The token that is written.
    fn token(&self, form: WireForm) -> Token<'_>;

    /// What it is besides, for bodies that are not JSON: a file.
    fn as_any(&self) -> Option<&dyn Any> {
        None
    }

    /// Whether nobody else is to see it.
    fn is_secret(&self) -> bool {
        false
    }

    /// What its type holds it to, before it is sent.
    fn bounds(&self) -> &'static [Bound] {
        &[]
    }
}

/// A form by its name; without one, that of what is around.
macro_rules! form {
    () => {
        $crate::runtime::WireForm::Default
    };
    ($form:ident) => {
        $crate::runtime::WireForm::$form
    };
}
pub(crate) use form;
