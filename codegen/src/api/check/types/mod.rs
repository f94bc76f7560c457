//! Checks types: as they are written, and as objects, enums, identifiers and aliases define them.

pub(super) mod aliases;
pub(super) mod bounds;
mod enums;
pub(super) mod inside;
pub(super) mod objects;
pub(super) mod reach;
pub(super) mod recursion;
pub(super) mod requirements;
mod resolve;
pub(super) mod unions;

pub(super) use resolve::{is_file, is_meant, named, resolve, resolve_given};
