//! Times of day.

use std::fmt;

use crate::runtime::json::scalar::{Scalar, Token, WireForm};
use crate::runtime::json::scalar_impls::scalar;
use crate::runtime::values::calendar::rfc3339::{Clock, Reader, digits_of, time_text};
use crate::runtime::values::invalid_value::{InvalidValue, from_text};

/// A time of day to the nanosecond, with its offset from UTC if it has one.
///
/// It is read from text such as `10:15:30`, `10:15:30.25Z` or `10:15+02:00`; what is less than a nanosecond is cut off.
/// It is written with seconds, and with as many digits of one as it needs.
///
/// Times are ordered as clocks show them, and those alike by their offset, those without one first. The leap second
/// `23:59:60` is a time of day in UTC, and where there is no offset.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    clock: Clock,
    /// The offset from UTC in minutes.
    offset: Option<i16>,
}

const EXPECTED: &str = "a time of day such as \"10:15:30\"";

impl Time {
    /// The beginning of a day, without an offset from UTC.
    pub const MIDNIGHT: Self = Self { clock: Clock { hour: 0, minute: 0, second: 0, nanosecond: 0 }, offset: None };

    /// The time of day at an hour from 0 to 23, a minute and a second, without an offset from UTC.
    ///
    /// # Errors
    ///
    /// No day has such a time.
    pub const fn new(hour: u8, minute: u8, second: u8) -> Result<Self, InvalidValue> {
        Self::checked(Clock { hour, minute, second, nanosecond: 0 }, None)
    }

    /// The same second, so many nanoseconds after its beginning.
    ///
    /// # Errors
    ///
    /// A second has a billion of them.
    pub const fn with_nanosecond(self, nanosecond: u32) -> Result<Self, InvalidValue> {
        Self::checked(Clock { nanosecond, ..self.clock }, self.offset)
    }

    /// The time that clocks show alike where they are so many minutes ahead of UTC, or behind it if the number is negative.
    ///
    /// # Errors
    ///
    /// The offset is a day or more, or the time is a leap second, which does not come at that time there.
    pub const fn with_offset_minutes(self, minutes: i16) -> Result<Self, InvalidValue> {
        Self::checked(self.clock, Some(minutes))
    }

    const fn checked(clock: Clock, offset: Option<i16>) -> Result<Self, InvalidValue> {
        let minutes = match offset {
            Some(minutes) => minutes,
            None => 0,
        };
        if minutes.unsigned_abs() < 24 * 60 && clock.is_valid(minutes) {
            Ok(Self { clock, offset })
        } else {
            Err(InvalidValue::new(EXPECTED))
        }
    }

    /// The hour, from 0 to 23.
    #[must_use]
    pub const fn hour(self) -> u8 {
        self.clock.hour
    }

    /// The minute, from 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        self.clock.minute
    }

    /// The second, from 0 to 59, or 60 if it is a leap second.
    #[must_use]
    pub const fn second(self) -> u8 {
        self.clock.second
    }

    /// The nanoseconds since the beginning of the second, less than a billion.
    #[must_use]
    pub const fn nanosecond(self) -> u32 {
        self.clock.nanosecond
    }

    /// How many minutes clocks are ahead of UTC where this is the time, if that was said.
    #[must_use]
    pub const fn offset_minutes(self) -> Option<i16> {
        self.offset
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let offset = match self.offset {
            None => String::new(),
            Some(0) => "Z".to_owned(),
            Some(minutes) => {
                let (sign, minutes) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
                format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        };
        let Clock { hour, minute, second, nanosecond } = self.clock;
        f.pad(&(time_text([hour, minute, second].map(i64::from), nanosecond, digits_of(nanosecond)) + &offset))
    }
}

impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Scalar for Time {
    fn expected(&self) -> &'static str {
        EXPECTED
    }

    fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
        let Token::Text(text) = token else { return false };
        Reader::new(&text).time().map(|(clock, offset)| *self = Self { clock, offset }).is_some()
    }

    fn token(&self, _form: WireForm) -> Token<'_> {
        Token::Text(self.to_string().into())
    }
}

scalar!(Time, Self::MIDNIGHT);
from_text!(Time);
