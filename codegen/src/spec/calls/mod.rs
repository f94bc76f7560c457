//! Reads calls, and what they share.

pub(super) mod answer;
pub(super) mod body;
pub(super) mod endpoint;
pub(super) mod shared;
pub(super) mod sharing;
pub(super) mod statuses;
