//! Words of HTTP.

use crate::api::words::words;

/// An HTTP method that the tool can describe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HttpMethod {
    /// Reads.
    Get,
    /// Creates or acts.
    Post,
    /// Replaces.
    Put,
    /// Changes in part.
    Patch,
    /// Removes.
    Delete,
}

impl HttpMethod {
    /// Whether requests have a body by what HTTP says of the method.
    #[must_use]
    pub fn has_body(self) -> bool {
        match self {
            Self::Get | Self::Delete => false,
            Self::Post | Self::Put | Self::Patch => true,
        }
    }
}

words!(HttpMethod: Get "GET", Post "POST", Put "PUT", Patch "PATCH", Delete "DELETE");

/// How bodies of requests are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyFormat {
    /// A JSON object, `{}` if no parameter is set.
    Json,
    /// `application/x-www-form-urlencoded` with nested data in brackets: `a[b][0]=c`; empty if no parameter is set.
    Form,
}

words!(BodyFormat: Json "json", Form "form");
