//! Texts that a server hands out and nobody else is to see.

use std::borrow::Cow;
use std::fmt;

use zeroize::Zeroizing;

use crate::runtime::credentials::api_key::ApiKey;
use crate::runtime::json::serde_impls::serde_impls;
use crate::runtime::json::slot::{Blank, Place, Slot, Text};

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

impl Text for Secret {
    fn accept_text(&mut self, text: &str) -> bool {
        *self = text.into();
        true
    }

    fn text(&self) -> Cow<'_, str> {
        self.expose().into()
    }
}

impl Place for Secret {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }
}

impl Blank for Secret {
    fn blank() -> Self {
        Self(Zeroizing::default())
    }
}

serde_impls!(Secret);
