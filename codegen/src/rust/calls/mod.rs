//! Parts of calls in Rust.

pub(super) mod streams;
