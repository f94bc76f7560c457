//! `Serialize` and `Deserialize` for generated types, under the feature `serde`.

/// Gives a type with `Place` and `Clone` the traits of serde.
#[cfg(feature = "serde")]
macro_rules! serde_impls {
    ($name:ident) => {
        $crate::runtime::serde_impls!($name, $crate::runtime::WireForm::Default);
    };
    ($name:ident, $form:expr) => {
        impl ::serde_core::Serialize for $name {
            fn serialize<S: ::serde_core::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::runtime::serialize(&mut self.clone(), $form, serializer)
            }
        }

        impl<'de> ::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: ::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::deserialize(deserializer)
            }
        }
    };
}

/// Gives a type nothing: the compiler does not even read what it would be.
#[cfg(not(feature = "serde"))]
macro_rules! serde_impls {
    ($($given:tt)*) => {};
}
pub(crate) use serde_impls;
