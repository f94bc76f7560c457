//! What answers hold, by their status and headers.

pub(super) mod answer;
pub(super) mod fill;
