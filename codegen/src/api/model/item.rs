//! What each described item has in common.

use crate::diag::Span;

/// What each described item has in common.
#[derive(Clone, Debug)]
pub struct Item {
    /// The name in the description and, where it travels, on the wire.
    pub name: String,
    /// The Rust name that the description asks for, if it asks for one.
    pub rust: Option<String>,
    /// What it is, in Markdown.
    pub doc: String,
    /// The version of the API that brought it.
    pub since: Option<String>,
    /// What to use instead, if it is on its way out.
    pub deprecated: Option<String>,
    /// The item's former names, each once.
    pub was: Vec<String>,
    /// Where the name is written.
    pub span: Span,
}
