//! How much of a document is there in its crate.

use super::types::Members;

/// How much of a document is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Summary {
    /// The calls that it describes.
    pub operations: usize,
    /// Those that are emitted, streams not counted again.
    pub emitted: usize,
    /// Those whose answers come in pages.
    pub paged: usize,
    /// The members of its objects, and those that are plain JSON.
    pub members: Members,
}

impl Summary {
    /// The same in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Self { operations, emitted, paged, members } = self;
        format!(
            "emitted {emitted} of {operations} calls, {paged} of them in pages; {} of {} members with a type are plain JSON",
            members.plain, members.all
        )
    }
}
