//! What the example and the tests of the generated client talk to, all on loopback.
//!
//! - [`service`]: a billing service that keeps its intents and answers as their lifecycle says. The example runs
//!   against it.
//! - [`scripted`]: a server that answers with bytes written down beforehand and records what it was sent, byte for
//!   byte.

pub mod scripted;
pub mod service;
