//! Values as JSON: each type says what it is made of, and one reader and one writer serve them all.

pub(super) mod bound;
pub(super) mod check_bounds;
pub(super) mod decode_error;
mod members;
pub(super) mod object;
mod places;
pub(super) mod read;
pub(super) mod serde_impls;
pub(super) mod slot;
pub(super) mod timestamp_format;
pub(super) mod union;
mod value_path;
pub(super) mod write;
