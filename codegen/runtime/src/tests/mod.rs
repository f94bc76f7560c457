//! Tests of the runtime, through types in the form that the generator gives them.

#[cfg(feature = "async")]
mod client;
mod config;
mod decode;
mod encode;
mod errors;
mod identifiers;
mod json_properties;
mod request;
mod response;
#[allow(dead_code, unreachable_pub, reason = "the form of generated code, where these types are public")]
mod sample;
mod scalars;
#[cfg(feature = "serde")]
mod serde;
