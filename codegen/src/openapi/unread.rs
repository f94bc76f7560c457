//! What documents say besides, of which nothing becomes: it is counted, so that nobody has to look for it.

use super::document::{Document, Look, Operation};

/// How much of each sort there is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unread {
    /// What it sends after a call.
    pub callbacks: usize,
    /// Calls to which an answer leads.
    pub links: usize,
    /// Headers of answers; all of them are in the raw answer.
    pub answer_headers: usize,
}

impl Unread {
    /// Counts what a document has.
    pub(super) fn of<'a>(document: &Document<'a>, operations: &[Operation<'a>]) -> Self {
        let mut unread = Self::default();
        for operation in operations {
            unread.callbacks += operation.node.entries_at("callbacks").len();
            for response in operation.node.entries_at("responses") {
                let response = document.meant(&response.value);
                unread.links += response.entries_at("links").len();
                unread.answer_headers += response.entries_at("headers").len();
            }
        }
        unread
    }

    /// Each sort by the name of one, with how much there is.
    pub(super) fn sorts(&self) -> [(&'static str, usize); 3] {
        [("callback", self.callbacks), ("link", self.links), ("answer header", self.answer_headers)]
    }
}
