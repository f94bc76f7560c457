//! Decimal numbers, with the digits they came with.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use crate::runtime::json::number::Number;
use crate::runtime::json::scalar::{Scalar, Token, WireForm};
use crate::runtime::json::scalar_impls::scalar;
use crate::runtime::values::invalid_value::from_text;

/// A decimal number such as `-12.50`, kept digit for digit: `12.5` and `12.50` are two values.
///
/// It is read from a JSON number or from a string that holds one; neither goes through a float. An exponent is written
/// out when it is read, up to 400 places: `1.5e3` becomes `1500`, `1.50e-3` becomes `0.00150`. It is written as a string,
/// or as a number where the API wants that.
///
/// Decimals are ordered by value, and those of one value by their digits: `12.5` comes before `12.50`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decimal(String);

impl Decimal {
    /// The digits, with a minus sign in front if there was one, and without an exponent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Compares by value alone: `12.5` and `12.50` are equal, and so are `0` and `-0`.
    #[must_use]
    pub fn cmp_value(&self, other: &Self) -> Ordering {
        let numbers = Number::parse(&self.0).zip(Number::parse(&other.0));
        numbers.map_or(Ordering::Equal, |(number, other)| number.cmp_value(&other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.cmp_value(other).then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

macro_rules! from_integers {
    ($($integer:ident)*) => {$(
        impl From<$integer> for Decimal {
            fn from(integer: $integer) -> Self {
                Self(format!("{integer}"))
            }
        }
    )*};
}
from_integers!(i32 i64 u32 u64);

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

impl Scalar for Decimal {
    fn expected(&self) -> &'static str {
        "a decimal number"
    }

    fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
        let (Token::Number(text) | Token::Text(text)) = token else { return false };
        let read = match Number::parse(&text) {
            Some(number) if text.contains(['e', 'E']) => number.written_out(),
            Some(_) => Some(text.into_owned()),
            None => None,
        };
        read.map(|digits| self.0 = digits).is_some()
    }

    fn token(&self, form: WireForm) -> Token<'_> {
        let digits = self.as_str().into();
        if form != WireForm::Number {
            return Token::Text(digits);
        }
        // A number has no zeros in front.
        Token::Number(Number::parse(self.as_str()).and_then(|number| number.written_out()).map_or(digits, Cow::Owned))
    }
}

scalar!(Decimal, Self(String::new()));
from_text!(Decimal);
