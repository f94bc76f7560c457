//! What a described API is in Rust: every name, type and doc text is decided here and nowhere else.
//!
//! [`lower`] turns the checked [`Api`](crate::api::Api) into a [`RustCrate`] of plain data, which the emitters only
//! have to spell out.

mod cycles;
mod docs;
mod guide;
mod lower;
mod model;
mod names;
mod requests;
mod samples;
mod scope;
mod types;

pub use docs::Doc;
pub(crate) use docs::code;
pub use guide::Section;
pub use lower::lower;
pub use model::{
    Assertion, Attributes, ExampleTest, Field, HeaderSetter, Identifier, Module, OpenEnum, Parameter, Presence,
    Request, RustCrate, Struct, Variant,
};
pub use names::Name;
pub use types::{Expected, RustType, Step};
