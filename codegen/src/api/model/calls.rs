//! Calls, and how they move objects from state to state.

use super::answers::Answer;
use super::bodies::Body;
use super::bounds::Bounds;
use super::credentials::Security;
use super::http::HttpMethod;
use super::ids::{CodeId, DialectId, EnumId, ObjectId, ServerId};
use super::item::Item;
use super::literal::Literal;
use super::location::Location;
use super::need::Need;
use super::pages::Pagination;
use super::paging::Paging;
use super::statuses::StatusAnswer;
use super::style::Style;
use super::types::Type;
use crate::diag::Span;

/// A call that the service offers.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// Name and doc.
    pub item: Item,
    /// The HTTP method.
    pub method: HttpMethod,
    /// The path, cut at its parameters.
    pub path: Vec<PathPart>,
    /// How it speaks.
    pub dialect: DialectId,
    /// Where it is served.
    pub server: ServerId,
    /// How its requests are signed.
    pub auth: Auth,
    /// What the caller gives.
    pub parameters: Vec<Parameter>,
    /// How its body is written.
    pub body: Body,
    /// What a success answers.
    pub returns: Returns,
    /// How that comes.
    pub answer: Answer,
    /// How that is cut into pages, if the endpoint says it itself.
    pub paging: Option<Paging>,
    /// What the bodies of errors hold, from codes to classes to all others.
    pub refusals: Vec<StatusAnswer>,
    /// The codes with which it can fail, in the order of the description.
    pub errors: Vec<ListedCode>,
    /// Answers that the service gave or might give.
    pub examples: Vec<Example>,
    /// Names and values of headers that its requests carry, beside those of all.
    pub headers: Vec<ConstantHeader>,
    /// Whether the description says that to make it again changes nothing more.
    pub idempotent: bool,
    /// The statuses after which it is worth repeating, where the description says which.
    pub retry_on: Option<Vec<u16>>,
}

/// A header that always says the same.
#[derive(Clone, Debug)]
pub struct ConstantHeader {
    /// Its name as written, and perhaps its doc.
    pub item: Item,
    /// What it says: visible ASCII.
    pub value: String,
}

/// A code with which an endpoint can fail.
#[derive(Clone, Debug)]
pub struct ListedCode {
    /// The code.
    pub code: CodeId,
    /// Where the endpoint lists it.
    pub span: Span,
}

impl Endpoint {
    /// Whether callers give anything in the body.
    #[must_use]
    pub fn has_body(&self) -> bool {
        self.parameters.iter().any(|parameter| parameter.location == Location::Body)
    }

    /// The types of what it answers, errors included.
    pub fn answered(&self) -> impl Iterator<Item = &Type> {
        self.returns.types().chain(self.refusals.iter().flat_map(StatusAnswer::types))
    }

    /// The status with which the service refuses the call by an example, if it does.
    #[must_use]
    pub fn refusal(&self, example: &Example) -> Option<u16> {
        let is_answer = |status| match &self.returns {
            Returns::ByStatus(answers) => {
                answers.iter().any(|answer| !answer.status.is_success() && answer.status.holds_for(status))
            }
            _ => false,
        };
        example.status.filter(|status| *status >= 400 && !is_answer(*status))
    }

    /// The schemes that sign its requests, if they are not those that sign most.
    #[must_use]
    pub fn own_security(&self, most: &Security) -> Option<Security> {
        match &self.auth {
            Auth::Schemes(security) if security != most => Some(security.clone()),
            _ => None,
        }
    }

    /// The path with its parameters in braces.
    #[must_use]
    pub fn path_template(&self) -> String {
        self.path_with(|index| &self.parameters[index].item.name)
    }

    /// The same without the names of the parameters, which do not travel.
    #[must_use]
    pub fn path_shape(&self) -> String {
        self.path_with(|_| "")
    }

    /// The names in a query that stands at the end of the path.
    pub fn fixed_query(&self) -> impl Iterator<Item = &str> {
        let query = self.path.last().and_then(|part| match part {
            PathPart::Literal(text) => text.split_once('?'),
            PathPart::Parameter(_) => None,
        });
        let pairs = query.into_iter().flat_map(|(_, query)| query.split('&'));
        pairs.map(|pair| pair.split_once('=').map_or(pair, |(name, _)| name))
    }

    fn path_with<'a>(&'a self, name: impl Fn(usize) -> &'a str) -> String {
        let parts = self.path.iter().map(|part| match part {
            PathPart::Literal(text) => text.clone(),
            PathPart::Parameter(index) => format!("{{{}}}", name(*index)),
        });
        parts.collect()
    }
}

/// How requests are signed.
#[derive(Clone, Debug)]
pub enum Auth {
    /// With what the client has.
    Schemes(Security),
    /// With a token that the caller gives in place of it.
    Token(Token),
}

/// A token that the caller of an endpoint gives in place of the API key.
#[derive(Clone, Debug)]
pub struct Token {
    /// The name of the argument, in snake case; no parameter of the endpoint has it.
    pub name: String,
    /// Where the name is written.
    pub span: Span,
    /// Where such tokens come from, if the description says so.
    pub session: Option<Session>,
}

/// Where tokens come from: an endpoint of the same resource that any caller with an API key can call without
/// parameters.
#[derive(Clone, Debug)]
pub struct Session {
    /// The index of that endpoint in its resource.
    pub create: usize,
    /// The object with which it answers.
    pub object: ObjectId,
    /// The index of the field that holds the token: a text that is never absent.
    pub token: usize,
    /// The index of the field that holds the instant at which it ends, which is never absent.
    pub expires_at: usize,
    /// The code with which the endpoint that takes the token fails when it has ended, if there is one.
    pub renew_on: Option<CodeId>,
    /// What the endpoint that takes the token sends a list of: that list, in the body, is its only parameter.
    pub item: Type,
    /// The most items that it sends at once.
    pub max_items: Option<u64>,
}

/// What a success answers.
#[derive(Clone, Debug)]
pub enum Returns {
    /// Nothing that matters.
    Nothing,
    /// A value.
    Value(Type),
    /// A page of a list of such items, in the form of the endpoint's dialect.
    Page(Pagination, Type),
    /// What body and headers say together.
    Headed(Box<StatusAnswer>),
    /// One of several things, as the status says; from codes to classes to all others.
    ByStatus(Vec<StatusAnswer>),
    /// An event of any type, as it would be delivered.
    Event,
}

impl Returns {
    /// The types of what it holds, wherever that stands.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        let answers = match self {
            Self::Headed(answer) => std::slice::from_ref(&**answer),
            Self::ByStatus(answers) => answers,
            Self::Nothing | Self::Value(_) | Self::Page(..) | Self::Event => &[],
        };
        self.ty().into_iter().chain(answers.iter().flat_map(StatusAnswer::types))
    }

    /// The type of the body of an answer with this status, or with the first that is described; nothing of a page.
    #[must_use]
    pub fn body(&self, status: Option<u16>) -> Option<&Type> {
        match self {
            Self::Nothing | Self::Page(..) | Self::Event => None,
            Self::Value(ty) => Some(ty),
            Self::Headed(answer) => answer.body.as_ref(),
            Self::ByStatus(answers) => {
                let meant = status.map_or(answers.first(), |status| StatusAnswer::of(answers, status));
                meant?.body.as_ref()
            }
        }
    }

    /// The type of the value, or of the items of the page.
    #[must_use]
    pub fn ty(&self) -> Option<&Type> {
        match self {
            Self::Nothing | Self::Headed(_) | Self::ByStatus(_) | Self::Event => None,
            Self::Value(ty) | Self::Page(_, ty) => Some(ty),
        }
    }
}

/// A piece of a path template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathPart {
    /// Sent as it stands, slashes included, and a query at the end of the path.
    Literal(String),
    /// A segment or a part of one, filled by the path parameter at this index of [`Endpoint::parameters`].
    Parameter(usize),
}

/// What a caller gives to an endpoint.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Name and doc.
    pub item: Item,
    /// Where it travels.
    pub location: Location,
    /// How it is written there.
    pub style: Style,
    /// Whether each part of it is written on its own there.
    pub explode: bool,
    /// What it holds; [`Type::Nullable`] only in a body.
    pub ty: Type,
    /// Whether it may be left out; never in a path.
    pub optional: bool,
    /// What it says, if it always says the same.
    pub constant: Option<Literal>,
    /// What the service takes where it is left out.
    pub default: Option<serde_json::Value>,
    /// A value that it may have.
    pub example: Option<serde_json::Value>,
    /// What it is held to.
    pub bounds: Bounds,
    /// Whether it is a text that nobody else is to see.
    pub secret: bool,
}

impl Parameter {
    /// Whether what it holds is more than one value.
    #[must_use]
    pub fn has_parts(&self) -> bool {
        !self.ty.can_be_in_url()
    }

    /// Whether it is sent without being given: it is always there, and always the same.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        !self.optional && self.constant.is_some()
    }

    /// Whether callers must give it; nothing if they do not give it at all.
    #[must_use]
    pub fn need(&self) -> Option<Need> {
        (!self.is_fixed()).then(|| Need::of(self.optional, matches!(self.ty, Type::Nullable(_))))
    }
}

/// An answer that an endpoint might give.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Its name, such as `reserved`.
    pub name: String,
    /// The HTTP status, if the description says it.
    pub status: Option<u16>,
    /// The body, which fits [`Endpoint::returns`] if it is that of a success.
    pub response: serde_json::Value,
}

/// How calls move an object from state to state.
#[derive(Clone, Debug)]
pub struct Lifecycle {
    /// The object that has the states.
    pub object: ObjectId,
    /// The index of the field that holds the state.
    pub field: usize,
    /// The enum of the states.
    pub states: EnumId,
    /// The index of the first state.
    pub initial: usize,
    /// The moves.
    pub transitions: Vec<Transition>,
}

/// One move of a [`Lifecycle`].
#[derive(Clone, Debug)]
pub struct Transition {
    /// The index of the endpoint in its resource.
    pub endpoint: usize,
    /// The indices of the states from which it may be called.
    pub from: Vec<usize>,
    /// The index of the state to which it leads.
    pub to: usize,
    /// The code with which it fails in any other state.
    pub otherwise: CodeId,
    /// The members, from the object down, that then hold the current instant.
    pub sets: Option<Vec<String>>,
    /// The members, from the object down, that are then empty.
    pub clears: Option<Vec<String>>,
}
