//! Instants.

use std::borrow::Cow;

pub use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::runtime::json::slot::{Blank, Place, Slot, Text};

/// Read from RFC 3339 with or without a fraction of a second and with any offset, or from whole seconds since the Unix
/// epoch; written as either: as text in UTC with milliseconds, or with as many digits as the instant needs.
impl Text for Timestamp {
    fn expected(&self) -> &'static str {
        "an instant such as \"2025-08-27T12:00:00.000Z\""
    }

    fn accept_text(&mut self, text: &str) -> bool {
        in_utc(text).or_else(|| text.parse().ok()).map(|timestamp| *self = timestamp).is_some()
    }

    fn accept_integer(&mut self, seconds: i64) -> bool {
        Self::from_second(seconds).map(|timestamp| *self = timestamp).is_ok()
    }

    fn unix_seconds(&self) -> Option<i64> {
        Some(self.as_second())
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

/// Reads the form that servers mostly send, `2025-08-27T12:00:00Z` with or without a fraction, in a fraction of the time
/// that the parser of all forms takes. What it gives nothing for may still be an instant.
fn in_utc(text: &str) -> Option<Timestamp> {
    let (seconds, fraction) = text.as_bytes().strip_suffix(b"Z")?.split_at_checked(19)?;
    let &[y1, y2, y3, y4, b'-', mo1, mo2, b'-', d1, d2, b'T', h1, h2, b':', mi1, mi2, b':', s1, s2] = seconds else {
        return None;
    };
    let (fraction_digits, unit) = match fraction {
        [] => (fraction, 0),
        [b'.', digits @ ..] if !digits.is_empty() => {
            (digits, 10_i32.pow(9_u32.checked_sub(digits.len().try_into().ok()?)?))
        }
        _ => return None,
    };
    let two = |first, second| i8::try_from(decimal(&[first, second])?).ok();
    let year = decimal(&[y1, y2, y3, y4])?.try_into().ok()?;
    let nanosecond = decimal(fraction_digits)? * unit;
    let in_utc =
        DateTime::new(year, two(mo1, mo2)?, two(d1, d2)?, two(h1, h2)?, two(mi1, mi2)?, two(s1, s2)?, nanosecond);
    Offset::UTC.to_timestamp(in_utc.ok()?).ok()
}

/// The number that up to nine digits stand for.
fn decimal(digits: &[u8]) -> Option<i32> {
    digits.iter().try_fold(0, |number, digit| match digit {
        b'0'..=b'9' => Some(number * 10 + i32::from(digit - b'0')),
        _ => None,
    })
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
