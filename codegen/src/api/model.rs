//! The model itself: plain data with public fields.

mod calls;
mod data;
mod pages;

pub use calls::{
    Auth, Endpoint, Example, HttpMethod, Lifecycle, ListedCode, Location, Parameter, PathPart, Returns, Session, Token,
    Transition,
};
pub use data::{Enum, EnumValue, Field, Limits, Object, Type, Union, UnionVariant};
pub use pages::{PageMember, Pagination};

use crate::diag::Span;
pub use crate::spec::Sides;

/// A whole API.
#[derive(Clone, Debug)]
pub struct Api {
    /// The API's own name, such as `stripe-billing`.
    pub name: String,
    /// What the API is, as the crate's front page tells it.
    pub doc: String,
    /// The version of the API that the description speaks of.
    pub version: String,
    /// The crate to be written.
    pub package: Package,
    /// Where the API is served; never empty, and the first is the default.
    pub servers: Vec<Server>,
    /// Headers of requests.
    pub headers: Vec<Header>,
    /// How the service speaks HTTP and JSON.
    pub protocol: Protocol,
    /// How it speaks on the paths of each endpoint; never empty.
    pub protocols: Vec<WireProtocol>,
    /// One for each file beside `api.yaml`, by name.
    pub resources: Vec<Resource>,
    /// All objects.
    pub objects: Vec<Object>,
    /// All enums.
    pub enums: Vec<Enum>,
    /// All types of identifiers.
    pub identifiers: Vec<Identifier>,
    /// All error codes.
    pub codes: Vec<Code>,
    /// Where `api.yaml` says what belongs to no item.
    pub places: Places,
}

/// Where `api.yaml` says what belongs to no item.
#[derive(Clone, Debug)]
pub struct Places {
    /// The name of the API.
    pub name: Span,
    /// The text that says what it is.
    pub doc: Span,
    /// Its version.
    pub version: Span,
    /// The name of the package.
    pub package: Span,
}

/// The crate to be written, as its `Cargo.toml` names it.
#[derive(Clone, Debug)]
pub struct Package {
    /// A name in lower case, with which the crate builds.
    pub name: String,
    /// A semantic version.
    pub version: String,
    /// An SPDX licence expression.
    pub license: String,
}

/// A place where the API is served.
#[derive(Clone, Debug)]
pub struct Server {
    /// The name by which the description speaks of it.
    pub name: String,
    /// Scheme and authority, and perhaps a path, without a slash at the end.
    pub url: String,
    /// Where the name is written.
    pub span: Span,
}

/// A header of requests: one that each of them carries, or that callers may set, or both.
#[derive(Clone, Debug)]
pub struct Header {
    /// Its name as written, and its doc; without a doc, callers do not set it.
    pub item: Item,
    /// What every request carries, filled in: visible ASCII.
    pub value: Option<String>,
}

/// How the service speaks HTTP and JSON.
#[derive(Clone, Debug)]
pub struct Protocol {
    /// The response header that identifies a request to the service's support.
    pub request_id: Option<String>,
    /// The request header by which the service knows the repetition of a request.
    pub idempotency_key: Option<String>,
    /// The response header that says whether to repeat a request.
    pub should_retry: Option<String>,
    /// The members that lead to the code in the body of an error answer.
    pub error_code: Vec<String>,
    /// The members that lead to its message.
    pub error_message: Vec<String>,
}

/// How the service speaks on some of its paths.
#[derive(Clone, Debug)]
pub struct WireProtocol {
    /// The name by which the description speaks of it; empty for the one that holds where none is described.
    pub name: String,
    /// How the paths begin on which it holds; empty for the one that holds where none is described.
    pub path: String,
    /// How bodies of requests are written.
    pub body: BodyFormat,
    /// How instants are written.
    pub timestamps: TimestampFormat,
    /// How lists are cut into pages.
    pub pagination: Option<Pagination>,
    /// The methods whose requests carry an idempotency key.
    pub keyed: Vec<HttpMethod>,
    /// Where the name is written; the beginning of `api.yaml` for the one that holds where none is described.
    pub span: Span,
}

/// How bodies of requests are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyFormat {
    /// A JSON object, `{}` if no parameter is set.
    Json,
    /// `application/x-www-form-urlencoded` with nested data in brackets: `a[b][0]=c`; empty if no parameter is set.
    Form,
}

/// How instants are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// RFC 3339 text.
    Rfc3339,
    /// A whole number of seconds since the Unix epoch.
    Unix,
}

/// What each described item has in common.
#[derive(Clone, Debug)]
pub struct Item {
    /// The name in the description and, where it travels, on the wire.
    pub name: String,
    /// The Rust name that the description asks for, if it asks for one.
    pub rust: Option<String>,
    /// What it is, in Markdown.
    pub doc: String,
    /// The version of the API that brought it.
    pub since: Option<String>,
    /// What to use instead, if it is on its way out.
    pub deprecated: Option<String>,
    /// The item's former names, each once.
    pub was: Vec<String>,
    /// Where the name is written.
    pub span: Span,
}

macro_rules! index {
    ($(#[doc = $doc:literal] $name:ident -> $list:ident: $item:ident;)*) => {$(
        #[doc = $doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub(super) usize);

        impl $name {
            /// The place in the list, for lists that run beside it.
            #[must_use]
            pub fn index(self) -> usize {
                self.0
            }
        }

        impl std::ops::Index<$name> for Api {
            type Output = $item;

            fn index(&self, index: $name) -> &$item {
                &self.$list[index.0]
            }
        }
    )*};
}

index! {
    #[doc = "Points to an object of the same API."] ObjectId -> objects: Object;
    #[doc = "Points to an enum of the same API."] EnumId -> enums: Enum;
    #[doc = "Points to a type of identifiers of the same API."] IdentifierId -> identifiers: Identifier;
    #[doc = "Points to an error code of the same API."] CodeId -> codes: Code;
    #[doc = "Points to how an endpoint of the same API speaks."] ProtocolId -> protocols: WireProtocol;
    #[doc = "Points to a place where the same API is served."] ServerId -> servers: Server;
}

/// One file of the description: things that belong together.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Name and doc.
    pub item: Item,
    /// The identifiers declared here.
    pub identifiers: Vec<IdentifierId>,
    /// The objects declared here.
    pub objects: Vec<ObjectId>,
    /// The enums declared here.
    pub enums: Vec<EnumId>,
    /// The calls, in the order of the description.
    pub endpoints: Vec<Endpoint>,
    /// How states change.
    pub lifecycles: Vec<Lifecycle>,
}

/// A type of identifiers: a text that names one object.
#[derive(Clone, Debug)]
pub struct Identifier {
    /// Named after the object that it identifies, such as `BillingIntent`.
    pub item: Item,
    /// How such identifiers begin; for readers, never checked.
    pub prefix: Option<String>,
}

/// An error code of the service.
#[derive(Clone, Debug)]
pub struct Code {
    /// Name (which is the code on the wire) and doc.
    pub item: Item,
    /// The HTTP status that comes with it, 400 to 599.
    pub status: u16,
}
