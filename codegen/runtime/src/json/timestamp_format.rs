//! The two forms that instants have in JSON.

/// How instants are written. They are read from either form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// Text such as `2025-08-27T12:00:00.000Z`.
    Rfc3339,
    /// A whole number of seconds since the Unix epoch; what an instant has beyond whole seconds is left out.
    Unix,
}
