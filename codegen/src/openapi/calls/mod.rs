//! Operations to calls.

mod answers;
mod bodies;
mod endpoint;
mod errors;
mod maker;
mod media;
mod pages;
mod parameters;
mod security;
mod servers;
mod statuses;

pub(super) use endpoint::{Made, Module, STREAM_ENDING};
pub(super) use errors::{ErrorPaths, error_paths};
pub(super) use maker::Calls;
pub(super) use security::Schemes;
pub(super) use servers::Servers;
