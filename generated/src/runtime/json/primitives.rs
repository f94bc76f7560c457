//! The scalars that Rust has itself.

use crate::runtime::json::number::{Number, digits};
use crate::runtime::json::scalar::{Scalar, Token, WireForm};

impl Scalar for bool {
    fn expected(&self) -> &'static str {
        "a boolean"
    }

    fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
        let read = match token {
            Token::Boolean(value) => Some(value),
            Token::Text(text) => text.parse().ok(),
            Token::Null | Token::Number(_) => None,
        };
        read.map(|value| *self = value).is_some()
    }

    fn token(&self, _form: WireForm) -> Token<'_> {
        Token::Boolean(*self)
    }
}

/// Integers take every way to write their number, and nothing that would have to be rounded or cut off.
macro_rules! integers {
    ($($integer:ident: $expected:literal,)*) => {$(
        impl Scalar for $integer {
            fn expected(&self) -> &'static str {
                $expected
            }

            fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
                integer(&token).and_then(|read| read.try_into().ok()).map(|read| *self = read).is_some()
            }

            fn token(&self, _form: WireForm) -> Token<'_> {
                Token::Number(format!("{self}").into())
            }
        }
    )*};
}

integers! {
    i32: "an integer of 32 bits",
    i64: "an integer",
    u32: "an integer of 32 bits that is not negative",
    u64: "an integer that is not negative",
}

fn integer(token: &Token<'_>) -> Option<i128> {
    let digits = digits(token)?;
    match digits.parse::<i64>() {
        // Most integers are written in one way, which takes a fraction of the time.
        Ok(integer) => Some(integer.into()),
        Err(_) => Number::parse(digits)?.integer(),
    }
}

/// Floats take the nearest number that they can hold. JSON has no infinity and no "not a number".
macro_rules! floats {
    ($($float:ident: $expected:literal,)*) => {$(
        impl Scalar for $float {
            fn expected(&self) -> &'static str {
                $expected
            }

            fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
                let read = digits(&token).and_then(|digits| digits.parse().ok());
                read.filter(|nearest: &Self| nearest.is_finite()).map(|nearest| *self = nearest).is_some()
            }

            fn token(&self, _form: WireForm) -> Token<'_> {
                // Debug writes an exponent where there would be many zeros.
                if self.is_finite() { Token::Number(format!("{self:?}").into()) } else { Token::Null }
            }
        }
    )*};
}

floats! {
    f32: "a number of single precision",
    f64: "a number",
}

impl Scalar for String {
    fn expected(&self) -> &'static str {
        "a string"
    }

    fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
        let Token::Text(text) = token else { return false };
        *self = text.into_owned();
        true
    }

    fn token(&self, _form: WireForm) -> Token<'_> {
        Token::Text(self.as_str().into())
    }
}
