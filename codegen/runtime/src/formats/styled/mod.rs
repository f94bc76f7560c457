//! Parameters in styles of their own, as RFC 6570 and OpenAPI have them, and parameters in headers.

mod headers;
mod nested;
mod parts;
mod path;
mod query;
pub(crate) mod write;
