//! The code of an error, whatever the operation.

use std::fmt;

use crate::runtime::errors::error_enum::ErrorCode;

/// The code of an error, as it came: of an operation that has no codes of its own, or of any operation.
///
/// It is empty if the answer names none. Compare it with the texts of the API: `error.kind == "rate_limit"`.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnyCode(Box<str>);

impl AnyCode {
    /// Every code that this version of the crate knows of operations without an enum: none.
    pub const KNOWN: &'static [(Self, &'static str, u16)] = &[];

    /// The text on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ErrorCode for AnyCode {
    fn from_code(code: &str) -> Self {
        Self(code.into())
    }
}

impl fmt::Debug for AnyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for AnyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq<str> for AnyCode {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for AnyCode {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}
