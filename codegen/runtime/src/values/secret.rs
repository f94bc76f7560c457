//! Texts that a server hands out and nobody else is to see.

use std::fmt;

use zeroize::Zeroizing;

use crate::runtime::credentials::api_key::ApiKey;
use crate::runtime::json::scalar::{Scalar, Token, WireForm};
use crate::runtime::json::scalar_impls::scalar;

/// A secret text, such as a token. It is not shown in debug output, and its memory is overwritten once nobody needs it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The text. Whoever takes it has to keep it out of logs.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret([redacted])")
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

/// A token signs requests as a key does.
impl From<&Secret> for ApiKey {
    fn from(secret: &Secret) -> Self {
        secret.expose().into()
    }
}

impl Scalar for Secret {
    fn expected(&self) -> &'static str {
        "a string"
    }

    fn is_secret(&self) -> bool {
        true
    }

    fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
        let Token::Text(text) = token else { return false };
        *self = text.into_owned().into();
        true
    }

    fn token(&self, _form: WireForm) -> Token<'_> {
        Token::Text(self.expose().into())
    }
}

scalar!(Secret, Self(Zeroizing::default()));
