//! What sets the calls of an API apart from plain ones.

pub(super) mod statuses;
pub(super) mod styles;
