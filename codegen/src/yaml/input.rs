//! A text as the parsers take it, and the way back to the places where it is written.

use std::{borrow::Cow, ops::Range};

use super::remarks::Remarks;
use crate::diag::{Diagnostic, Span};

/// A file with more characters than this that cannot be printed is no text.
const MOST_UNPRINTABLE: usize = 1_000;

/// A text as the parsers take it.
pub(super) struct Input<'a> {
    pub(super) text: Cow<'a, str>,
    file: usize,
    /// What stands in for characters that YAML has no place for, in the order in which they come.
    replaced: Vec<Replaced>,
}

/// What stands in for a character.
struct Replaced {
    /// Where it ends.
    end: usize,
    /// How much longer the text is from there on.
    longer: usize,
}

impl<'a> Input<'a> {
    /// A text that a parser takes as it is.
    pub(super) fn exact(text: &'a str, file: usize) -> Self {
        Self { text: Cow::Borrowed(text), file, replaced: Vec::new() }
    }

    /// A text of whatever characters: those that YAML has no place for are replaced by U+FFFD.
    pub(super) fn printable(text: &'a str, file: usize, remarks: &mut Remarks) -> Result<Self, Diagnostic> {
        let Some((start, first)) = first_unprintable(text) else { return Ok(Self::exact(text, file)) };
        let span = Span { file, bytes: start..start + first.len_utf8() };
        let mut printable = text[..start].to_owned();
        let mut replaced = Vec::new();
        for (at, character) in text[start..].char_indices() {
            if is_printable(character) {
                printable.push(character);
                continue;
            }
            printable.push(char::REPLACEMENT_CHARACTER);
            let end = printable.len();
            replaced.push(Replaced { end, longer: end - (start + at + character.len_utf8()) });
            if replaced.len() > MOST_UNPRINTABLE {
                return Err(no_text(&span));
            }
        }
        remarks.add(unprintable(first, replaced.len(), &span));
        Ok(Self { text: Cow::Owned(printable), file, replaced })
    }

    /// The place of a part of the text in the file.
    pub(super) fn span(&self, bytes: Range<usize>) -> Span {
        Span { file: self.file, bytes: self.written(bytes.start)..self.written(bytes.end) }
    }

    fn written(&self, byte: usize) -> usize {
        let before = self.replaced.partition_point(|replaced| replaced.end <= byte);
        byte - before.checked_sub(1).map_or(0, |last| self.replaced[last].longer)
    }
}

fn no_text(first: &Span) -> Diagnostic {
    let message = format!("this is not text: it holds more than {MOST_UNPRINTABLE} control characters");
    let fault = Diagnostic::new("yaml-syntax", message, first, "the first one");
    fault.help("give a file of YAML or JSON, in UTF-8 or UTF-16")
}

fn unprintable(first: char, count: usize, span: &Span) -> Diagnostic {
    let others = match count {
        1 => String::new(),
        2 => ", and so is another one".to_owned(),
        count => format!(", and so are {} others", count - 1),
    };
    let message = format!("the control character {} is read as U+FFFD{others}", first.escape_unicode());
    let remark = Diagnostic::remark("unprintable-character", message, span, "here");
    remark.help("remove it; a text in double quotes may hold it as an escape")
}

/// The first character that YAML does not allow, such as NUL, and where it is.
pub(super) fn first_unprintable(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|&(_, character)| !is_printable(character))
}

fn is_printable(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{A0}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}')
        || character >= '\u{1_0000}'
}
