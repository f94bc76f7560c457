//! Reading and writing JSON: values, objects, unions.

mod copy_enums;
mod decode;
mod encode;
mod identifiers;
mod json_properties;
#[cfg(feature = "serde")]
mod serde;
mod syntax;
mod told;
mod union;
