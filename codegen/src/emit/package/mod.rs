//! Files of the package that are not Rust.

pub(super) mod cargo;
pub(super) mod readme;
