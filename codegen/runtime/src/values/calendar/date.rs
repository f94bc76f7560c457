//! Dates.

use std::fmt;

use crate::runtime::json::scalar::{Scalar, Token, WireForm};
use crate::runtime::json::scalar_impls::scalar;
use crate::runtime::values::calendar::days::{date_of, day_of};
use crate::runtime::values::calendar::rfc3339::{Clock, Reader};
use crate::runtime::values::invalid_value::{InvalidValue, from_text};

/// A day of the Gregorian calendar, from 0000-01-01 to 9999-12-31.
///
/// It is read from text such as `2025-08-27`, and from an instant that is midnight where it was written, as
/// `2025-08-27T00:00:00Z` is. It is written in the first way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

const EXPECTED: &str = "a date such as \"2025-08-27\"";

impl Date {
    /// The first day, 0000-01-01.
    pub const MIN: Self = Self { year: 0, month: 1, day: 1 };

    /// The last day, 9999-12-31.
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// The day of a year up to 9999, a month from 1 to 12 and a day from 1 up.
    ///
    /// # Errors
    ///
    /// The calendar has no such day.
    pub const fn new(year: u16, month: u8, day: u8) -> Result<Self, InvalidValue> {
        match day_of(year, month, day) {
            Some(_) => Ok(Self { year, month, day }),
            None => Err(InvalidValue::new(EXPECTED)),
        }
    }

    /// The year, from 0 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day that is so many days later, or earlier if the number is negative; `None` beyond the years 0 to 9999.
    #[must_use]
    pub fn checked_add_days(self, days: i32) -> Option<Self> {
        let [year, month, day] = date_of(self.number().checked_add(days)?);
        Self::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
    }

    /// How many days this day is after an earlier one, or before a later one, which gives a negative number.
    #[must_use]
    pub fn days_since(self, other: Self) -> i32 {
        self.number() - other.number()
    }

    /// The days since 1 January 1970.
    pub(super) fn number(self) -> i32 {
        day_of(self.year, self.month, self.day).unwrap_or_default()
    }

    /// The day that a text names.
    fn read(text: &str) -> Option<Self> {
        let mut reader = Reader::new(text);
        let (year, month, day) = reader.date()?;
        let is_day = reader.is_at_end() || {
            reader.separator()?;
            reader.time()?.0 == Clock::default()
        };
        Self::new(year, month, day).ok().filter(|_| is_day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}-{:02}", self.year, self.month, self.day))
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Scalar for Date {
    fn expected(&self) -> &'static str {
        EXPECTED
    }

    fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
        let Token::Text(text) = token else { return false };
        Self::read(&text).map(|date| *self = date).is_some()
    }

    fn token(&self, _form: WireForm) -> Token<'_> {
        Token::Text(self.to_string().into())
    }
}

scalar!(Date, Self::MIN);
from_text!(Date);
