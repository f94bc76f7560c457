//! Why there is no crate.

use std::fmt;

/// Why there is no crate: shown, it is what the command line would have printed.
///
/// Its debug output is the same, so that a build script whose `main` returns it shows people what is wrong.
#[derive(Clone)]
pub struct Error(String);

impl Error {
    pub(super) fn new(why: impl fmt::Display) -> Self {
        Self(why.to_string().trim_end().to_owned())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
