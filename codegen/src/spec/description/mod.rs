//! What was written in a description, with the place of each thing; what it means is not yet known.
//!
//! A part is [`Faulty`](crate::spec::Faulty) if it was reported while reading and something else depends on it; a part on
//! which nothing depends is then simply absent.

use crate::spec::{
    bounds::Bound,
    enum_base::EnumBase,
    pages::Pages,
    security::{SchemeKind, Security},
    sides::Sides,
    told::Telling,
    type_expression::TypeExpression,
};
use crate::{
    diag::Span,
    yaml::{Node, Read, Spanned, Text},
};

mod calls;
mod events;
mod item;

pub use calls::{
    Answer, AnswerHeader, Answers, Auth, Body, Encoding, Endpoint, Example, Parameter, Session, Shared, StatusAnswer,
};
pub use events::{Event, Hmac, Located, Signature, SignaturePairs, Webhooks};
pub use item::{Header, Item};

/// A whole description.
#[derive(Debug)]
pub struct Description {
    /// `api.yaml`.
    pub api: Read<ApiFile>,
    /// The other files.
    pub resources: Vec<Resource>,
    /// Whether every definition could be read. If not, a name that is not found may be in what was lost.
    pub complete: bool,
}

/// What `api.yaml` says.
#[derive(Debug)]
pub struct ApiFile {
    /// The API's name.
    pub name: Read<Text>,
    /// What the API is; empty if that was reported.
    pub doc: Text,
    /// The API's version.
    pub version: Read<Text>,
    /// The crate to be written.
    pub package: Read<Package>,
    /// Where it is served; nothing if no section says it.
    pub servers: Option<Vec<Server>>,
    /// Which of several such sets of places there are.
    pub environments: Vec<Item>,
    /// What stands between braces in their URLs.
    pub server_variables: Vec<ServerVariable>,
    /// How requests can be signed; nothing if no section says it.
    pub credentials: Option<Vec<Scheme>>,
    /// How they are, where nothing else is said.
    pub auth: Read<Security>,
    /// Headers of requests.
    pub headers: Vec<Header>,
    /// How the service speaks HTTP and JSON.
    pub protocol: Protocol,
    /// How it speaks below some paths.
    pub dialects: Vec<Dialect>,
    /// How lists are cut into pages, by name.
    pub paginations: Vec<(Text, Read<Pages>)>,
    /// How events are delivered; nothing if no section says it.
    pub webhooks: Read<Option<Webhooks>>,
    /// What all calls share; its headers are those above.
    pub shared: Shared,
    /// Whether calls may be there that send the same, as published documents have them.
    pub repeats: bool,
}

/// A place where the API is served.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its name.
    pub name: Text,
    /// Where it is.
    pub url: Read<ServerUrl>,
}

/// Where a server is.
#[derive(Clone, Debug)]
pub enum ServerUrl {
    /// In any environment here.
    Same(Text),
    /// In these environments here.
    Each(Vec<(Text, Read<Text>)>),
}

/// What stands between braces in URLs of servers.
#[derive(Clone, Debug)]
pub struct ServerVariable {
    /// Name and doc.
    pub item: Item,
    /// What stands there unless a program says otherwise.
    pub default: Read<Text>,
    /// What may stand there.
    pub values: Vec<Text>,
    /// Whether nothing else may.
    pub closed: bool,
}

/// A way to prove who sends a request: one of the `credentials`.
#[derive(Debug)]
pub struct Scheme {
    /// Name and doc.
    pub item: Item,
    /// What is sent.
    pub kind: Read<SchemeKind>,
}

/// The crate to be written.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its name.
    pub name: Read<Text>,
    /// Its version.
    pub version: Read<Text>,
    /// Its licence.
    pub license: Read<Text>,
    /// The folder that it is written into, from that of the description.
    pub out: Option<Text>,
    /// Whether it has no tests of the examples.
    pub without_tests: bool,
    /// What registries are told besides.
    pub listing: Listing,
}

/// What registries are told of a package besides.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// URLs, by their keys.
    pub links: Vec<(&'static str, Text)>,
    /// Lists of texts, by their keys.
    pub lists: Vec<(&'static str, Vec<Text>)>,
    /// Whether the package stays unpublished.
    pub is_private: bool,
}

/// How the service speaks HTTP and JSON.
#[derive(Clone, Debug, Default)]
pub struct Protocol {
    /// A response header.
    pub request_id: Option<Text>,
    /// A request header.
    pub idempotency_key: Option<Text>,
    /// A response header.
    pub should_retry: Option<Text>,
    /// Members, with dots between them.
    pub error_code: Option<Text>,
    /// Members, with dots between them.
    pub error_message: Option<Text>,
    /// What else callers ask of an error.
    pub error_fields: Vec<ErrorField>,
}

/// What the body of an error may say besides its code and message.
#[derive(Clone, Debug)]
pub struct ErrorField {
    /// Its name for callers.
    pub item: Item,
    /// Members, with dots between them.
    pub at: Read<Text>,
}

/// How the service speaks below a path: one of the `protocols`.
#[derive(Debug)]
pub struct Dialect {
    /// Its name.
    pub name: Text,
    /// How the paths begin.
    pub path: Read<Text>,
    /// `json` or `form`.
    pub body: Option<Text>,
    /// `rfc3339` or `unix`.
    pub timestamps: Option<Text>,
    /// `cursor` or `page_url`.
    pub pagination: Read<Option<Text>>,
    /// The methods whose requests carry an idempotency key.
    pub idempotency_key: Vec<Text>,
}

/// A file for one resource.
#[derive(Debug)]
pub struct Resource {
    /// Name and doc.
    pub item: Item,
    /// How requests are signed, where an endpoint says nothing of it.
    pub security: Option<Security>,
    /// Types of identifiers.
    pub identifiers: Vec<Identifier>,
    /// Types with names of their own.
    pub aliases: Vec<Alias>,
    /// Objects.
    pub objects: Vec<Object>,
    /// Enums.
    pub enums: Vec<Enum>,
    /// Error codes.
    pub codes: Vec<Code>,
    /// Calls.
    pub endpoints: Vec<Endpoint>,
    /// How states change.
    pub lifecycles: Vec<Lifecycle>,
    /// What the service tells by itself.
    pub events: Vec<Event>,
    /// What its calls share.
    pub shared: Shared,
}

impl Resource {
    /// One that holds nothing yet.
    pub(crate) fn empty(item: Item) -> Self {
        Self {
            item,
            security: None,
            identifiers: Vec::new(),
            aliases: Vec::new(),
            objects: Vec::new(),
            enums: Vec::new(),
            codes: Vec::new(),
            endpoints: Vec::new(),
            lifecycles: Vec::new(),
            events: Vec::new(),
            shared: Shared::default(),
        }
    }
}

/// A type of identifiers.
#[derive(Debug)]
pub struct Identifier {
    /// Name and doc.
    pub item: Item,
    /// How such identifiers begin.
    pub prefix: Option<Text>,
}

/// A type with a name of its own.
#[derive(Debug)]
pub struct Alias {
    /// Name and doc.
    pub item: Item,
    /// What it stands for.
    pub ty: Read<TypeExpression>,
    /// What requests are held to.
    pub bounds: Read<Vec<Bound>>,
    /// Where `secret: true` is written.
    pub secret: Read<Option<Span>>,
}

/// An object, or a union, which has no members but those that tell its variants apart.
#[derive(Debug)]
pub struct Object {
    /// Name and doc.
    pub item: Item,
    /// The name of the member, parameter or variant in which it is written, if it is; its doc is then that of this one.
    pub in_place: Option<Span>,
    /// Its members, but those that a union says.
    pub fields: Read<Vec<Field>>,
    /// What it is one of.
    pub union: Read<Option<Union>>,
    /// Its members that are not named.
    pub rest: Read<Option<Rest>>,
}

impl Object {
    /// Whether it is what it can be, and nothing else.
    #[must_use]
    pub fn is_union_alone(&self) -> bool {
        let has_fields = self.fields.as_ref().is_ok_and(|fields| !fields.is_empty());
        matches!(self.union, Ok(Some(_))) && !has_fields && matches!(self.rest, Ok(None))
    }
}

/// The members of an object that are not named.
#[derive(Debug)]
pub struct Rest {
    /// Doc, and the name in Rust; the name is that of the key.
    pub item: Item,
    /// What each of them holds.
    pub ty: Read<TypeExpression>,
}

/// What tells apart the things that an object can be.
#[derive(Debug)]
pub struct Union {
    /// How they are told apart.
    pub telling: Telling,
    /// What there can be.
    pub variants: Vec<Variant>,
}

/// One of the things that an object can be.
#[derive(Debug)]
pub struct Variant {
    /// Name and doc.
    pub item: Item,
    /// What it holds, if anything.
    pub data: Read<Option<TypeExpression>>,
    /// Where it is met.
    pub sides: Read<Sides>,
}

/// A member of an object.
#[derive(Debug)]
pub struct Field {
    /// Name and doc.
    pub item: Item,
    /// What it holds.
    pub ty: Read<TypeExpression>,
    /// Where it may stand.
    pub sides: Read<Sides>,
    /// Where it may be left out.
    pub optional: Read<Sides>,
    /// What it always says.
    pub constant: Read<Option<Node>>,
    /// What it says as well.
    pub constant_also: Read<Vec<Node>>,
    /// What the service takes where callers leave it out.
    pub default: Read<Option<Node>>,
    /// A value that it may have.
    pub example: Read<Option<Node>>,
    /// What requests are held to.
    pub bounds: Read<Vec<Bound>>,
    /// Where `secret: true` is written.
    pub secret: Read<Option<Span>>,
}

/// An enum.
#[derive(Debug)]
pub struct Enum {
    /// Name and doc.
    pub item: Item,
    /// The name of the member, parameter or variant in which it is written, if it is; its doc is then that of this one.
    pub in_place: Option<Span>,
    /// What its values are in JSON.
    pub base: Read<EnumBase>,
    /// Whether there will be no other values.
    pub closed: bool,
    /// Its values.
    pub values: Read<Vec<Item>>,
}

/// An error code.
#[derive(Debug)]
pub struct Code {
    /// Name and doc.
    pub item: Item,
    /// The HTTP statuses with which it comes.
    pub statuses: Read<Vec<Spanned<i64>>>,
}

/// How calls move an object from state to state.
#[derive(Debug)]
pub struct Lifecycle {
    /// `Object.field`.
    pub field: Text,
    /// The first state.
    pub initial: Read<Text>,
    /// The moves.
    pub transitions: Vec<Transition>,
}

/// A move.
#[derive(Debug)]
pub struct Transition {
    /// The endpoint that makes it.
    pub endpoint: Text,
    /// The states from which it may be called.
    pub from: Read<Vec<Text>>,
    /// The state to which it leads.
    pub to: Read<Text>,
    /// The code of the error in any other state.
    pub otherwise: Read<Text>,
    /// Members, with dots between them, that are then set.
    pub sets: Option<Text>,
    /// Members, with dots between them, that are then empty.
    pub clears: Option<Text>,
}
