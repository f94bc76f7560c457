//! Amounts of money, exact by construction.

use std::borrow::Cow;
use std::fmt;

use crate::runtime::json::scalar::{Scalar, Token, WireForm};
use crate::runtime::json::scalar_impls::scalar;
use crate::runtime::values::invalid_value::from_text;

/// An amount of money in the smallest unit of its currency: 2200 is 22.00 in `usd`, and 2200 in `jpy`.
///
/// It is read from a JSON integer or from a string that holds one, never from a number with a fraction or an exponent:
/// `22.00` may well mean 22 units of the currency itself. It is written as a string, or as a number where the API wants
/// that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Amount(i64);

impl Amount {
    /// An amount in the smallest unit of its currency.
    #[must_use]
    pub const fn new(minor_units: i64) -> Self {
        Self(minor_units)
    }

    /// The amount in the smallest unit of its currency.
    #[must_use]
    pub const fn minor_units(self) -> i64 {
        self.0
    }

    /// The sum, or `None` if it does not fit 64 bits. Both amounts have to be of one currency.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    /// The difference, or `None` if it does not fit 64 bits. Both amounts have to be of one currency.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(difference) => Some(Self(difference)),
            None => None,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<i64> for Amount {
    fn from(minor_units: i64) -> Self {
        Self(minor_units)
    }
}

impl PartialEq<i64> for Amount {
    fn eq(&self, other: &i64) -> bool {
        self.0 == *other
    }
}

impl Scalar for Amount {
    fn expected(&self) -> &'static str {
        "an amount: a 64-bit integer, or a string that holds one"
    }

    fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
        let (Token::Number(text) | Token::Text(text)) = token else { return false };
        // Stricter than `parse`, which takes a plus sign and leading zeros.
        let digits = text.strip_prefix('-').unwrap_or(&text);
        let is_whole = digits == "0" || digits.starts_with(|first| matches!(first, '1'..='9'));
        is_whole && text.parse().map(|minor_units| self.0 = minor_units).is_ok()
    }

    fn token(&self, form: WireForm) -> Token<'_> {
        let digits = Cow::Owned(self.0.to_string());
        if form == WireForm::Number { Token::Number(digits) } else { Token::Text(digits) }
    }
}

scalar!(Amount, Self(0));
from_text!(Amount);
