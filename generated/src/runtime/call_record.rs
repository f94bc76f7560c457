//! What a client keeps of a call besides the response.

use std::time::Duration;

use http::HeaderValue;

/// How a call was made.
#[derive(Clone, Debug, Default)]
pub(super) struct CallRecord {
    pub(super) key: Option<HeaderValue>,
    pub(super) attempts: u32,
    pub(super) elapsed: Duration,
}

impl CallRecord {
    /// The idempotency key that the call carried, if it carried one.
    pub(super) fn idempotency_key(&self) -> Option<&str> {
        self.key.as_ref()?.to_str().ok()
    }
}
