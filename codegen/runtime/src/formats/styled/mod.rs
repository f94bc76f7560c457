//! Parameters in styles of their own, as RFC 6570 has them, and parameters in headers.

mod headers;
mod nested;
mod pairs;
mod parts;
mod path;
mod query;
pub(crate) mod write;
