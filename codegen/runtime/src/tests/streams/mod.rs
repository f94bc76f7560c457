//! Answers that come piece by piece.

mod calls;
mod cut;
#[cfg(feature = "gzip")]
mod gzip;
mod hostile;
#[allow(dead_code, unreachable_pub, reason = "the form of generated code, where these types are public")]
pub(super) mod sample;
