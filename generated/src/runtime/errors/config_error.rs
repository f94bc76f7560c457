//! Why a client cannot be made.

use std::error::Error;
use std::fmt;

use crate::runtime::api::scheme::Scheme;

/// A setting that a client cannot work with. It never shows the API key, nor the URL of the service or of a proxy, which
/// may hold a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// The API key is missing, empty, or holds what no key does: a space, a line break, or other than ASCII.
    ApiKey,
    /// What proves this scheme, such as a user and a password, is missing, empty, or cannot stand in a request.
    Credentials(&'static str),
    /// The base URL is refused, for this reason.
    BaseUrl(&'static str),
    /// The service has no server of this name.
    Server(String),
    /// What is to stand in the URL of a server cannot: the name of the variable, and the reason.
    ServerVariable(&'static str, String),
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
    /// What proves a scheme cannot be used. Where there is one key, everybody calls it the API key.
    pub(crate) fn credentials(scheme: &Scheme) -> Self {
        if scheme.name == "api_key" { Self::ApiKey } else { Self::Credentials(scheme.name) }
    }

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
            Self::Credentials(scheme) => write!(
                f,
                "the credentials `{scheme}` are missing or hold what cannot stand in a request: \
                 check that they were read whole and without what surrounds them"
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
            Self::ServerVariable(name, reason) => write!(f, "the value of `{name}` is refused: {reason}"),
            Self::Tls(reason) => write!(f, "https is not available: {reason}"),
        }
    }
}

impl Error for ConfigError {}
