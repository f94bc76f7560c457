//! The clients that make calls, one for tokio and one for threads that may block, and how they are set up.

#[cfg(feature = "blocking")]
pub(super) mod blocking_client;
#[cfg(feature = "async")]
pub(super) mod client;
pub(super) mod client_builder;
pub(super) mod opened;
