//! Bytes that JSON carries as text.

use std::fmt;
use std::ops::Deref;

use crate::runtime::base64::{STANDARD, URL_SAFE, decode, encode};
use crate::runtime::json::scalar::{Scalar, Token, WireForm};
use crate::runtime::json::scalar_impls::scalar;
use crate::runtime::values::invalid_value::InvalidValue;

/// Bytes, which are text in Base64 on the wire.
///
/// They are read in either alphabet, with or without padding, and over several lines; and written in the standard one
/// with padding, or in the one for URLs without, as the API wants. Debug output shows how many there are, and none of them.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bytes(Vec<u8>);

const EXPECTED: &str = "a string in Base64";

impl Bytes {
    /// The bytes that a text in Base64 stands for.
    ///
    /// # Errors
    ///
    /// The text is none in Base64, or the bits at its end make no byte.
    pub fn from_base64(text: &str) -> Result<Self, InvalidValue> {
        decode(text).map(Self).ok_or(InvalidValue::new(EXPECTED))
    }

    /// The text in the standard alphabet of Base64, with padding.
    #[must_use]
    pub fn to_base64(&self) -> String {
        encode(&self.0, STANDARD)
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bytes([{} bytes])", self.0.len())
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl<const LENGTH: usize> From<[u8; LENGTH]> for Bytes {
    fn from(bytes: [u8; LENGTH]) -> Self {
        Self(bytes.into())
    }
}

impl<const LENGTH: usize> From<&[u8; LENGTH]> for Bytes {
    fn from(bytes: &[u8; LENGTH]) -> Self {
        Self(bytes.into())
    }
}

impl From<Bytes> for Vec<u8> {
    fn from(bytes: Bytes) -> Self {
        bytes.0
    }
}

impl Scalar for Bytes {
    fn expected(&self) -> &'static str {
        EXPECTED
    }

    fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
        let Token::Text(text) = token else { return false };
        decode(&text).map(|bytes| self.0 = bytes).is_some()
    }

    fn token(&self, form: WireForm) -> Token<'_> {
        Token::Text(match form {
            WireForm::Base64Url => encode(&self.0, URL_SAFE).trim_end_matches('=').to_owned().into(),
            _ => encode(&self.0, STANDARD).into(),
        })
    }
}

scalar!(Bytes, Self::default());
