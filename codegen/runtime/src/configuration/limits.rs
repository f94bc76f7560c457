//! What one attempt of a call may take.

use std::time::Duration;

/// What one attempt of a call may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The time until the whole answer is there, from the first step towards a connection on.
    pub timeout: Duration,
    /// The size of the answer's body, in bytes.
    pub response_bytes: usize,
}
