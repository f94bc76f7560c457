//! Decimal numbers, with the digits they came with.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::str::FromStr;

use crate::runtime::json::serde_impls::serde_impls;
use crate::runtime::json::slot::{Blank, Place, Slot, Text};

/// A decimal number such as `-12.50`, kept digit for digit: `12.5` and `12.50` are two values.
///
/// It is read from a JSON string or integer. A JSON number with a fraction is refused, because its digits may have
/// been rounded on the way. It is written as a string.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decimal(String);

impl Decimal {
    /// The digits, with a minus sign in front if the number is negative.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is not a decimal number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseDecimalError(());

impl fmt::Display for ParseDecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a decimal number: write digits, with a minus sign in front and a fraction behind if need be")
    }
}

impl Error for ParseDecimalError {}

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if is_decimal(text) { Ok(Self(text.to_owned())) } else { Err(ParseDecimalError(())) }
    }
}

/// Whether a text is `-?digits(.digits)?`.
fn is_decimal(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    }
}

impl From<i64> for Decimal {
    fn from(integer: i64) -> Self {
        Self(integer.to_string())
    }
}

impl PartialEq<str> for Decimal {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Decimal {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl Text for Decimal {
    fn expected(&self) -> &'static str {
        "a decimal number in a string, or an integer"
    }

    fn accept_text(&mut self, text: &str) -> bool {
        text.parse().map(|decimal| *self = decimal).is_ok()
    }

    fn accept_integer(&mut self, integer: i64) -> bool {
        *self = integer.into();
        true
    }

    fn text(&self) -> Cow<'_, str> {
        self.as_str().into()
    }
}

impl Place for Decimal {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }
}

impl Blank for Decimal {
    fn blank() -> Self {
        Self(String::new())
    }
}

serde_impls!(Decimal);
