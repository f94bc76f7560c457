//! What was opened.

use crate::diag::Sources;

/// The list of public items of a crate.
pub(super) const LISTING: &str = "api.txt";

/// A description, and the list of public items that lay beside it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// How the user named it, and the commit: `main (3f2a91c)`; or the path of a folder.
    pub label: String,
    /// The files. Those of a commit have paths such as `main:spec/api.yaml`.
    pub sources: Sources,
    /// The `api.txt` of the crate beside the description; nothing if there is none.
    pub listing: Option<String>,
}
