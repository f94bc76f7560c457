//! Values as JSON: each type says what it is made of, and one reader and one writer serve them all.

pub(super) mod bound;
pub(super) mod check_bounds;
pub(super) mod decode_error;
pub(super) mod kinds;
pub(super) mod literal;
mod members;
pub(super) mod number;
pub(super) mod object;
mod others;
mod parts;
mod places;
mod primitives;
pub(super) mod read;
mod read_scalar;
mod read_shape;
mod read_union;
pub(super) mod scalar;
pub(super) mod serde_impls;
pub(super) mod slot;
pub(super) mod union;
pub(super) mod unknown_variant;
mod value_path;
pub(super) mod write;
pub(super) mod written;
