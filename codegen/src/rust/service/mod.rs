//! What the crate knows of its service: how it is spoken to, and how requests prove who sends them.

mod credentials;
mod protocol;

pub(super) use credentials::lower_schemes;
pub(super) use protocol::{error_fields, fixed_headers, header_setters, lower_protocol, setter_scope};
