//! Operations to calls.

mod answers;
mod bodies;
mod codes;
mod declared_pages;
mod encodings;
mod endpoint;
mod errors;
mod examples;
mod maker;
mod media;
mod pages;
mod parameters;
mod security;
mod servers;
mod statuses;
mod streams;

pub(super) use codes::Codes;
pub(super) use endpoint::{Made, Module};
pub(super) use errors::{ErrorPaths, error_paths};
pub(super) use examples::shown_values;
pub(super) use maker::Calls;
pub(super) use media::json_body;
pub(super) use security::Schemes;
pub(super) use servers::Servers;
pub(super) use streams::STREAM_ENDING;
