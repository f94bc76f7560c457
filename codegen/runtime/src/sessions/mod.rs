//! Items that are sent in batches, with the token of a session in place of the API key.

pub(super) mod session;
pub(super) mod session_error;
