//! Words of HTTP.

use crate::api::words::words;

/// An HTTP method that the tool can describe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HttpMethod {
    /// Reads.
    Get,
    /// Reads headers alone.
    Head,
    /// Creates or acts.
    Post,
    /// Replaces.
    Put,
    /// Changes in part.
    Patch,
    /// Removes.
    Delete,
    /// Asks what can be done.
    Options,
    /// Asks for the request as it arrives.
    Trace,
}

impl HttpMethod {
    /// Whether requests have a body by what HTTP says of the method.
    #[must_use]
    pub fn has_body(self) -> bool {
        match self {
            Self::Get | Self::Head | Self::Delete | Self::Options | Self::Trace => false,
            Self::Post | Self::Put | Self::Patch => true,
        }
    }

    /// Whether requests can have a body where a description says so.
    #[must_use]
    pub fn can_have_body(self) -> bool {
        !matches!(self, Self::Head | Self::Trace)
    }

    /// Whether HTTP says that to send a request again changes nothing more.
    #[must_use]
    pub fn is_idempotent(self) -> bool {
        !matches!(self, Self::Post | Self::Patch)
    }
}

words!(
    HttpMethod: Get "GET", Head "HEAD", Post "POST", Put "PUT", Patch "PATCH", Delete "DELETE", Options "OPTIONS", Trace "TRACE"
);

/// How bodies of requests are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyFormat {
    /// A JSON object, `{}` if no parameter is set.
    Json,
    /// `application/x-www-form-urlencoded` with nested data in brackets: `a[b][0]=c`; empty if no parameter is set.
    Form,
}

words!(BodyFormat: Json "json", Form "form");
