//! What calls have beside what they send.

pub(super) mod paging;
