//! Access tokens of OAuth 2.0 that a client gets by itself, with an identifier and a secret of its own (RFC 6749, section
//! 4.4). A transport puts them into the requests that are marked for it, so that nothing else knows of them.

#[cfg(feature = "blocking")]
mod blocking_token_transport;
pub(super) mod client_credentials;
mod token;
pub(super) mod token_error;
mod token_exchange;
mod token_source;
#[cfg(feature = "async")]
mod token_transport;
