//! From an operation to a call and its result, without input or output: what is sent, and what is made of what came.

pub(super) mod api_client;
pub(super) mod at_url;
mod body;
pub(super) mod decode;
mod encode;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod exchange;
pub(super) mod given;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod idempotency_key;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod observe;
pub(super) mod operation;
mod own_settings;
pub(super) mod parameters;
pub(super) mod prepared_call;
pub(super) mod raw_call;
pub(super) mod request;
pub(super) mod setters;
