//! The items of one page on their way out.

use std::iter::Peekable;
use std::vec;

use crate::runtime::errors::invalid_response::InvalidResponse;

/// The items of a page in the order of the walk, and in their places errors for those that do not fit.
pub(super) struct Batch<T> {
    items: vec::IntoIter<T>,
    misfits: Peekable<vec::IntoIter<(usize, InvalidResponse)>>,
    /// How many have been given out.
    given: usize,
}

impl<T> Batch<T> {
    /// What a page holds, and what does not fit, each with its index among all.
    pub(super) fn new(mut items: Vec<T>, mut misfits: Vec<(usize, InvalidResponse)>, is_backwards: bool) -> Self {
        if is_backwards {
            let last = (items.len() + misfits.len()).saturating_sub(1);
            items.reverse();
            misfits.reverse();
            for (index, _) in &mut misfits {
                *index = last - *index;
            }
        }
        Self { items: items.into_iter(), misfits: misfits.into_iter().peekable(), given: 0 }
    }

    /// The next one; nothing at the end of the page.
    pub(super) fn next(&mut self) -> Option<Result<T, InvalidResponse>> {
        let misfit = self.misfits.next_if(|(index, _)| *index == self.given);
        self.given += 1;
        match misfit {
            Some((_, misfit)) => Some(Err(misfit)),
            None => self.items.next().map(Ok),
        }
    }
}
