//! An object beside itself.

use crate::api::{Object, Sides};

/// An object in both descriptions.
#[derive(Clone, Copy)]
pub(super) struct Both<'a> {
    pub(super) old: &'a Object,
    pub(super) new: &'a Object,
    /// Its places in the lists of the two descriptions.
    pub(super) places: (usize, usize),
    /// Where it is met in both. Where it is met in one only, what speaks of it changed, and not the object.
    pub(super) sides: Sides,
}

impl<'a> Both<'a> {
    pub(super) fn of((before, old): (usize, &'a Object), (after, new): (usize, &'a Object)) -> Self {
        Self { old, new, places: (before, after), sides: old.uses.common(new.uses) }
    }
}
