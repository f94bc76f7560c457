//! Lines and characters of places, for those who ask about many.

use std::cell::OnceCell;

use super::render::floor_boundary;
use super::{Source, Sources, Span};

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
