//! Why JSON could not be read, and where in it.

use std::error::Error;
use std::fmt;

use crate::runtime::json::value_path::ValuePath;

/// JSON that does not have the expected shape: the place and what was wrong there.
///
/// Its text reads like ``at `status_transitions.drafted_at`: expected a timestamp, found "yesterday"``. Of the text of
/// a document it shows at most the start of the one value that was wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    problem: String,
}

impl DecodeError {
    /// A problem of the document as a whole.
    pub(crate) fn of_document(problem: impl Into<String>) -> Self {
        Self { path: String::new(), problem: problem.into() }
    }

    /// The same within a piece of a stream: `events[3].choices[0]`.
    #[allow(dead_code, reason = "a description may have no streams")]
    pub(crate) fn within_item_of(self, list: &str, index: usize) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        Self { path: format!("{list}[{index}]{dot}{}", self.path), ..self }
    }

    /// The place, such as `status_transitions.drafted_at` or `data[3].id`; empty for the document as a whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => f.write_str(&self.problem),
            path => write!(f, "at `{path}`: {}", self.problem),
        }
    }
}

impl Error for DecodeError {}

/// Something that could not be read; its fault says why.
#[derive(Debug)]
pub(super) struct Failed;

/// A [`DecodeError`] in the making.
///
/// Only a failure costs anything: the reader that meets it describes it, and each reader around it adds, on its way
/// out, where it was.
#[derive(Default)]
pub(crate) struct Fault {
    path: ValuePath,
    problem: Option<String>,
}

impl Fault {
    /// Says what is wrong.
    pub(crate) fn describe(&mut self, expected: &str, found: impl fmt::Display) {
        self.problem = Some(format!("expected {expected}, found {found}"));
    }

    /// The document lacks a member.
    pub(super) fn missing(&mut self, expected: &str, name: &str) -> Failed {
        self.describe(expected, "no such member");
        self.within_member(name);
        Failed
    }

    /// The document gives one member two values.
    pub(super) fn repeated(&mut self) -> Failed {
        self.describe("one value", "the member a second time");
        Failed
    }

    /// Takes what is wrong with a part that was read by itself.
    pub(super) fn adopt(&mut self, error: DecodeError) -> Failed {
        self.path.within_member(&error.path);
        self.problem = Some(error.problem);
        Failed
    }

    /// Says what is wrong in the words of the parser, where nothing was said yet.
    pub(super) fn describe_unless_described(&mut self, parser: impl fmt::Display) {
        self.problem.get_or_insert_with(|| parser.to_string());
    }

    /// The failure is within this member.
    pub(crate) fn within_member(&mut self, name: &str) {
        self.path.within_member(name);
    }

    /// The failure is within this item of an array.
    pub(super) fn within_item(&mut self, index: usize) {
        self.path.within_item(index);
    }

    /// The finished error; what was not described is a failure of the parser, in the parser's words.
    pub(crate) fn into_error(self, parser: impl fmt::Display) -> DecodeError {
        DecodeError { path: self.path.into_string(), problem: self.problem.unwrap_or_else(|| parser.to_string()) }
    }
}
