//! What a described API is in Rust: every name, type and doc text is decided here and nowhere else.
//!
//! `lower` turns the checked [`Api`](crate::api::Api) into a [`RustCrate`] of plain data, which the emitters only
//! have to spell out.

mod aliases;
mod attributes;
mod bounds;
mod calls;
mod conversions;
mod declare;
mod dialects;
mod docs;
mod events;
mod examples;
mod former;
mod guide;
mod item_names;
mod lower;
mod model;
mod names;
mod objects;
mod plain;
mod prelude;
mod requests;
mod samples;
mod scalars;
mod scope;
mod senders;
mod service;
mod shown;
mod sides;
mod told;
mod types;

pub use crate::api::{
    Answer, AnswerContent, EventKind, Layout, Listing, Located, SecretForm, Signed, Signing, Webhooks,
};
pub use crate::api::{KindShape, LastPage, NextPage, Told};
#[cfg(test)]
pub(crate) use declare::FEATURE_NAMES;
pub use docs::Doc;
pub(crate) use docs::{code, links};
pub use lower::lower;
pub use model::{
    Alias, AnswerType, AnswerVariant, Attributes, Body, BodyFormat, Bound, CallPlace, Check, ConstantParameter,
    Conversion, Dialect, Encoding, EnumBase, Environment, ErrorField, Event, Events, ExampleTest, Expected, Feature,
    Field, Guide, GuideCalls, HeaderSetter, Identifier, JsonForm, Limit, Literal, Module, Need, OpenEnum, PageStep,
    Paging, Parameter, Params, Part, Presence, Refusal, RefusalTest, Request, RustCrate, RustType, Sample, SampleValue,
    SampleVariant, Scheme, SchemeKind, Security, Sender, Server, ServerVariable, Status, Step, Struct, Union,
    UnionField, UnionVariant, Variant, WireForm, WireStyle,
};
pub use names::Name;
pub(crate) use prelude::{beside_described, is_derived, is_used_by_templates};
pub use scalars::{API_KEY, SECRET, TIMESTAMP, types_in_module};
pub(crate) use told::{tells, told_by};
