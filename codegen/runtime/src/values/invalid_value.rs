//! Values that a type cannot hold.

use std::error::Error;
use std::fmt;

/// What was to become a value is none of its kind: a text that does not spell one, or parts out of range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidValue {
    expected: &'static str,
}

impl InvalidValue {
    pub(crate) const fn new(expected: &'static str) -> Self {
        Self { expected }
    }
}

impl fmt::Display for InvalidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this is not {}", self.expected)
    }
}

impl Error for InvalidValue {}

/// Lets a scalar be parsed from each text that it is read from.
macro_rules! from_text {
    ($name:ident) => {
        impl ::std::str::FromStr for $name {
            type Err = $crate::runtime::InvalidValue;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                use $crate::runtime::{Scalar, Token, WireForm};
                let mut value: Self = $crate::runtime::blank();
                if value.accept(Token::Text(text.into()), WireForm::Default) {
                    Ok(value)
                } else {
                    Err($crate::runtime::InvalidValue::new(Scalar::expected(&value)))
                }
            }
        }
    };
}
pub(crate) use from_text;
