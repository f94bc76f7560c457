//! Why a token endpoint gave no token.

use std::error::Error;
use std::fmt;

use crate::runtime::errors::transport_error::TransportError;

/// No access token was given, so that a call was not made. It is behind the
/// [`TransportError`](crate::runtime::TransportError) of the call, as its source.
#[derive(Clone, Debug)]
pub struct TokenError {
    failure: Failure,
}

#[derive(Clone, Debug)]
pub(super) enum Failure {
    /// It refused or failed, perhaps with one of the codes of RFC 6749.
    Refused(u16, Option<&'static str>),
    /// It answered with something else than a token.
    NoToken(u16, &'static str),
    /// No answer came.
    Unreached(TransportError),
}

impl TokenError {
    pub(super) fn new(failure: Failure) -> Self {
        Self { failure }
    }

    /// The status with which the token endpoint answered, if it did.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self.failure {
            Failure::Refused(status, _) | Failure::NoToken(status, _) => Some(status),
            Failure::Unreached(_) => None,
        }
    }

    /// The code with which it refused, if that is one of RFC 6749, such as `invalid_client`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self.failure {
            Failure::Refused(_, code) => code,
            _ => None,
        }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is no access token: ")?;
        match &self.failure {
            Failure::Refused(status, Some(code)) => write!(f, "the token endpoint answered {status}: {code}"),
            Failure::Refused(status, None) => write!(f, "the token endpoint answered {status}"),
            Failure::NoToken(status, what) => write!(f, "the token endpoint answered {status} {what}"),
            Failure::Unreached(_) => f.write_str("the token endpoint did not answer"),
        }
    }
}

impl Error for TokenError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.failure {
            Failure::Unreached(error) => Some(error),
            _ => None,
        }
    }
}
