//! Reading and writing JSON: values, objects, unions.

mod copy_enums;
mod decode;
mod encode;
mod identifiers;
//mod json_properties;
//mod scalars;
#[cfg(feature = "serde")]
mod serde;
mod told;
mod union;
