//! The files of a description, and places in them.

use std::ops::Range;

/// A place in a file of the description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The file, as an index into [`Sources::files`].
    pub file: usize,
    /// The bytes in it.
    pub bytes: Range<usize>,
}

impl Span {
    /// The beginning of `api.yaml`.
    pub const START: Self = Self { file: 0, bytes: 0..0 };

    /// Whether one of two places lies in the other, or they overlap.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.file == other.file && self.bytes.start <= other.bytes.end && other.bytes.start <= self.bytes.end
    }
}

/// A file of the description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The path to print, with forward slashes, as the user would write it.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// All files of a description.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// `api.yaml` first, then the others by name.
    pub files: Vec<Source>,
}

/// The file that says which changes were accepted, beside those that describe resources.
const ACCEPTED_FILE: &str = "accepted.yaml";

impl Sources {
    /// The indices of the files that say what the API is: `api.yaml`, and those of resources.
    pub(crate) fn described(&self) -> impl Iterator<Item = usize> {
        let accepted = self.accepted();
        (0..self.files.len()).filter(move |file| Some(*file) != accepted)
    }

    /// The index of the file that says which changes were accepted, if there is one.
    pub(crate) fn accepted(&self) -> Option<usize> {
        (1..self.files.len()).find(|&file| self.files[file].is_accepted())
    }

    /// The line of the beginning of a place, and the character in it, both from 1.
    #[must_use]
    pub fn position(&self, span: &Span) -> (usize, usize) {
        let text = self.files.get(span.file).map_or("", |source| &source.text);
        let before = &text[..floor_boundary(text, span.bytes.start)];
        let line = before.rsplit('\n').next().unwrap_or_default();
        (before.matches('\n').count() + 1, line.chars().count() + 1)
    }
}

impl Source {
    fn is_accepted(&self) -> bool {
        self.path.rsplit(['/', ':']).next() == Some(ACCEPTED_FILE)
    }
}

/// The nearest character boundary at or before a byte.
pub(super) fn floor_boundary(text: &str, byte: usize) -> usize {
    (0..=byte).rev().find(|&byte| text.is_char_boundary(byte)).unwrap_or(0)
}
