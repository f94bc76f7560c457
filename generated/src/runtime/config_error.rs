//! Why a client cannot be made.

use std::error::Error;
use std::fmt;

/// A setting that a client cannot work with. It never shows the API key, nor the base URL, which may hold a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// The API key is missing, empty, or holds what no key does: a space, a line break, or other than ASCII.
    ApiKey,
    /// The base URL is refused, for this reason.
    BaseUrl(&'static str),
    /// A header of the API's description is not a header of HTTP: its name.
    Header(&'static str),
    /// The connection for `https` cannot be prepared, for this reason.
    Tls(String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ApiKey => f.write_str(
                "the API key is missing or holds a space, a line break or other than ASCII: \
                 check that it was read whole and without what surrounds it",
            ),
            Self::BaseUrl(reason) => write!(f, "the base URL is refused: {reason}"),
            Self::Header(name) => write!(f, "the header `{name}` of the API's description is not valid"),
            Self::Tls(reason) => write!(f, "https is not available: {reason}"),
        }
    }
}

impl Error for ConfigError {}
