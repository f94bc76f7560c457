//! A success that could not be understood.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use super::answer::Answer;
use super::decode_error::DecodeError;

/// An answer with a status of 2xx and a body that does not fit the operation. The server has most likely done its part.
pub struct InvalidResponse {
    operation: &'static str,
    details: Box<Details>,
}

struct Details {
    error: DecodeError,
    answer: Answer,
}

impl InvalidResponse {
    pub(super) fn new(operation: &'static str, error: DecodeError, answer: Answer) -> Self {
        Self { operation, details: Box::new(Details { error, answer }) }
    }

    /// The operation, such as `billing_intents.commit`.
    #[must_use]
    pub fn operation(&self) -> &str {
        self.operation
    }

    /// What does not fit, and where.
    #[must_use]
    pub fn decode_error(&self) -> &DecodeError {
        &self.details.error
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.details.answer.status()
    }

    /// What the support of the API knows the request by.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.details.answer.request_id()
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &http::HeaderMap {
        self.details.answer.headers()
    }

    /// The body of the answer as it came; what is not UTF-8 is replaced.
    #[must_use]
    pub fn body(&self) -> Cow<'_, str> {
        self.details.answer.text()
    }
}

impl fmt::Display for InvalidResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the answer to {} does not fit: {}", self.operation, self.details.error)?;
        if let Some(request_id) = self.request_id() {
            write!(f, " ({request_id})")?;
        }
        Ok(())
    }
}

impl fmt::Debug for InvalidResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InvalidResponse")
            .field("operation", &self.operation)
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
