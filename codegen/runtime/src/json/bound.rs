//! What a service publishes of the values that it takes.

/// What a value is held to. A value that is left out keeps to every bound; what holds for a text or a number holds for
/// each one in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// A text has no more characters.
    MaxLength(usize),
    /// A list has no more items.
    MaxItems(usize),
    /// A whole number is no smaller.
    Min(i64),
    /// A whole number is no greater.
    Max(i64),
}
