//! The comments of a text: what no reader of data needs, and a formatter must keep.

use std::ops::Range;

/// A comment.
#[derive(Clone, Debug)]
pub(super) struct Comment {
    /// From its `#`, without white space at its end.
    pub(super) text: String,
    /// Where it begins.
    pub(super) start: usize,
    /// How many characters stand before it on its line.
    pub(super) column: usize,
}

/// The comments between two things that are no comments, such as scalars.
pub(super) fn between(text: &str, gap: Range<usize>) -> Vec<Comment> {
    let mut comments = Vec::new();
    let mut at = gap.start;
    while let Some(found) = text.get(at..gap.end).and_then(|rest| rest.find('#')) {
        let start = at + found;
        let end = text[start..].find(['\n', '\r']).map_or(text.len(), |length| start + length);
        let column = text[line_start(text, start)..start].chars().count();
        // A mark of the order of bytes is refused on a line of its own, and says nothing here.
        let text = text[start..end].replace('\u{FEFF}', "").trim_end().to_owned();
        comments.push(Comment { text, start, column });
        at = end;
    }
    comments
}

/// Where the line of a byte begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}
