//! What the examples and the tests of the generated client are made with, all on loopback.
//!
//! - [`deliver`](mod@deliver): what such a service does that tells by webhooks.
//! - [`service`]: a billing service that keeps intents, meters, events and alerts. The examples run against it.
//! - [`story`]: what the programs have in common.
//! - [`scripted`]: a server that answers with bytes written down beforehand and records what it was sent, byte for
//!   byte.

pub mod deliver;
pub mod scripted;
pub mod service;
pub mod story;
