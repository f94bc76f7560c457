//! Forms in which values travel.

/// How bodies of requests are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyFormat {
    /// A JSON object, `{}` if no parameter is set.
    Json,
    /// `application/x-www-form-urlencoded` with nested data in brackets: `a[b][0]=c`; empty if no parameter is set.
    Form,
}

/// How instants are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// RFC 3339 text.
    Rfc3339,
    /// A whole number of seconds since the Unix epoch.
    Unix,
}
