//! Why a call gave no output.

use std::fmt;
use std::time::Duration;

use serde_json::Value;

use crate::runtime::errors::any_code::AnyCode;
use crate::runtime::errors::api_error::ApiError;
use crate::runtime::errors::error_enum::{ErrorCode, ListedCode};
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::errors::invalid_response::InvalidResponse;
use crate::runtime::errors::transport_error::TransportError;
use crate::runtime::responses::call_record::CallRecord;
use crate::runtime::responses::raw_response::RawResponse;

/// Why a call gave no output. `E` is the enum of the operation's own error codes.
///
/// Its text is one line that a person can act on. An error of any operation becomes, by `?` or [`From`], an `Error`
/// without an enum, which a function can return that makes several calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Error<E = AnyCode> {
    /// The server refused or failed: any status but 2xx, and those that the description has for answers.
    Api(ApiError<E>),
    /// The server answered with success, but its answer does not fit.
    Response(InvalidResponse),
    /// The request cannot be sent as it is; nothing was sent.
    Request(InvalidRequest),
    /// No answer came.
    Transport(TransportError),
}

impl<E> Error<E> {
    /// What the server refused the call with, if it did.
    #[must_use]
    pub fn refusal(&self) -> Option<&ApiError<E>> {
        match self {
            Self::Api(error) => Some(error),
            _ => None,
        }
    }

    /// The HTTP status, if there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.raw().map(RawResponse::status)
    }

    /// The code of the error as it came, if the server named one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.refusal()?.code()
    }

    /// What the server says about the error, if it says anything.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.refusal()?.message()
    }

    /// What the support of the API knows the request by.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.raw()?.request_id()
    }

    /// What the body of a refusal or failure says, if it is JSON.
    #[must_use]
    pub fn json(&self) -> Option<&Value> {
        self.refusal()?.json()
    }

    /// The answer as it came, if there was one: headers, body.
    #[must_use]
    pub fn raw(&self) -> Option<&RawResponse> {
        match self {
            Self::Api(error) => Some(error.raw()),
            Self::Response(error) => Some(error.raw()),
            Self::Request(_) | Self::Transport(_) => None,
        }
    }

    /// Whether the failure may pass, so that the same call may succeed later: no connection or no answer in time, a
    /// conflict (409), a rate limit (429) or a fault of the server (5xx), unless the server says otherwise.
    ///
    /// It is safe to repeat a call that changes nothing, or one with the same [`idempotency_key`](Self::idempotency_key).
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Api(error) => error.is_retryable(),
            Self::Transport(error) => error.kind().is_retryable(),
            Self::Request(_) | Self::Response(_) => false,
        }
    }

    /// How long the server asked to wait before another attempt, counted from when it answered.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.raw()?.retry_after()
    }

    /// The idempotency key that the call carried, if it carried one.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.record()?.idempotency_key()
    }

    /// How often the request was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.record().map_or(0, |record| record.attempts)
    }

    /// How long the whole call took, with all attempts and the waits between them.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.record().map_or(Duration::ZERO, |record| record.elapsed)
    }

    fn record(&self) -> Option<&CallRecord> {
        match self {
            Self::Transport(error) => Some(error.record()),
            _ => self.raw().map(RawResponse::record),
        }
    }
}

impl<K> Error<K> {
    /// Names the kind of the error, if it has one, in the terms of an operation.
    pub(crate) fn with_kind<E: ErrorCode>(self) -> Error<E> {
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

impl<E: ListedCode> From<Error<E>> for Error {
    fn from(error: Error<E>) -> Self {
        error.with_kind()
    }
}

impl<E> From<InvalidRequest> for Error<E> {
    fn from(error: InvalidRequest) -> Self {
        Self::Request(error)
    }
}
