//! What a described API is in Rust: every name, type and doc text is decided here and nowhere else.
//!
//! [`lower`] turns the checked [`Api`](crate::api::Api) into a [`RustCrate`] of plain data, which the emitters only
//! have to spell out.

mod calls;
mod declare;
mod docs;
mod examples;
mod former;
mod guide;
mod limits;
mod lower;
mod model;
mod names;
mod objects;
mod requests;
mod samples;
mod scope;
mod senders;
mod types;

#[cfg(test)]
pub(crate) use declare::FEATURE_NAMES;
pub use docs::Doc;
pub(crate) use docs::{code, links};
pub use guide::Section;
pub use lower::lower;
pub use model::{
    Attributes, Check, ExampleTest, Expected, Feature, Field, Form, HeaderSetter, Identifier, Limit, Module, Need,
    OpenEnum, Parameter, Params, Part, Presence, Request, RustCrate, Sender, Step, Struct, Union, UnionField,
    UnionVariant, Variant, WireProtocol,
};
pub use names::Name;
pub use samples::Sample;
pub use types::RustType;
