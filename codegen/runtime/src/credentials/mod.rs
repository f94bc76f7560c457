//! What a client proves itself with.

pub(super) mod api_key;
