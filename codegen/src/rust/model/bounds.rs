//! Bounds of what callers give.

/// A bound that is checked before anything is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
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
pub(in crate::rust) fn in_words(bounds: &[Bound]) -> Option<String> {
    let at_most = |most: u64, unit: &str| format!("At most {most} {unit}{}.", if most == 1 { "" } else { "s" });
    let words = |bound: &Bound| match *bound {
        Bound::MaxLength(most) => at_most(most, "character"),
        Bound::MaxItems(most) => at_most(most, "item"),
        Bound::Min(min) => format!("At least {min}."),
        Bound::Max(max) => format!("At most {max}."),
    };
    match bounds {
        [] => None,
        [Bound::Min(min), Bound::Max(max)] => Some(format!("From {min} to {max}.")),
        bounds => Some(bounds.iter().map(words).collect::<Vec<_>>().join(" ")),
    }
}
