//! Why a delivery is not taken.

use std::error::Error;
use std::fmt;

use crate::runtime::json::decode_error::DecodeError;

/// Why a delivery is not taken. None of them shows a secret, a signature, or more of the body than a [`DecodeError`] does.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WebhookError {
    /// A header that its signature needs is missing, or is no text.
    MissingHeader(&'static str),
    /// A header of its signature is not what it must be: which one, and what is wrong with it.
    InvalidHeader(&'static str, &'static str),
    /// The verifier has no secret, or one that is none: an empty one would let everybody sign.
    InvalidSecret(&'static str),
    /// It was signed with none of the secrets, or was changed on its way.
    WrongSignature,
    /// It was signed so many seconds ago, which is longer than the tolerance.
    TooOld(u64),
    /// It was signed so many seconds in the future, which is more than the tolerance.
    TooNew(u64),
    /// Its body is no event of this API.
    Unreadable(DecodeError),
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingHeader(name) => write!(f, "the header `{name}` is missing: no webhook of this service came"),
            Self::InvalidHeader(name, reason) => write!(f, "the header `{name}` {reason}"),
            Self::InvalidSecret(reason) => write!(f, "the webhook cannot be verified: {reason}"),
            Self::WrongSignature => f.write_str(
                "the signature of the webhook is wrong: check that the secret is that of this endpoint and mode, and that the \
                 body is what came, byte for byte, not parsed and written again",
            ),
            Self::TooOld(seconds) => {
                write!(f, "the webhook was signed {seconds} seconds ago: it was sent before, or the clock is ahead")
            }
            Self::TooNew(seconds) => {
                write!(f, "the webhook was signed {seconds} seconds in the future: the clock is behind")
            }
            Self::Unreadable(error) => write!(f, "the body of the webhook is no event: {error}"),
        }
    }
}

impl Error for WebhookError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        if let Self::Unreadable(error) = self { Some(error) } else { None }
    }
}

impl From<DecodeError> for WebhookError {
    fn from(error: DecodeError) -> Self {
        Self::Unreadable(error)
    }
}
