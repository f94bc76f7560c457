//! A success that could not be understood.

use std::error::Error;
use std::fmt;

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::responses::raw_response::RawResponse;

/// An answer that is no refusal, and whose status, headers or body do not fit the operation. The server has most likely done its part.
#[derive(Clone)]
pub struct InvalidResponse {
    details: Box<Details>,
}

#[derive(Clone)]
struct Details {
    error: DecodeError,
    raw: RawResponse,
}

impl InvalidResponse {
    pub(crate) fn new(error: DecodeError, raw: RawResponse) -> Self {
        Self { details: Box::new(Details { error, raw }) }
    }

    /// The operation, such as `billing_intents.commit`.
    #[must_use]
    pub fn operation(&self) -> &str {
        self.raw().endpoint().name
    }

    /// What does not fit, and where.
    #[must_use]
    pub fn decode_error(&self) -> &DecodeError {
        &self.details.error
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.raw().status()
    }

    /// What the support of the API knows the request by.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.raw().request_id()
    }

    /// The answer as it came, and how it was come by: headers, body, attempts.
    #[must_use]
    pub fn raw(&self) -> &RawResponse {
        &self.details.raw
    }
}

impl fmt::Display for InvalidResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the answer to {} does not fit: {}", self.operation(), self.details.error)?;
        if let Some(request_id) = self.request_id() {
            write!(f, " ({request_id})")?;
        }
        Ok(())
    }
}

impl fmt::Debug for InvalidResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InvalidResponse")
            .field("operation", &self.operation())
            .field("status", &self.status())
            .field("decode_error", self.decode_error())
            .field("request_id", &self.request_id())
            .finish_non_exhaustive()
    }
}

impl Error for InvalidResponse {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.details.error)
    }
}
