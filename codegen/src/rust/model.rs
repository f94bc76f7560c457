//! A crate to be written, as plain data.

use std::collections::BTreeSet;

use super::{Doc, Expected, Name, RustType, Section, Step};
use crate::api::{HttpMethod, Location, Package, Protocol};

/// The whole crate.
#[derive(Debug)]
pub struct RustCrate {
    /// What `Cargo.toml` says.
    pub package: Package,
    /// The name by which Rust code speaks of the crate.
    pub name: Name,
    /// What the API is.
    pub doc: Doc,
    /// The first paragraph of the same as it was written, on one line.
    pub summary: String,
    /// The first things that a user does.
    pub guide: Vec<Section>,
    /// The version of the API.
    pub api_version: String,
    /// Where the API is served by default.
    pub base_url: String,
    /// Headers of every request, names in lower case.
    pub headers: Vec<(String, String)>,
    /// Headers that callers may set.
    pub header_setters: Vec<HeaderSetter>,
    /// How the service speaks HTTP and JSON; a header's name is in lower case.
    pub protocol: Protocol,
    /// The types outside the core of the runtime that the crate uses.
    pub runtime_types: BTreeSet<RustType>,
    /// One for each resource, by name.
    pub modules: Vec<Module>,
}

/// A method that sets a header, for all requests of a client or for one.
#[derive(Debug)]
pub struct HeaderSetter {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// The header's name, in lower case.
    pub header: String,
}

/// What stands above an item.
#[derive(Debug)]
pub struct Attributes {
    /// Its documentation.
    pub doc: Doc,
    /// What to use instead, if it is on its way out.
    pub deprecated: Option<String>,
}

impl Attributes {
    /// Whether the item is on its way out.
    #[must_use]
    pub fn is_deprecated(&self) -> bool {
        self.deprecated.is_some()
    }
}

/// A public module: one resource.
#[derive(Debug)]
pub struct Module {
    /// Its name.
    pub name: Name,
    /// Its documentation.
    pub doc: Doc,
    /// Types of identifiers.
    pub identifiers: Vec<Identifier>,
    /// Open enums.
    pub enums: Vec<OpenEnum>,
    /// Objects.
    pub structs: Vec<Struct>,
    /// Request functions, each with its operation and its errors.
    pub requests: Vec<Request>,
    /// Tests of the examples in the description.
    pub tests: Vec<ExampleTest>,
}

impl RustCrate {
    /// Whether a name that modules speak of, their own or each other's, is marked as deprecated.
    #[must_use]
    pub fn has_deprecated_names(&self) -> bool {
        self.modules.iter().flat_map(Module::attributes).any(Attributes::is_deprecated)
    }
}

impl Module {
    /// What stands above each of its public items.
    fn attributes(&self) -> impl Iterator<Item = &Attributes> {
        (self.identifiers.iter().map(|item| &item.attributes))
            .chain(self.enums.iter().map(|item| &item.attributes))
            .chain(self.structs.iter().map(|item| &item.attributes))
            .chain(self.requests.iter().map(|item| &item.attributes))
    }
}

/// A newtype for identifiers.
#[derive(Debug)]
pub struct Identifier {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
}

/// An enum that keeps what it does not know: values of the service, or the error codes of an endpoint.
#[derive(Debug)]
pub struct OpenEnum {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// What is known.
    pub variants: Vec<Variant>,
}

/// A known value or code of an [`OpenEnum`].
#[derive(Debug)]
pub struct Variant {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// The value or code on the wire.
    pub wire: String,
    /// The HTTP status that comes with an error code.
    pub status: Option<u16>,
}

/// A struct that stands for a JSON object.
#[derive(Debug)]
pub struct Struct {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// Its fields.
    pub fields: Vec<Field>,
    /// The name of the constant that holds its example.
    pub example_name: Name,
    /// The name of the test of its example.
    pub test_name: Name,
    /// JSON that fits it.
    pub example: serde_json::Value,
}

/// A public field of a [`Struct`].
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// The member's name in JSON.
    pub wire: String,
    /// Its type, [`RustType::Option`] included.
    pub ty: RustType,
    /// Whether the member may be missing, and how a missing one is written.
    pub presence: Presence,
}

/// Whether a member may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is always there.
    Required,
    /// It may be left out, and is left out on writing.
    Optional,
    /// It may be `null`, and is written as `null`.
    Nullable,
}

/// A request function with its operation.
#[derive(Debug)]
pub struct Request {
    /// The name of the function.
    pub function: Name,
    /// The name of the operation's type.
    pub operation: Name,
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
    /// What the caller gives: all required ones are arguments.
    pub parameters: Vec<Parameter>,
    /// What a success gives.
    pub returns: RustType,
    /// How it fails.
    pub error: OpenEnum,
}

impl Request {
    /// The parameters that are arguments of the function.
    pub fn required(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(|parameter| !parameter.optional)
    }

    /// The parameters that have a setter.
    pub fn optional(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(|parameter| parameter.optional)
    }

    /// Whether a body is sent: always where HTTP expects one, even if it holds nothing.
    #[must_use]
    pub fn sends_body(&self) -> bool {
        !matches!(self.method, HttpMethod::Get | HttpMethod::Delete)
    }
}

/// A parameter of a [`Request`].
#[derive(Debug)]
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// What stands above its setter.
    pub attributes: Attributes,
    /// Its name on the wire.
    pub wire: String,
    /// Where it travels.
    pub location: Location,
    /// Its type, without the `Option` of an optional one.
    pub ty: RustType,
    /// Whether it may be left out.
    pub optional: bool,
    /// A value for documentation.
    pub sample: String,
}

/// A test that an example of the description decodes to what it says.
#[derive(Debug)]
pub struct ExampleTest {
    /// The test's name.
    pub name: Name,
    /// The operation that is answered.
    pub operation: Name,
    /// Whether the answer is an object, which reads and writes itself.
    pub is_object: bool,
    /// The type of the answer.
    pub ty: RustType,
    /// The answer.
    pub response: serde_json::Value,
    /// What must hold.
    pub assertions: Vec<Assertion>,
}

/// What must hold of a decoded example: the value at `path` is `expected`.
#[derive(Debug)]
pub struct Assertion {
    /// Steps from the root.
    pub path: Vec<Step>,
    /// What is there.
    pub expected: Expected,
}
