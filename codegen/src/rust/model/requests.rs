//! What callers make and send.

use super::answers::{AnswerType, Refusal};
use super::attributes::Attributes;
use super::items::OpenEnum;
use super::paging::Paging;
use super::parameters::{Parameter, Part};
use super::samples::Sample;
use super::types::{RustType, WireForm, WireStyle};
use crate::api::{Answer, BodyFormat, HttpMethod, Literal, NextPage, Security, Status};
use crate::rust::Name;
use crate::surface::Origin;

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
    /// Whether the description says that to make it again changes nothing more.
    pub is_idempotent: bool,
    /// The statuses after which it is worth repeating, where the description says which.
    pub retry_on: Option<Vec<u16>>,
    /// The headers that it always carries, by their names in lower case, and what they say.
    pub headers: Vec<(String, String)>,
    /// The place of its server among [`RustCrate::servers`](super::RustCrate::servers).
    pub server: usize,
    /// What signs it, if not [what signs most](super::RustCrate::auth).
    pub auth: Option<Security>,
    /// The name of its [`Dialect`](super::Dialect).
    pub dialect: Name,
    /// What the caller gives: all required ones are arguments.
    pub parameters: Vec<Parameter>,
    /// What it sends besides, which is always the same.
    pub constants: Vec<ConstantParameter>,
    /// How its body is written.
    pub body: Body,
    /// What a success gives.
    pub returns: RustType,
    /// How that comes.
    pub answer: Answer,
    /// The form in which that is written, if it always has one.
    pub answer_form: Option<WireForm>,
    /// How that is cut into pages, if it is no page of the runtime.
    pub paging: Option<Paging>,
    /// The types of what it answers by status or headers, and of what its errors hold.
    pub answers: Vec<AnswerType>,
    /// The statuses that are answers, though they are none of a success.
    pub other_statuses: Vec<Status>,
    /// What the bodies of its errors hold, if the description says it.
    pub refusal: Option<Refusal>,
    /// What sends a series of such requests, if their tokens come from another call.
    pub sender: Option<Sender>,
    /// How it fails.
    pub error: OpenEnum,
}

impl Request {
    /// The parameters that are arguments of the function.
    pub fn required(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(|parameter| parameter.is_argument())
    }

    /// The parameters that have a setter.
    pub fn optional(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(|parameter| !parameter.is_argument())
    }

    /// The setter that documentation shows beside what is required: the first that can be shown with a value that says
    /// something.
    #[must_use]
    pub fn shown_setter(&self) -> Option<&Parameter> {
        let is_telling = |sample: &Sample| !sample.is_made_up();
        self.optional().find(|parameter| parameter.sample.as_ref().is_some_and(is_telling))
    }

    /// What it sends a batch of, if it is one of a series.
    #[must_use]
    pub fn batch(&self) -> Option<&Parameter> {
        self.required().find(|parameter| parameter.part != Part::Token)
    }

    /// Whether it is signed with the API key, and documentation shows it without types of the crate's modules.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let shows_types = |sample: &Sample| !sample.is_plain();
        self.required().all(|given| given.part != Part::Token && !given.sample.as_ref().is_some_and(shows_types))
    }

    /// Whether a call that fails is made again.
    #[must_use]
    pub fn is_repeated(&self) -> bool {
        self.is_keyed || self.is_idempotent || self.method.is_idempotent()
    }

    /// Whether a body is sent even if nothing is in it: where HTTP expects one, and it is made of members.
    #[must_use]
    pub fn has_body(&self) -> bool {
        self.method.has_body() && !self.body.is_whole && !self.body.is_none
    }

    /// Whether it has parameters that no dialect says how to write.
    #[must_use]
    pub fn is_styled(&self) -> bool {
        let is_styled = |parameter: &Parameter| parameter.style.is_some() || parameter.part.is_header();
        self.parameters.iter().any(is_styled) || self.constants.iter().any(|constant| constant.part.is_header())
    }

    /// Whether a success gives a page of a list.
    #[must_use]
    pub fn is_paged(&self) -> bool {
        self.paging.is_some() || matches!(self.returns, RustType::CursorPage(_) | RustType::UrlPage(_))
    }

    /// The parameter that says how many items a page holds, if the description names it.
    #[must_use]
    pub fn limit(&self) -> Option<&str> {
        match &self.paging.as_ref()?.next {
            NextPage::Offset { limit, .. } => limit.as_deref(),
            _ => None,
        }
    }

    /// The types that it speaks of.
    pub fn types(&self) -> impl Iterator<Item = &RustType> {
        self.typed().map(|(_, ty)| ty)
    }

    /// The same, each with what it comes from.
    pub fn typed(&self) -> impl Iterator<Item = (&Origin, &RustType)> {
        let parameters = self.parameters.iter().map(|parameter| (&parameter.attributes.origin, &parameter.ty));
        let session = self.sender.iter().map(|sender| &sender.session);
        let item = self.paging.iter().map(|paging| &paging.item);
        parameters.chain([&self.returns].into_iter().chain(session).chain(item).map(|ty| (&self.attributes.origin, ty)))
    }
}

/// What a request always says.
#[derive(Debug)]
pub struct ConstantParameter {
    /// Its name on the wire.
    pub wire: String,
    /// What carries it.
    pub part: Part,
    /// What it says.
    pub says: Literal,
}

/// How the body of a request is written.
#[derive(Debug)]
pub struct Body {
    /// The form of it, if it is not that of the dialect.
    pub format: Option<BodyFormat>,
    /// What it says of itself, if it is not what others of its form say.
    pub media: Option<String>,
    /// How some of its members are written.
    pub encodings: Vec<(String, Encoding)>,
    /// Whether the parameter in it is all of it.
    pub is_whole: bool,
    /// Whether there is none.
    pub is_none: bool,
}

/// How a member of a body is written.
#[derive(Debug)]
pub enum Encoding {
    /// In a form: in this style.
    Style(WireStyle),
    /// In a part of its own: with this media type.
    Media(String),
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
    /// The function that makes a request for it.
    pub opening_function: Name,
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
