//! What sets the calls of an API apart from plain ones.

pub(super) mod answered;
pub(super) mod paging;
pub(super) mod statuses;
pub(super) mod streams;
pub(super) mod styles;
