//! Why something was not done: each kind of failure is a type of its own.

pub(super) mod any_code;
pub(super) mod api_error;
pub(super) mod code_of;
pub(super) mod config_error;
pub(super) mod described;
pub(super) mod error;
pub(super) mod error_enum;
pub(super) mod invalid_request;
pub(super) mod invalid_response;
pub(super) mod transport_error;
