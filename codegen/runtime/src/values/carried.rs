//! What a request is to carry: bytes that are there, or what is opened when it is sent.

use std::io::{self, Read};
use std::sync::Arc;

use bytes::Bytes;

/// Begins to read what a body holds.
pub(crate) type Open = Arc<dyn Fn() -> io::Result<Box<dyn Read + Send>> + Send + Sync>;

/// What a request is to carry.
pub(crate) enum Carried {
    /// All of it.
    Whole(Bytes),
    /// What is opened when it is sent.
    #[allow(dead_code, reason = "a description may have no files")]
    Opened {
        open: Open,
        /// How many bytes there are, if that is known.
        length: Option<u64>,
        /// Whether it can be opened more than once.
        is_repeatable: bool,
    },
}

impl<B: Into<Bytes>> From<B> for Carried {
    fn from(bytes: B) -> Self {
        Self::Whole(bytes.into())
    }
}
