//! What the user of a client decides: where requests go and what they carry, how long they may take, how often they are
//! repeated.

pub(super) mod base_url;
pub(super) mod config;
pub(super) mod limits;
pub(super) mod place;
pub(super) mod retry_policy;
pub(super) mod settings;
