//! Checks types: as they are written, and as objects, enums and identifiers define them.

pub(super) mod bounds;
mod enums;
pub(super) mod inside;
pub(super) mod objects;
pub(super) mod reach;
pub(super) mod recursion;
pub(super) mod requirements;
mod resolve;
pub(super) mod unions;

pub(super) use resolve::{is_meant, named, resolve};
