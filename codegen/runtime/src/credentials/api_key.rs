//! The secret that a client proves itself with.

use std::fmt;

use bytes::Bytes;
use http::HeaderValue;
use zeroize::Zeroizing;

/// An API key. It is sent to the server and shown nowhere, and its memory is overwritten once nobody needs it.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(Zeroizing<String>);

impl ApiKey {
    /// The value of the `Authorization` header, if the key can stand in one.
    pub(crate) fn bearer(&self) -> Option<HeaderValue> {
        self.behind("Bearer ")
    }

    /// The value of a header in which the key stands behind a text, if it can: no key holds a space, a line break or other
    /// than ASCII.
    pub(crate) fn behind(&self, prefix: &str) -> Option<HeaderValue> {
        if self.0.is_empty() || !self.0.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        // The header takes the bytes as they lie, so that there is no second copy to overwrite.
        let value = Zeroizing::new(format!("{prefix}{}", *self.0).into_bytes());
        let mut value = HeaderValue::from_maybe_shared(Bytes::from_owner(value)).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    /// The key itself. Whoever takes it has to keep it out of logs.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey([redacted])")
    }
}

impl From<&str> for ApiKey {
    fn from(key: &str) -> Self {
        key.to_owned().into()
    }
}

impl From<String> for ApiKey {
    fn from(key: String) -> Self {
        Self(Zeroizing::new(key))
    }
}
