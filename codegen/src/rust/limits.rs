//! Bounds of what callers give: as generated code checks them, and in words.

use super::docs::Doc;
use super::model::Limit;
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
    doc.section(bounds(limits));
    doc
}

/// The bounds of a value in words, if it has any.
pub(super) fn bounds(limits: &[Limit]) -> Option<String> {
    let at_most = |most: u64, unit: &str| format!("At most {most} {unit}{}.", if most == 1 { "" } else { "s" });
    let words = |limit: &Limit| match *limit {
        Limit::MaxLength(most) => at_most(most, "character"),
        Limit::MaxItems(most) => at_most(most, "item"),
        Limit::Min(min) => format!("At least {min}."),
        Limit::Max(max) => format!("At most {max}."),
    };
    match limits {
        [] => None,
        [Limit::Min(min), Limit::Max(max)] => Some(format!("From {min} to {max}.")),
        limits => Some(limits.iter().map(words).collect::<Vec<_>>().join(" ")),
    }
}
