//! What turns into a variant.

use super::types::RustType;

/// What callers may give in place of a variant of requests, which follows from it.
#[derive(Debug)]
pub enum Conversion {
    /// Values of a type.
    From(RustType),
    /// Texts in all forms in which callers hold them, which turn into this type.
    Text(RustType),
    /// Lists of this type, in an array, a vector or a slice.
    Each(RustType),
    /// Lists of texts, each of which turns into this type.
    Texts(RustType),
    /// Lists of what turns into this type.
    Items(RustType),
    /// Maps to what turns into this type.
    Entries(RustType),
}
