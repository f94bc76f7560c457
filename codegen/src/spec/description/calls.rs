//! What was written of calls.

use crate::spec::{bounds::Bound, pages::PagesOf, security::Security, type_expression::TypeExpression};
use crate::{
    diag::Span,
    yaml::{Node, Read, Spanned, Text},
};

use crate::spec::description::item::{Header, Item};

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

impl Default for Shared {
    fn default() -> Self {
        Self {
            parameters: Ok(Vec::new()),
            headers: Vec::new(),
            errors: Ok(Vec::new()),
            refusals: Ok(Vec::new()),
            retry_on: Ok(None),
        }
    }
}

/// How an answer comes.
#[derive(Debug)]
pub struct Answer {
    /// What its body holds.
    pub content: Option<Text>,
    /// The media type that is asked for.
    pub media: Option<Text>,
    /// The data of the event that ends it.
    pub done: Option<Text>,
    /// Whether it is taken up again where it breaks.
    pub resume: Option<Span>,
    /// All of it.
    pub span: Span,
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
    /// How that comes, if it says so.
    pub answer: Read<Option<Answer>>,
    /// What it answers by status or with headers, in place of a type alone.
    pub answers: Read<Option<Answers>>,
    /// What its errors hold, by status.
    pub refusals: Read<Vec<StatusAnswer>>,
    /// How that is cut into pages.
    pub pages: Read<Option<PagesOf>>,
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
    /// How some of its members are written.
    pub encodings: Read<Vec<Encoding>>,
    /// The argument that is all of it, if it is not made of parameters.
    pub argument: Option<Parameter>,
    /// Where it is described.
    pub span: Span,
}

/// How a member of a body is written.
#[derive(Clone, Debug)]
pub struct Encoding {
    /// The name of the member.
    pub name: Text,
    /// The style of it in a form.
    pub style: Read<Option<Text>>,
    /// The media type of a part that it is.
    pub media: Read<Option<Text>>,
}

/// What a call answers by status, or with headers.
#[derive(Debug)]
pub struct Answers {
    /// Whether each is an answer with a status of its own.
    pub is_by_status: bool,
    /// The answers: one, if it is not by status.
    pub list: Vec<StatusAnswer>,
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
    /// What it says, if it always says the same.
    pub constant: Read<Option<Node>>,
    /// What the service takes where it is left out.
    pub default: Read<Option<Node>>,
    /// A value that it may have.
    pub example: Read<Option<Node>>,
    /// What it is held to.
    pub bounds: Read<Vec<Bound>>,
    /// Where `secret: true` is written.
    pub secret: Read<Option<Span>>,
}
