//! Bounds of what callers give.

use super::docs::Doc;
use super::model::{Bound, in_words};
use crate::api::Bounds;

/// The bounds of a value, as generated code checks them.
pub(super) fn bounds(bounds: Bounds) -> Vec<Bound> {
    let all = [
        bounds.max_length.map(Bound::MaxLength),
        bounds.max_items.map(Bound::MaxItems),
        bounds.min.map(Bound::Min),
        bounds.max.map(Bound::Max),
    ];
    all.into_iter().flatten().collect()
}

/// A documentation with the bounds of the value.
pub(super) fn bounded(mut doc: Doc, bounds: &[Bound]) -> Doc {
    doc.section(in_words(bounds));
    doc
}
