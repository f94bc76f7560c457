//! Bounds of what callers give.

/// A bound that is checked before anything is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The most characters of a text.
    MaxLength(u64),
    /// The most items of a list.
    MaxItems(u64),
    /// The smallest number.
    Min(i64),
    /// The greatest number.
    Max(i64),
}

/// The bounds of a value in words, if it has any.
pub(in crate::rust) fn in_words(limits: &[Limit]) -> Option<String> {
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
