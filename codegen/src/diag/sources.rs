//! The files of a description, and places in them.

use std::cell::OnceCell;
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
        (1..self.files.len()).find(|&file| self.files[file].is_named(ACCEPTED_FILE))
    }

    /// The line of the beginning of a place, and the character in it, both from 1.
    #[must_use]
    pub fn position(&self, span: &Span) -> (usize, usize) {
        let (_, line, character) = Positions::of(self).position(span);
        (line, character)
    }
}

impl Source {
    /// Whether the file has this name, in whichever folder.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.path.rsplit(['/', ':']).next() == Some(name)
    }
}

/// Says where in their files places are. A file is looked through once, when it is first asked about.
pub(crate) struct Positions<'a> {
    files: Vec<(&'a Source, OnceCell<Lines>)>,
}

/// The lines of a file.
struct Lines {
    /// Where each begins.
    starts: Vec<usize>,
    /// Whether each byte is a character.
    is_ascii: bool,
}

impl<'a> Positions<'a> {
    pub(crate) fn of(sources: &'a Sources) -> Self {
        Self { files: sources.files.iter().map(|file| (file, OnceCell::new())).collect() }
    }

    /// The path of the file, the line of the beginning of a place, and the character in it, both from 1.
    pub(crate) fn position(&self, span: &Span) -> (&'a str, usize, usize) {
        let Some((source, lines)) = self.files.get(span.file) else { return ("", 1, 1) };
        let text = source.text.as_str();
        let byte = floor_boundary(text, span.bytes.start);
        let Lines { starts, is_ascii } = lines.get_or_init(|| Lines::of(text));
        let line = starts.partition_point(|start| *start <= byte);
        let before = &text[starts.get(line.wrapping_sub(1)).copied().unwrap_or_default()..byte];
        let characters = if *is_ascii { before.len() } else { before.chars().count() };
        (&source.path, line, characters + 1)
    }
}

impl Lines {
    fn of(text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1));
        Self { starts: starts.collect(), is_ascii: text.is_ascii() }
    }
}

/// The nearest character boundary at or before a byte.
pub(super) fn floor_boundary(text: &str, byte: usize) -> usize {
    (0..=byte).rev().find(|&byte| text.is_char_boundary(byte)).unwrap_or(0)
}
