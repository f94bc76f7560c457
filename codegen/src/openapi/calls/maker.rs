//! What makes calls: the types, credentials and servers of which they speak.

use super::{security::Schemes, servers::Servers};
use crate::openapi::hints::Hints;
use crate::openapi::kept::Kept;
use crate::openapi::types::Types;

/// Makes calls of operations.
pub(in crate::openapi) struct Calls<'t, 'a> {
    pub(in crate::openapi) types: &'t mut Types<'a>,
    pub(in crate::openapi) schemes: &'t Schemes,
    pub(in crate::openapi) servers: &'t mut Servers,
    /// What is kept of calls, and what is said of them.
    pub(in crate::openapi) kept: &'t Kept,
    pub(in crate::openapi) hints: &'t Hints<'t>,
    /// Whether requests can carry a key by which the service knows their repetition.
    pub(in crate::openapi) has_idempotency_key: bool,
}
