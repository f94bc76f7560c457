//! Spans of time.

use std::fmt;

use crate::runtime::json::number::{Number, with_point};
use crate::runtime::json::scalar::{Scalar, Token, WireForm};
use crate::runtime::json::scalar_impls::scalar;
use crate::runtime::values::invalid_value::from_text;

/// A span of time as ISO 8601 writes it, such as `P3DT4H`, kept as it is: `PT60M` and `PT1H` are two values.
///
/// Where the API counts spans in seconds, it is read from a number too, with or without a fraction, and written as one;
/// a span of months or years, which no number of seconds can say, is written as text even there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Duration(String);

/// The parts of a span in their order: those in front of the `T`, and those behind it. Each has a letter, and the seconds
/// that it takes, unless that depends on when it begins.
const PARTS: [&[(u8, Option<i128>)]; 2] = [
    &[(b'Y', None), (b'M', None), (b'W', Some(7 * 86_400)), (b'D', Some(86_400))],
    &[(b'H', Some(3600)), (b'M', Some(60)), (b'S', Some(1))],
];

impl Duration {
    /// The text, such as `P3DT4H`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How long it takes, a day being 24 hours; what is less than a nanosecond is cut off. `None` if it has years or
    /// months, which are not always as long, or if it is negative.
    #[must_use]
    pub fn to_std(&self) -> Option<std::time::Duration> {
        let Some(Length::Nanoseconds(nanoseconds)) = Length::of(&self.0) else { return None };
        let nanoseconds = u128::try_from(nanoseconds).ok()?;
        let second = u64::try_from(nanoseconds / 1_000_000_000).ok()?;
        Some(std::time::Duration::new(second, u32::try_from(nanoseconds % 1_000_000_000).ok()?))
    }

    /// A span of so many seconds.
    fn of_seconds(number: Number<'_>) -> Option<Self> {
        let seconds = number.written_out()?;
        let (sign, seconds) = seconds.strip_prefix('-').map_or(("", &*seconds), |seconds| ("-", seconds));
        Some(Self(format!("{sign}PT{seconds}S")))
    }
}

/// How long a span of time takes.
enum Length {
    Nanoseconds(i128),
    /// That depends on when it begins, or has too many digits.
    Unknown,
}

impl Length {
    /// The length of the span that a text of ISO 8601 names.
    fn of(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix('-');
        let sign = if unsigned.is_some() { -1 } else { 1 };
        let parts = unsigned.unwrap_or(text).strip_prefix(['P', 'p'])?;
        let (date, time) = parts.split_once(['T', 't']).map_or((parts, None), |(date, time)| (date, Some(time)));
        if time.unwrap_or(date).is_empty() {
            return None;
        }
        let mut length = Some(0);
        let mut has_fraction = false;
        for (mut rest, parts) in [date, time.unwrap_or_default()].into_iter().zip(PARTS) {
            let mut parts = parts.iter();
            while !rest.is_empty() {
                let end = rest.find(|character: char| character.is_ascii_alphabetic())?;
                let digits = rest[..end].replace(',', ".");
                let number = Number::parse(&digits).filter(|_| !has_fraction)?;
                let letter = rest.as_bytes()[end].to_ascii_uppercase();
                let (_, seconds) = parts.find(|(part, _)| *part == letter)?;
                length = sum(length, number, *seconds);
                has_fraction = !number.fraction.is_empty();
                rest = &rest[end + 1..];
            }
        }
        let length = length.and_then(|length| length.checked_mul(sign));
        Some(length.map_or(Self::Unknown, Self::Nanoseconds))
    }
}

/// The nanoseconds that a span takes with one more part, if they are known.
fn sum(length: Option<i128>, number: Number<'_>, seconds: Option<i128>) -> Option<i128> {
    let (nanoseconds, _) = number.scaled(9)?;
    // None of something takes no time, however long it is.
    let seconds = if nanoseconds == 0 { 0 } else { seconds? };
    length?.checked_add(nanoseconds.checked_mul(seconds)?)
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// As a number of seconds: `PT90S`, `PT0.5S`.
impl From<std::time::Duration> for Duration {
    fn from(duration: std::time::Duration) -> Self {
        let fraction = format!("{:09}", duration.subsec_nanos());
        let seconds = match fraction.trim_end_matches('0') {
            "" => duration.as_secs().to_string(),
            fraction => format!("{}.{fraction}", duration.as_secs()),
        };
        Self(format!("PT{seconds}S"))
    }
}

impl Scalar for Duration {
    fn expected(&self) -> &'static str {
        "a span of time such as \"P3DT4H\""
    }

    fn accept(&mut self, token: Token<'_>, form: WireForm) -> bool {
        let read = match &token {
            Token::Text(text) if Length::of(text).is_some() => Some(Self(text.clone().into_owned())),
            token if form == WireForm::Seconds => Number::of(token).and_then(Self::of_seconds),
            _ => None,
        };
        read.map(|duration| *self = duration).is_some()
    }

    fn token(&self, form: WireForm) -> Token<'_> {
        match Length::of(&self.0) {
            Some(Length::Nanoseconds(length)) if form == WireForm::Seconds => {
                Token::Number(with_point(length, 9).into())
            }
            _ => Token::Text(self.as_str().into()),
        }
    }
}

scalar!(Duration, Self(String::new()));
from_text!(Duration);
