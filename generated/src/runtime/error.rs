//! Why a call gave no output.

use std::borrow::Cow;
use std::fmt;

use super::api_error::ApiError;
use super::error_enum::ErrorCode;
use super::invalid_request::InvalidRequest;
use super::invalid_response::InvalidResponse;
use super::transport_error::TransportError;

/// Why a call gave no output. `E` is the enum of the operation's own error codes.
///
/// Its text is one line that a person can act on.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// The server refused or failed: any status but 2xx.
    Api(ApiError<E>),
    /// The server answered with success, but its answer does not fit.
    Response(InvalidResponse),
    /// The request cannot be sent as it is; nothing was sent.
    Request(InvalidRequest),
    /// No answer came.
    Transport(TransportError),
}

impl<E> Error<E> {
    /// The HTTP status, if there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Api(error) => Some(error.status()),
            Self::Response(error) => Some(error.status()),
            Self::Request(_) | Self::Transport(_) => None,
        }
    }

    /// The code of the error as it came, if the server named one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Api(error) => error.code(),
            _ => None,
        }
    }

    /// What the server says about the error, if it says anything.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        match self {
            Self::Api(error) => error.message(),
            _ => None,
        }
    }

    /// What the support of the API knows the request by.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Api(error) => error.request_id(),
            Self::Response(error) => error.request_id(),
            Self::Request(_) | Self::Transport(_) => None,
        }
    }

    /// The body of the answer, if there was one; what is not UTF-8 is replaced.
    #[must_use]
    pub fn body(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Api(error) => Some(error.body()),
            Self::Response(error) => Some(error.body()),
            Self::Request(_) | Self::Transport(_) => None,
        }
    }
}

impl Error<()> {
    /// Names the kind of the error, if it has one, in the terms of an operation.
    pub(super) fn with_kind<E: ErrorCode>(self) -> Error<E> {
        match self {
            Self::Api(error) => Error::Api(error.with_kind()),
            Self::Response(error) => Error::Response(error),
            Self::Request(error) => Error::Request(error),
            Self::Transport(error) => Error::Transport(error),
        }
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f),
            Self::Response(error) => error.fmt(f),
            Self::Request(error) => error.fmt(f),
            Self::Transport(error) => error.fmt(f),
        }
    }
}

impl<E: fmt::Debug> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Api(_) | Self::Request(_) => None,
            Self::Response(error) => error.source(),
            Self::Transport(error) => error.source(),
        }
    }
}

impl<E> From<InvalidRequest> for Error<E> {
    fn from(error: InvalidRequest) -> Self {
        Self::Request(error)
    }
}

impl<E> From<TransportError> for Error<E> {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}
