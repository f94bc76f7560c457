//! Why a client cannot be made.

use std::error::Error;
use std::fmt;

/// A setting that a client cannot work with. It never shows the API key, nor the URL of the service or of a proxy, which
/// may hold a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// The API key is missing, empty, or holds what no key does: a space, a line break, or other than ASCII.
    ApiKey,
    /// The base URL is refused, for this reason.
    BaseUrl(&'static str),
    /// The service has no server of this name.
    Server(String),
    /// A header cannot be sent, or is one that the client writes itself: its name.
    Header(String),
    /// The connection for `https` cannot be prepared, for this reason.
    Tls(String),
    /// An idempotency key is empty, longer than 255 characters, or cannot stand in an HTTP header.
    IdempotencyKey,
    /// The proxy cannot be used, for this reason.
    Proxy(&'static str),
}

impl ConfigError {
    pub(crate) fn header(name: &str) -> Self {
        Self::Header(name.to_owned())
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ApiKey => f.write_str(
                "the API key is missing or holds a space, a line break or other than ASCII: \
                 check that it was read whole and without what surrounds it",
            ),
            Self::BaseUrl(reason) => write!(f, "the base URL is refused: {reason}"),
            Self::Header(name) => write!(
                f,
                "the header `{}` is not valid, or is one that the client writes itself",
                name.escape_default()
            ),
            Self::IdempotencyKey => {
                f.write_str("an idempotency key has 1 to 255 characters that can stand in an HTTP header")
            }
            Self::Proxy(reason) => write!(f, "the proxy is refused: {reason}"),
            Self::Server(name) => write!(f, "the service has no server `{}`", name.escape_default()),
            Self::Tls(reason) => write!(f, "https is not available: {reason}"),
        }
    }
}

impl Error for ConfigError {}
