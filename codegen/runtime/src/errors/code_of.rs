//! The code of an error of an operation that lists none, but whose errors the description tells the bodies of.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use crate::runtime::answers::answer::Answer;
use crate::runtime::errors::any_code::AnyCode;
use crate::runtime::errors::described::DescribedError;
use crate::runtime::errors::error_enum::{ErrorCode, ListedCode};

/// The code of an error, as it came, of an operation that has no codes of its own. The body of the error holds a `B`.
///
/// It is empty if the answer names none. Compare it with the texts of the API: `error.kind == "rate_limit"`.
pub struct CodeOf<B>(AnyCode, PhantomData<fn() -> B>);

impl<B: 'static> CodeOf<B> {
    /// Every code that this version of the crate knows of operations without an enum: none.
    pub const KNOWN: &'static [(Self, &'static str, u16)] = &[];

    /// The text on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl<B: 'static> ErrorCode for CodeOf<B> {
    fn from_code(code: &str) -> Self {
        Self(AnyCode::from_code(code), PhantomData)
    }
}

impl<B: 'static> ListedCode for CodeOf<B> {}

impl<B: Answer + 'static> DescribedError for CodeOf<B> {
    type Body = B;

    fn describes(_: u16) -> bool {
        true
    }
}

// What is derived would ask the same of a body, of which there is none here.

impl<B> Clone for CodeOf<B> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<B> PartialEq for CodeOf<B> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<B> Eq for CodeOf<B> {}

impl<B> PartialOrd for CodeOf<B> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<B> Ord for CodeOf<B> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl<B> Hash for CodeOf<B> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<B> fmt::Debug for CodeOf<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<B> fmt::Display for CodeOf<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<B: 'static> PartialEq<str> for CodeOf<B> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl<B: 'static> PartialEq<&str> for CodeOf<B> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}
