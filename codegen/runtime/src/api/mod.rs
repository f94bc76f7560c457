//! What generated code tells of its API: the service, its endpoints, and how they are spoken to.

pub(super) mod dialect;
pub(super) mod endpoint;
pub(super) mod scheme;
pub(super) mod service;
