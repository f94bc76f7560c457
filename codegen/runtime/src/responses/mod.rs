//! Responses as they came, and what is known of the calls that led to them.

pub(super) mod call_record;
pub(super) mod raw_response;
pub(super) mod response;
pub(super) mod retry_after;
