//! What a service publishes of the values that it takes.

/// What a value is held to. A value that is left out keeps to every bound; what holds for a text or a number holds for
/// each one in a list or map. Bounds of numbers are told by their digits, so that they are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "a description may have none of a kind")]
pub enum Bound {
    /// A text has no fewer characters.
    MinLength(usize),
    /// A text has no more characters.
    MaxLength(usize),
    /// A list has no fewer items.
    MinItems(usize),
    /// A list has no more items.
    MaxItems(usize),
    /// No item of a list is there twice.
    UniqueItems,
    /// A number is no smaller.
    Min(&'static str),
    /// A number is greater.
    ExclusiveMin(&'static str),
    /// A number is no greater.
    Max(&'static str),
    /// A number is smaller.
    ExclusiveMax(&'static str),
    /// A number is a multiple of this one.
    MultipleOf(&'static str),
    /// Each item of a list, which is a list itself, keeps to this one.
    Each(&'static Bound),
}

/// Bounds as they stand behind a row: `MinItems(1), each MaxItems(3)`.
macro_rules! bounds {
    () => { &[] };
    ($($($bound:ident)+ $(($limit:literal))?),+) => {
        &[$($crate::runtime::bounds!(@one $($bound)+ $(($limit))?)),+]
    };
    (@one each $($bound:tt)+) => {
        $crate::runtime::Bound::Each(&$crate::runtime::bounds!(@one $($bound)+))
    };
    (@one $bound:ident $(($limit:literal))?) => {
        $crate::runtime::Bound::$bound$(($limit))?
    };
}
pub(crate) use bounds;
