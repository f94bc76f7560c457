//! A number or truth that a server sent where this version of the crate knows only others.

use std::fmt;

/// An integer or boolean that this version of the crate does not know. It is kept, shown and sent back as it came.
///
/// Only reading makes one, and only from a value that is not known, so that no value has two forms.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownScalar<T>(T);

impl<T: Copy> UnknownScalar<T> {
    /// The caller has looked for the value among the known ones.
    pub(crate) fn new(value: T) -> Self {
        Self(value)
    }

    /// The value as it came.
    #[must_use]
    pub fn get(self) -> T {
        self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for UnknownScalar<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: fmt::Display> fmt::Display for UnknownScalar<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
