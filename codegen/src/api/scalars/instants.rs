//! Forms of instants.

use crate::api::words::words;

/// How instants are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// RFC 3339 text.
    Rfc3339,
    /// A whole number of seconds since the Unix epoch.
    Unix,
}

words!(TimestampFormat: Rfc3339 "rfc3339", Unix "unix");
