//! The output of a call together with the response that it was read from.

use std::fmt;

use crate::runtime::responses::raw_response::RawResponse;

/// What a successful call gave, and how.
#[non_exhaustive]
pub struct Response<T> {
    /// What the call gives.
    pub output: T,
    /// The response as it came: status, headers, body, and what the client did for it.
    pub raw: RawResponse,
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response").field("output", &self.output).field("raw", &self.raw).finish()
    }
}
