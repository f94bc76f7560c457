//! What open enums and error enums share: variants that stand for texts, and one for all other texts.

use crate::runtime::json::scalar::{Scalar, Token, WireForm};
use crate::runtime::values::known::{Known, Row};
use crate::runtime::values::unknown_value::UnknownValue;

/// An enum whose values stand for texts.
pub trait TextEnum: Known<Wire = &'static str, Kept = UnknownValue> {}

impl<T: Known<Wire = &'static str, Kept = UnknownValue>> TextEnum for T {}

// What follows is compiled for each enum: it walks through slices by patterns, since iterators would be compiled for each as well.

/// The text on the wire.
pub(crate) fn text_of<T: TextEnum>(value: &T) -> &str {
    if let Some(text) = value.kept() {
        return text.as_str();
    }
    let mut rows = T::TABLE;
    while let [row, others @ ..] = rows {
        if row.value() == value {
            return row.wire();
        }
        rows = others;
    }
    ""
}

/// The value that a text on the wire stands for.
pub(crate) fn of_text<T: TextEnum>(text: &str) -> T {
    let mut rows = T::TABLE;
    while let [row, others @ ..] = rows {
        if row.wire() == text {
            return row.value().clone();
        }
        rows = others;
    }
    T::of_kept(UnknownValue::new(text))
}

impl<T: TextEnum> Scalar for T {
    fn expected(&self) -> &'static str {
        "a string"
    }

    fn accept(&mut self, token: Token<'_>, _form: WireForm) -> bool {
        let Some(text) = token.text() else { return false };
        *self = of_text(text);
        true
    }

    fn token(&self, _form: WireForm) -> Token<'_> {
        Token::Text(text_of(self).into())
    }
}

/// Gives an enum of texts its text form.
macro_rules! text_enum {
    ($name:ident) => {
        impl $name {
            /// The text on the wire.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                $crate::runtime::text_of(self)
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        /// By the text.
        impl ::std::cmp::Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                self.as_str().cmp(other.as_str())
            }
        }

        impl ::std::cmp::PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
                ::std::option::Option::Some(::std::cmp::Ord::cmp(self, other))
            }
        }

        impl ::std::cmp::PartialEq<str> for $name {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::std::cmp::PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }
    };
}
pub(crate) use text_enum;
