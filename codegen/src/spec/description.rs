//! What was written in a description, with the place of each thing; what it means is not yet known.
//!
//! A part is [`Faulty`](super::Faulty) if it was reported while reading and something else depends on it; a part on
//! which nothing depends is then simply absent.

use super::{
    bounds::Bound,
    enum_base::EnumBase,
    security::{SchemeKind, Security},
    sides::Sides,
    told::Telling,
    type_expression::TypeExpression,
};
use crate::{
    diag::Span,
    yaml::{Node, Read, Spanned, Text},
};

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
    /// Names and URLs, at least one.
    pub servers: Vec<(Text, Read<Text>)>,
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
    /// What all calls share; its headers are those above.
    pub shared: Shared,
}

/// What calls share: those of an API, or those of a resource.
#[derive(Debug)]
pub struct Shared {
    /// What the callers of each give.
    pub parameters: Read<Vec<Parameter>>,
    /// Headers that each carries.
    pub headers: Vec<Header>,
    /// Codes with which each can fail.
    pub errors: Read<Vec<Text>>,
    /// What errors of each hold, by status.
    pub refusals: Read<Vec<StatusAnswer>>,
    /// The statuses after which each that can be repeated is worth it.
    pub retry_on: Read<Option<Vec<Spanned<i64>>>>,
}

/// A way to prove who sends a request: one of the `credentials`.
#[derive(Debug)]
pub struct Scheme {
    /// Name and doc.
    pub item: Item,
    /// What is sent.
    pub kind: Read<SchemeKind>,
}

/// A header of requests.
#[derive(Clone, Debug)]
pub struct Header {
    /// Name and doc; the doc is empty where only a value is written.
    pub item: Item,
    /// What every request carries.
    pub value: Read<Option<Text>>,
}

/// The crate to be written.
#[derive(Debug)]
pub struct Package {
    /// Its name.
    pub name: Read<Text>,
    /// Its version.
    pub version: Read<Text>,
    /// Its licence.
    pub license: Read<Text>,
}

/// How the service speaks HTTP and JSON.
#[derive(Debug, Default)]
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
#[derive(Debug)]
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

/// What each item may say.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name.
    pub name: Text,
    /// What it is; empty if that was reported.
    pub doc: Text,
    /// The version of the API that brought it.
    pub since: Option<Text>,
    /// What to use instead.
    pub deprecated: Option<Text>,
    /// Its Rust name.
    pub rust: Option<Text>,
    /// Its former names.
    pub was: Vec<Text>,
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
    /// What its calls share.
    pub shared: Shared,
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
    /// The HTTP status.
    pub status: Read<Spanned<i64>>,
}

/// A call.
#[derive(Debug)]
pub struct Endpoint {
    /// Name and doc.
    pub item: Item,
    /// Method and path.
    pub http: Read<Text>,
    /// The name of a server.
    pub server: Option<Text>,
    /// What signs its requests in place of the API key.
    pub auth: Option<Auth>,
    /// The schemes that sign its requests, if it says so itself.
    pub security: Option<Security>,
    /// What the caller gives.
    pub parameters: Read<Vec<Parameter>>,
    /// How the body is written, and what it is if not its parameters.
    pub body: Read<Option<Body>>,
    /// What a success answers.
    pub returns: Read<Option<TypeExpression>>,
    /// What it answers by status or with headers, in place of a type alone.
    pub answers: Read<Option<Answers>>,
    /// What its errors hold, by status.
    pub refusals: Read<Vec<StatusAnswer>>,
    /// Codes.
    pub errors: Read<Vec<Text>>,
    /// What it answers, for instance.
    pub examples: Vec<Example>,
    /// Headers that it carries.
    pub headers: Vec<Header>,
    /// Whether it does the same once, however often it is made.
    pub idempotent: bool,
    /// The statuses after which it is worth repeating.
    pub retry_on: Read<Option<Vec<Spanned<i64>>>>,
}

/// What is said of the body of a call.
#[derive(Debug)]
pub struct Body {
    /// How it is written.
    pub format: Read<Option<Text>>,
    /// What it says of itself.
    pub media: Read<Option<Text>>,
    /// The argument that is all of it, if it is not made of parameters.
    pub argument: Option<Parameter>,
    /// Where it is described.
    pub span: Span,
}

/// What a call answers by status, or with headers.
#[derive(Debug)]
pub struct Answers {
    /// Whether each is an answer with a status of its own.
    pub is_by_status: bool,
    /// The answers: one, if it is not by status.
    pub list: Vec<StatusAnswer>,
    /// Where it is described.
    pub span: Span,
}

/// What is answered with a status.
#[derive(Clone, Debug)]
pub struct StatusAnswer {
    /// The status, a class of them or `default`, and the doc.
    pub item: Item,
    /// What the body holds, if anything that matters.
    pub ty: Read<Option<TypeExpression>>,
    /// What headers say.
    pub headers: Read<Vec<AnswerHeader>>,
}

/// A header of an answer.
#[derive(Clone, Debug)]
pub struct AnswerHeader {
    /// Name and doc.
    pub item: Item,
    /// What it holds.
    pub ty: Read<TypeExpression>,
    /// Whether it may be missing.
    pub optional: Read<bool>,
}

/// An answer for instance.
#[derive(Debug)]
pub struct Example {
    /// Its name.
    pub name: Text,
    /// The HTTP status; that of a success if it is not written.
    pub status: Read<Option<Spanned<i64>>>,
    /// The body.
    pub response: Read<Node>,
}

/// What signs requests in place of the API key.
#[derive(Debug)]
pub struct Auth {
    /// The name of the argument that takes the token.
    pub token: Text,
    /// Where such tokens come from.
    pub session: Option<Session>,
}

/// Where tokens come from.
#[derive(Debug)]
pub struct Session {
    /// The endpoint that makes one.
    pub create: Read<Text>,
    /// The member of its answer that holds the token.
    pub token: Read<Text>,
    /// The member of its answer that says when the token ends.
    pub expires_at: Read<Text>,
    /// The code of the error of a token that has ended.
    pub renew_on: Read<Option<Text>>,
    /// Where all of this is written.
    pub span: Span,
}

/// What the caller gives.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Name and doc.
    pub item: Item,
    /// `path`, `query`, `header`, `cookie` or `body`.
    pub location: Read<Text>,
    /// How what has parts is written.
    pub style: Read<Option<Text>>,
    /// Where `explode: true` is written.
    pub explode: Read<Option<Span>>,
    /// What it holds.
    pub ty: Read<TypeExpression>,
    /// Whether it may be left out.
    pub optional: Read<bool>,
    /// What the service takes where it is left out.
    pub default: Read<Option<Node>>,
    /// What it is held to.
    pub bounds: Read<Vec<Bound>>,
    /// Where `secret: true` is written.
    pub secret: Read<Option<Span>>,
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
