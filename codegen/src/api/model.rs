//! The model itself: plain data with public fields.

use crate::diag::Span;

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
    /// The item's former name.
    pub was: Option<String>,
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

/// A JSON object with known members.
#[derive(Clone, Debug)]
pub struct Object {
    /// Name and doc.
    pub item: Item,
    /// Its members.
    pub fields: Vec<Field>,
    /// JSON that fits the object: taken from an endpoint's example, or made from the types.
    pub example: serde_json::Value,
}

/// A member of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// Name and doc.
    pub item: Item,
    /// What it holds.
    pub ty: Type,
    /// Whether it may be left out.
    pub optional: bool,
    /// What the member says, if it always says the same, and what else is met.
    pub tags: Vec<String>,
}

/// What a member or parameter holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// Any text.
    String,
    /// `true` or `false`.
    Boolean,
    /// A whole number of 64 bits.
    Integer,
    /// A floating-point number.
    Number,
    /// A decimal number as text, kept digit for digit.
    Decimal,
    /// A whole number of a currency's minor unit, as a JSON integer or as text.
    Money,
    /// A three-letter ISO currency code in lower case.
    Currency,
    /// An instant: RFC 3339 text.
    Timestamp,
    /// Any JSON.
    Json,
    /// An identifier.
    Id(IdentifierId),
    /// An object.
    Object(ObjectId),
    /// An enum.
    Enum(EnumId),
    /// A JSON array.
    List(Box<Type>),
    /// A JSON object with any names.
    Map(Box<Type>),
    /// `null`, or what is inside; never directly inside another of its kind.
    Nullable(Box<Type>),
}

/// A set of named values; values that it does not list are kept.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Name and doc.
    pub item: Item,
    /// The values that are known.
    pub values: Vec<EnumValue>,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// Name (which is the value on the wire) and doc.
    pub item: Item,
}

/// An error code of the service.
#[derive(Clone, Debug)]
pub struct Code {
    /// Name (which is the code on the wire) and doc.
    pub item: Item,
    /// The HTTP status that comes with it, 400 to 599.
    pub status: u16,
}

/// A call that the service offers.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// Name and doc.
    pub item: Item,
    /// The HTTP method.
    pub method: HttpMethod,
    /// The path, cut at its parameters.
    pub path: Vec<PathPart>,
    /// Whether requests carry an idempotency key.
    pub is_keyed: bool,
    /// What the caller gives.
    pub parameters: Vec<Parameter>,
    /// What a success answers, if it answers anything.
    pub returns: Option<Type>,
    /// The codes with which it can fail, in the order of the description.
    pub errors: Vec<CodeId>,
    /// Answers that the service gave or might give.
    pub examples: Vec<Example>,
}

/// An HTTP method that the tool can describe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HttpMethod {
    /// Reads.
    Get,
    /// Creates or acts.
    Post,
    /// Replaces.
    Put,
    /// Changes in part.
    Patch,
    /// Removes.
    Delete,
}

impl HttpMethod {
    /// All methods that the tool can describe.
    pub const ALL: [Self; 5] = [Self::Get, Self::Post, Self::Put, Self::Patch, Self::Delete];

    /// As HTTP writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// A piece of a path template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathPart {
    /// Sent as it stands, slashes included.
    Literal(String),
    /// One whole segment, filled by the path parameter at this index of [`Endpoint::parameters`].
    Parameter(usize),
}

/// What a caller gives to an endpoint.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Name and doc.
    pub item: Item,
    /// Where it travels.
    pub location: Location,
    /// What it holds; never [`Type::Nullable`].
    pub ty: Type,
    /// Whether it may be left out; never in a path.
    pub optional: bool,
}

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// As a member of the JSON body.
    Body,
}

/// An answer that an endpoint might give.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its name, such as `reserved`.
    pub name: String,
    /// The body, which fits [`Endpoint::returns`].
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
