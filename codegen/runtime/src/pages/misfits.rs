//! Items of a list that do not fit, where the others are wanted all the same.

use std::fmt;

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::slot::MisfitPlace;

/// An item of a page that does not fit its type, from a call that is `lenient()`.
#[derive(Clone, PartialEq, Eq)]
pub struct Misfit {
    index: usize,
    json: String,
    error: DecodeError,
}

impl Misfit {
    /// Which item of the page it is, counted from 0, the others among them.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// What does not fit, and where, such as `data[3].amount`.
    #[must_use]
    pub fn error(&self) -> &DecodeError {
        &self.error
    }

    /// The item as it came.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }
}

impl fmt::Debug for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Misfit").field("error", &self.error).finish_non_exhaustive()
    }
}

/// Where a page keeps items that do not fit, if it is to keep them.
#[derive(Clone, Debug, Default)]
pub(super) struct Misfits {
    /// Whether they are kept. If they are not, the first one is a fault of the page.
    pub(super) are_kept: bool,
    pub(super) list: Vec<Misfit>,
}

impl Misfits {
    /// Where they go, if they are kept.
    pub(super) fn place(&mut self) -> Option<&mut dyn MisfitPlace> {
        if self.are_kept { Some(self) } else { None }
    }
}

impl MisfitPlace for Misfits {
    fn keep(&mut self, index: usize, json: &str, error: DecodeError) {
        self.list.push(Misfit { index, json: json.to_owned(), error });
    }
}

/// By what was kept.
impl PartialEq for Misfits {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}
