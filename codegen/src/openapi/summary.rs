//! How much of a document is there in its crate.

use super::types::Members;

/// How much of a document is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Summary {
    /// The calls that it describes.
    pub operations: usize,
    /// Those that are emitted, streams not counted again.
    pub emitted: usize,
    /// The members of its objects, and those that are plain JSON.
    pub members: Members,
}
