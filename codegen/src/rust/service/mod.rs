//! What the crate knows of its service: where it is, how it is spoken to, and how requests prove who sends them.

mod credentials;
mod protocol;
mod servers;

pub(super) use credentials::lower_schemes;
pub(super) use protocol::{error_fields, fixed_headers, header_setters, lower_protocol, setter_scope};
pub(super) use servers::{lower_environments, lower_server_variables};
