//! What every object of an API can do, given the list of its members.

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::read::read_json;
use crate::runtime::json::slot::{Blank, Place};
use crate::runtime::json::timestamp_format::TimestampFormat;
use crate::runtime::json::write::write_json;

/// Gives a type with `Object` and `Blank` its JSON form, and an example: the text of a JSON document. Instants are
/// written as text, or with `unix` as seconds.
macro_rules! object {
    ($name:ident, $example:expr) => {
        $crate::runtime::object!($name, $example, $crate::runtime::TimestampFormat::Rfc3339);
    };
    ($name:ident, $example:expr, unix) => {
        $crate::runtime::object!($name, $example, $crate::runtime::TimestampFormat::Unix);
    };
    ($name:ident, $example:expr, $timestamps:expr) => {
        impl $name {
            /// Reads a JSON document. Members that this version of the crate does not know are skipped.
            ///
            /// # Errors
            ///
            /// The text is not JSON, or a member is missing or does not fit; the error names its place.
            #[inline]
            pub fn from_json(text: &str) -> ::std::result::Result<Self, $crate::runtime::DecodeError> {
                $crate::runtime::from_json(text)
            }

            /// Writes a compact JSON document.
            #[must_use]
            #[inline]
            pub fn to_json(&self) -> String {
                $crate::runtime::to_json(&mut self.clone(), $timestamps)
            }

            /// An example to start a test from: assign the fields that matter, the others have likely values.
            #[must_use]
            #[inline]
            pub fn example() -> Self {
                $crate::runtime::example($example)
            }
        }

        $crate::runtime::params!($name);
        $crate::runtime::serde_impls!($name, $timestamps);
    };
}
pub(crate) use object;

/// Lets a type with `Object` be a parameter, or a part of one.
macro_rules! params {
    ($name:ident) => {
        impl $crate::runtime::Place for $name {
            fn slot(&mut self) -> $crate::runtime::Slot<'_> {
                $crate::runtime::Slot::Object(self)
            }
        }
    };
}
pub(crate) use params;

/// Reads a value from a JSON document.
pub(crate) fn from_json<T: Place + Blank>(text: &str) -> Result<T, DecodeError> {
    let mut value = T::blank();
    read_json(text, &mut value)?;
    Ok(value)
}

/// Writes a value, borrowed as reading would borrow it, but left as it is.
pub(crate) fn to_json(place: &mut dyn Place, timestamps: TimestampFormat) -> String {
    write_json(place.slot(), timestamps)
}

/// Reads the example of an object, which this crate's own tests hold to be readable.
pub(crate) fn example<T: Place + Blank>(text: &str) -> T {
    from_json(text).unwrap_or_else(|error| panic!("the example does not fit its own object: {error}"))
}
