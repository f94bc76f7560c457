//! `Serialize` and `Deserialize` for generated types, under the feature `serde`.
//!
//! They work with every format that describes itself, as JSON, YAML and TOML do.

#[cfg(feature = "serde")]
use serde_core::{Deserializer, Serialize, Serializer, de};

#[cfg(feature = "serde")]
use crate::runtime::json::{
    decode_error::Fault,
    read::read,
    slot::{Blank, Place},
    timestamp_format::TimestampFormat,
    write::Written,
};

/// Gives a type with `Place`, `Blank` and `Clone` the traits of serde.
macro_rules! serde_impls {
    ($name:ident) => {
        $crate::runtime::serde_impls!($name, $crate::runtime::TimestampFormat::Rfc3339);
    };
    ($name:ident, $timestamps:expr) => {
        #[cfg(feature = "serde")]
        impl ::serde_core::Serialize for $name {
            fn serialize<S: ::serde_core::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::runtime::serialize(&mut self.clone(), $timestamps, serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> ::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: ::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::deserialize(deserializer)
            }
        }
    };
}
pub(crate) use serde_impls;

/// Writes a value, borrowed as reading would borrow it, but left as it is.
#[cfg(feature = "serde")]
pub(crate) fn serialize<S: Serializer>(
    place: &mut dyn Place,
    timestamps: TimestampFormat,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Written::new(place, timestamps).serialize(serializer)
}

/// Reads a value; the error tells its place in the words of `DecodeError`.
#[cfg(feature = "serde")]
pub(crate) fn deserialize<'de, T: Place + Blank, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    let mut fault = Fault::default();
    read(&mut value, &mut fault, deserializer).map_err(|error| de::Error::custom(fault.into_error(error)))?;
    Ok(value)
}
