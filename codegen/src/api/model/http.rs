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
    /// `multipart/form-data`, a part for each member.
    Multipart,
    /// A text.
    Text,
    /// Bytes as they are.
    Bytes,
    /// A line of JSON for each item of a list.
    Lines,
}

impl BodyFormat {
    /// Those that can be that of all calls below some paths.
    pub const OF_PROTOCOLS: [Self; 2] = [Self::Json, Self::Form];

    /// What a body of it says of itself.
    #[must_use]
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Form => "application/x-www-form-urlencoded",
            Self::Multipart => "multipart/form-data",
            Self::Text => "text/plain; charset=utf-8",
            Self::Bytes => "application/octet-stream",
            Self::Lines => "application/x-ndjson",
        }
    }

    /// Whether it is made of members.
    #[must_use]
    pub fn has_members(self) -> bool {
        matches!(self, Self::Json | Self::Form | Self::Multipart)
    }

    /// The one that a media type speaks of.
    #[must_use]
    pub fn of_media(media: &str) -> Self {
        let essence = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match essence.as_str() {
            "application/x-www-form-urlencoded" => Self::Form,
            "application/x-ndjson" | "application/ndjson" | "application/jsonl" | "application/x-jsonlines" => {
                Self::Lines
            }
            media if media.ends_with("/json") || media.ends_with("+json") => Self::Json,
            media if media.starts_with("multipart/") => Self::Multipart,
            media if media.starts_with("text/") => Self::Text,
            _ => Self::Bytes,
        }
    }
}

words!(BodyFormat: Json "json", Form "form", Multipart "multipart", Text "text", Bytes "bytes", Lines "lines");
