//! Universally unique identifiers.

use std::fmt;

use crate::runtime::json::scalar::{Scalar, Token, WireForm};
use crate::runtime::json::scalar_impls::scalar;
use crate::runtime::values::invalid_value::from_text;

/// A universally unique identifier (UUID) of any version.
///
/// It is read from text in either letter case, with or without its four hyphens, and compared by value. It is written
/// as RFC 9562 asks: in lower case, with hyphens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uuid([u8; 16]);

impl Uuid {
    /// The identifier with these bytes, the first of which are the first digits.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes, in the order of the digits.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// The identifier that a text spells.
    fn read(text: &str) -> Option<Self> {
        let digits = text.replace('-', "");
        let groups = text.split('-').map(str::len);
        let is_uuid = digits.len() == 32 && (text.len() == 32 || groups.eq([8, 4, 4, 4, 12]));
        // The parser of integers takes a plus sign.
        let is_hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = u128::from_str_radix(&digits, 16).ok().filter(|_| is_uuid && is_hexadecimal)?;
        Some(Self(number.to_be_bytes()))
    }
}

impl fmt::Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:032x}", u128::from_be_bytes(self.0));
        let [one, two, three, four, five] =
            [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
        f.pad(&format!("{one}-{two}-{three}-{four}-{five}"))
    }
}

impl fmt::Debug for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Scalar for Uuid {
    fn expected(&self) -> &'static str {
        "a UUID such as \"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\""
    }

    fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
        let Token::Text(text) = token else { return false };
        Self::read(&text).map(|uuid| *self = uuid).is_some()
    }

    fn token(&self, _form: WireForm) -> Token<'_> {
        Token::Text(self.to_string().into())
    }
}

scalar!(Uuid, Self([0; 16]));
from_text!(Uuid);
