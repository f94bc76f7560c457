//! Values as JSON: each type says what it is made of, and one reader and one writer serve them all.

pub(super) mod bound;
pub(super) mod check_bounds;
pub(super) mod decode_error;
pub(super) mod document;
pub(super) mod follows;
pub(super) mod kinds;
pub(super) mod literal;
mod members;
pub(super) mod number;
pub(super) mod object;
mod places;
mod primitives;
pub(super) mod reading;
pub(super) mod scalar;
pub(super) mod scalar_impls;
#[cfg(feature = "serde")]
pub(super) mod serde;
pub(super) mod serde_impls;
pub(super) mod slot;
pub(super) mod union;
pub(super) mod unknown_variant;
mod value_path;
pub(super) mod write;
pub(super) mod written;
