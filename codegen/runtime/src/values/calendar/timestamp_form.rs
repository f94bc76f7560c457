//! Instants as text and as numbers.

use std::fmt;

use crate::runtime::json::number::{Number, with_point};
use crate::runtime::json::scalar::{Scalar, Token, WireForm};
use crate::runtime::json::scalar_impls::scalar;
use crate::runtime::values::calendar::days::{SECONDS_PER_DAY, date_of, day_of};
use crate::runtime::values::calendar::rfc3339::{Reader, digits_of, time_text};
use crate::runtime::values::calendar::timestamp::Timestamp;
use crate::runtime::values::invalid_value::from_text;

/// The fewest digits of a text that is taken for seconds where the form does not say so: others may be a year, or a day
/// such as `20250827`. Nine digits reach from 1973 on.
const FEWEST_DIGITS: usize = 9;

/// The instant that a text of RFC 3339 names.
fn from_rfc3339(text: &str) -> Option<Timestamp> {
    let mut reader = Reader::new(text);
    let (year, month, day) = reader.date()?;
    let day = day_of(year, month, day)?;
    reader.separator()?;
    let (clock, offset) = reader.time()?;
    let second = i64::from(day) * SECONDS_PER_DAY + clock.second_of_day() - i64::from(offset.unwrap_or(0)) * 60;
    // The year has four digits, so that only an offset, or a leap second, can lead out of range.
    Some(Timestamp::nearest(second, clock.nanosecond))
}

/// The instant that a number stands for: seconds, or milliseconds where the form says so.
fn from_number(number: Number<'_>, form: WireForm) -> Option<Timestamp> {
    let places = if form == WireForm::UnixMillis { 6 } else { 9 };
    let (nanosecond, _) = number.scaled(places)?;
    Timestamp::from_nanosecond(nanosecond).ok()
}

/// Whether a text with these digits can be nothing but a number.
fn is_number(number: Number<'_>, form: WireForm) -> bool {
    matches!(form, WireForm::Unix | WireForm::UnixFraction | WireForm::UnixMillis)
        || number.whole.len() >= FEWEST_DIGITS
}

/// The text of RFC 3339 in UTC, with so many digits of a second.
fn to_rfc3339(timestamp: Timestamp, digits: usize) -> String {
    let day = timestamp.as_second().div_euclid(SECONDS_PER_DAY);
    let second = timestamp.as_second().rem_euclid(SECONDS_PER_DAY);
    let [year, month, day] = date_of(i32::try_from(day).unwrap_or_default());
    let time = [second / 3600, second / 60 % 60, second % 60];
    format!("{year:04}-{month:02}-{day:02}T{}Z", time_text(time, timestamp.subsec_nanosecond(), digits))
}

impl Scalar for Timestamp {
    fn expected(&self) -> &'static str {
        "an instant such as \"2025-08-27T12:00:00.000Z\""
    }

    fn accept(&mut self, token: Token<'_>, form: WireForm) -> bool {
        let read = match &token {
            Token::Number(_) => Number::of(&token).and_then(|number| from_number(number, form)),
            Token::Text(text) => from_rfc3339(text).or_else(|| {
                let number = Number::of(&token).filter(|number| is_number(*number, form))?;
                from_number(number, form)
            }),
            Token::Null | Token::Boolean(_) => None,
        };
        read.map(|timestamp| *self = timestamp).is_some()
    }

    fn token(&self, form: WireForm) -> Token<'_> {
        match form {
            WireForm::Unix => Token::Number(format!("{}", self.as_second()).into()),
            WireForm::UnixFraction => Token::Number(with_point(self.as_nanosecond(), 9).into()),
            WireForm::UnixMillis => Token::Number(format!("{}", self.as_millisecond()).into()),
            _ => {
                let digits = digits_of(self.subsec_nanosecond()).next_multiple_of(3).max(3);
                Token::Text(to_rfc3339(*self, digits).into())
            }
        }
    }
}

/// As RFC 3339 writes it, with as many digits of a second as it needs, or as the precision says: `{:.3}`.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match f.precision() {
            Some(digits) => f.write_str(&to_rfc3339(*self, digits)),
            None => f.pad(&to_rfc3339(*self, digits_of(self.subsec_nanosecond()))),
        }
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

scalar!(Timestamp, Self::UNIX_EPOCH);
from_text!(Timestamp);
