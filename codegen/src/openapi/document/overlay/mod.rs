//! Corrections that the publisher of a document does not make: OpenAPI Overlays, 1.0 and 1.1.

mod actions;
mod apply;
mod change;
mod mirror;

pub(super) use apply::apply;
