//! What moves requests and responses: the seam to the network, and what the clients bring for it.

#[cfg(feature = "async")]
mod connect;
#[cfg(feature = "async")]
mod connection;
mod error_source;
#[cfg(feature = "async")]
mod http1;
#[cfg(feature = "async")]
pub(super) mod hyper_transport;
#[cfg(feature = "blocking")]
mod late_resolution;
pub(super) mod network;
#[cfg(feature = "async")]
mod pool;
#[cfg(all(feature = "proxy", any(feature = "async", feature = "blocking")))]
pub(super) mod proxy;
#[cfg(feature = "async")]
mod received;
#[cfg(feature = "async")]
mod sending;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
mod tls;
pub(super) mod transport;
#[cfg(feature = "blocking")]
pub(super) mod ureq_transport;
#[cfg(feature = "async")]
mod watch;
