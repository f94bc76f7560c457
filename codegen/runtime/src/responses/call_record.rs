//! What a client keeps of a call besides the response.

use std::time::Duration;

use http::HeaderValue;

/// How a call was made.
#[derive(Clone, Debug, Default)]
pub(crate) struct CallRecord {
    pub(crate) key: Option<HeaderValue>,
    pub(crate) attempts: u32,
    pub(crate) elapsed: Duration,
    /// Whether what fits of a page is wanted where not all of it does.
    pub(crate) is_lenient: bool,
}

impl CallRecord {
    /// The idempotency key that the call carried, if it carried one.
    pub(crate) fn idempotency_key(&self) -> Option<&str> {
        self.key.as_ref()?.to_str().ok()
    }
}
