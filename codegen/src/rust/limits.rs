//! Bounds of what callers give.

use super::docs::Doc;
use super::model::{Limit, in_words};
use crate::api::Limits;

/// The bounds of a value, as generated code checks them.
pub(super) fn limits(limits: Limits) -> Vec<Limit> {
    let all = [
        limits.max_length.map(Limit::MaxLength),
        limits.max_items.map(Limit::MaxItems),
        limits.min.map(Limit::Min),
        limits.max.map(Limit::Max),
    ];
    all.into_iter().flatten().collect()
}

/// A documentation with the bounds of the value.
pub(super) fn limited(mut doc: Doc, limits: &[Limit]) -> Doc {
    doc.section(in_words(limits));
    doc
}
