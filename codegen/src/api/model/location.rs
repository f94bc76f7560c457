//! The places of a request in which parameters travel.

use crate::api::words::words;

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// As a header.
    Header,
    /// Among the cookies.
    Cookie,
    /// As a member of the body.
    Body,
}

words!(Location: Path "path", Query "query", Header "header", Cookie "cookie", Body "body");
