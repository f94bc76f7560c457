//! Instants.

use std::borrow::Cow;

pub use jiff::Timestamp;

use super::slot::{Blank, Place, Slot, Text};

/// Read from RFC 3339 with or without a fraction of a second and with any offset; written in UTC with milliseconds, or
/// with as many digits as the instant needs.
impl Text for Timestamp {
    fn expected(&self) -> &'static str {
        "an instant such as \"2025-08-27T12:00:00.000Z\""
    }

    fn accept_text(&mut self, text: &str) -> bool {
        text.parse().map(|timestamp| *self = timestamp).is_ok()
    }

    fn text(&self) -> Cow<'_, str> {
        let precision = match self.subsec_nanosecond() {
            nanoseconds if nanoseconds % 1_000_000 == 0 => 3,
            nanoseconds if nanoseconds % 1_000 == 0 => 6,
            _ => 9,
        };
        format!("{self:.precision$}").into()
    }
}

impl Place for Timestamp {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }
}

impl Blank for Timestamp {
    fn blank() -> Self {
        Self::UNIX_EPOCH
    }
}
