//! What callers make and send.

use super::{Attributes, OpenEnum};
use crate::api::HttpMethod;
use crate::rust::limits::bounds;
use crate::rust::samples::Sample;
use crate::rust::{Name, RustType};

/// A request function with its operation.
#[derive(Debug)]
pub struct Request {
    /// The name of the function.
    pub function: Name,
    /// The name of the operation's type.
    pub operation: Name,
    /// The names that this type had, and keeps as deprecated aliases.
    pub former_operations: Vec<Name>,
    /// The name for logs and messages: `resource.endpoint`.
    pub label: String,
    /// What stands above the function.
    pub attributes: Attributes,
    /// The HTTP method.
    pub method: HttpMethod,
    /// The path with its parameters in braces.
    pub path: String,
    /// Whether it carries an idempotency key.
    pub is_keyed: bool,
    /// The place of its server among [`RustCrate::servers`](super::RustCrate::servers).
    pub server: usize,
    /// The name of its [`WireProtocol`](super::WireProtocol).
    pub protocol: Name,
    /// What the caller gives: all required ones are arguments.
    pub parameters: Vec<Parameter>,
    /// What a success gives.
    pub returns: RustType,
    /// What sends a series of such requests, if their tokens come from another call.
    pub sender: Option<Sender>,
    /// How it fails.
    pub error: OpenEnum,
}

impl Request {
    /// The parameters that are arguments of the function.
    pub fn required(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(|parameter| parameter.need == Need::Required)
    }

    /// The parameters that have a setter.
    pub fn optional(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(|parameter| parameter.need != Need::Required)
    }

    /// Whether a body is sent: always where HTTP expects one, even if it holds nothing.
    #[must_use]
    pub fn has_body(&self) -> bool {
        let in_body = |parameter: &Parameter| parameter.part == Part::Body;
        !matches!(self.method, HttpMethod::Get | HttpMethod::Delete) || self.parameters.iter().any(in_body)
    }

    /// Whether a success gives a page of a list.
    #[must_use]
    pub fn is_paged(&self) -> bool {
        matches!(self.returns, RustType::List(_) | RustType::Page(_))
    }

    /// The types that it speaks of.
    pub fn types(&self) -> impl Iterator<Item = &RustType> {
        let session = self.sender.iter().map(|sender| &sender.session);
        self.parameters.iter().map(|parameter| &parameter.ty).chain([&self.returns]).chain(session)
    }
}

/// What sends batches with tokens that another call gives.
#[derive(Debug)]
pub struct Sender {
    /// The name of its type.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// What a batch consists of.
    pub item: RustType,
    /// The most items of a batch.
    pub max_items: Option<u64>,
    /// The operation that gives a token.
    pub opening: Name,
    /// What it answers.
    pub session: RustType,
    /// The field of the answer that holds the token.
    pub token: Name,
    /// Whether that field is a secret, not plain text.
    pub is_secret: bool,
    /// The field that holds the instant at which the token ends.
    pub expires_at: Name,
    /// The code that says that it has ended.
    pub expired: Option<String>,
}

/// What a caller gives: a parameter of a [`Request`], or a member of [`Params`](super::Params).
#[derive(Debug)]
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// What stands above its setter.
    pub attributes: Attributes,
    /// Its name on the wire.
    pub wire: String,
    /// What carries it.
    pub part: Part,
    /// Its type, without the `Option` of an optional one.
    pub ty: RustType,
    /// Whether callers hold its value, or the items of its list, in other forms too, such as `&str`.
    pub converts: bool,
    /// Whether it may be left out.
    pub need: Need,
    /// What it is held to.
    pub limits: Vec<Limit>,
    /// A value for documentation; empty if there is no end to making one.
    pub sample: Sample,
}

impl Parameter {
    /// The name of the setter that unsets it.
    #[must_use]
    pub fn unset_name(&self) -> Name {
        self.name.with_beginning("unset_")
    }

    /// The former names of the setter that unsets it, if there is one.
    pub fn former_unset_names(&self) -> impl Iterator<Item = Name> {
        let former = self.attributes.former.iter().filter(|_| self.need == Need::Clearable);
        former.map(|former| former.with_beginning("unset_"))
    }

    /// What it is and what it is held to, as an item of a list.
    #[must_use]
    pub fn list_item(&self) -> String {
        let bounds = bounds(&self.limits).map(|bounds| format!(" {bounds}")).unwrap_or_default();
        format!("- `{}`: {}{bounds}", self.name.plain(), self.attributes.doc.summary())
    }
}

/// The part of a request, or of an object, that carries a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A segment of the path.
    Path,
    /// The query.
    Query,
    /// The body.
    Body,
    /// A member of an object.
    Member,
    /// The members of an object that say which of several things it is.
    Union,
    /// The header `Authorization`, in place of the API key.
    Token,
}

/// Whether a value may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must be given.
    Required,
    /// It may be left out.
    Optional,
    /// It may be left out, or be sent as nothing, which unsets what the service has.
    Clearable,
}

/// A bound that is checked before anything is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The most characters of a text.
    MaxLength(u64),
    /// The most items of a list.
    MaxItems(u64),
    /// The smallest number.
    Min(i64),
    /// The greatest number.
    Max(i64),
}
