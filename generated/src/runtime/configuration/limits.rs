//! What one attempt of a call may take.

use std::time::Duration;

/// What one attempt of a call may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The time until the whole answer is there, from the first step towards a connection on; until its head is there,
    /// where its body is wanted as it comes. A request whose body is read as it is sent may take longer, but its sending
    /// must not stand still for so long.
    pub timeout: Duration,
    /// The size of the answer's body, in bytes, both as it comes and without its gzip. It holds for what is read whole.
    pub response_bytes: usize,
    /// Where the answer's body is wanted as it comes: how long it may say nothing. Without it, the body is wanted whole.
    pub idle: Option<Duration>,
}
