//! A crate to be written, as plain data.

mod answers;
mod attributes;
mod bounds;
mod checks;
mod conversions;
mod credentials;
mod events;
mod guide;
mod items;
mod paging;
mod parameters;
mod requests;
mod samples;
mod types;

use std::collections::BTreeSet;

pub use answers::{AnswerType, AnswerVariant, Refusal};
pub use attributes::Attributes;
pub(super) use bounds::in_words;
pub use bounds::{Bound, Limit};
pub use checks::{Check, ExampleTest, Expected, RefusalTest, Step};
pub use conversions::Conversion;
pub use credentials::{Scheme, SchemeKind};
pub use events::{Event, Events};
pub use guide::{CallPlace, Guide, GuideCalls};
pub use items::{
    Alias, Field, Identifier, JsonForm, OpenEnum, Params, Presence, Struct, Union, UnionField, UnionVariant, Variant,
};
pub use paging::{PageStep, Paging};
pub use parameters::{Parameter, Part};
pub use requests::{Body, ConstantParameter, Encoding, Request, Sender};
pub use samples::{Sample, SampleValue, SampleVariant};
pub use types::{RustType, WireForm, WireStyle};

use super::{Doc, Name};
use crate::api::{self, Package, Protocol};
pub use crate::api::{BodyFormat, EnumBase, Literal, Need, Security, Server, Status};
use crate::diag::Span;
use crate::surface::Origin;

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
    pub guide: Guide,
    /// The version of the API.
    pub api_version: String,
    /// Where the description says it.
    pub version_origin: Origin,
    /// Where the API is served, the default first.
    pub servers: Vec<Server>,
    /// Where the first server is unless a program says otherwise. Without it, programs say where.
    pub base_url: Option<String>,
    /// Where the description says so, or does not.
    pub place: Span,
    /// Methods that choose a set of such places, the default first.
    pub environments: Vec<Environment>,
    /// Methods that say what stands between braces in their URLs.
    pub server_variables: Vec<ServerVariable>,
    /// How requests can prove who sends them.
    pub schemes: Vec<Scheme>,
    /// What signs most of them: places in that list.
    pub auth: Security,
    /// Headers of every request, names in lower case.
    pub headers: Vec<(String, String)>,
    /// Headers that callers may set.
    pub header_setters: Vec<HeaderSetter>,
    /// What errors can be asked for besides code and message.
    pub error_fields: Vec<ErrorField>,
    /// How the service speaks HTTP and JSON; a header's name is in lower case.
    pub protocol: Protocol,
    /// How it speaks on some of its paths.
    pub dialects: Vec<Dialect>,
    /// All types that the crate's items speak of, and what those are made of.
    pub types: BTreeSet<RustType>,
    /// One for each resource, by name.
    pub modules: Vec<Module>,
}

/// How the service speaks on some of its paths.
#[derive(Debug)]
pub struct Dialect {
    /// The name of the constant.
    pub name: Name,
    /// Where it is described.
    pub origin: Origin,
    /// Whether bodies are forms, not JSON.
    pub is_form: bool,
    /// Whether instants are numbers of seconds, not text.
    pub has_unix_timestamps: bool,
    /// The features with which there are calls that speak so.
    pub features: BTreeSet<String>,
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

/// A method that chooses one of several sets of places where the API is served.
#[derive(Debug)]
pub struct Environment {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// What the description calls it.
    pub described: String,
}

/// A method that says what stands between braces in URLs of servers.
#[derive(Debug)]
pub struct ServerVariable {
    /// Its name, which is that of the argument too.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// What the description says of it.
    pub described: api::ServerVariable,
}

/// A method of errors that gives what their body says somewhere.
#[derive(Debug)]
pub struct ErrorField {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// The members that lead to it.
    pub path: Vec<String>,
}

/// A public module: one resource.
#[derive(Debug)]
pub struct Module {
    /// Its name.
    pub name: Name,
    /// The resource.
    pub origin: Origin,
    /// Its documentation.
    pub doc: Doc,
    /// The Cargo feature that brings it.
    pub feature: Feature,
    /// Types of identifiers.
    pub identifiers: Vec<Identifier>,
    /// Types with names of their own.
    pub aliases: Vec<Alias>,
    /// Open enums.
    pub enums: Vec<OpenEnum>,
    /// Objects of answers.
    pub structs: Vec<Struct>,
    /// Objects of requests.
    pub params: Vec<Params>,
    /// What is one of several things, in answers and in requests.
    pub unions: Vec<Union>,
    /// The enum of all events, if this is the module of their resource.
    pub events: Option<Events>,
    /// Request functions, each with its operation and its errors.
    pub requests: Vec<Request>,
    /// Tests of the answers that the description shows.
    pub tests: Vec<ExampleTest>,
    /// Tests of the errors that it shows.
    pub refusals: Vec<RefusalTest>,
}

/// A Cargo feature of the crate that brings a module.
#[derive(Debug, Default)]
pub struct Feature {
    /// Its name.
    pub name: String,
    /// What it brings, as a sentence.
    pub adds: String,
    /// The same as Markdown.
    pub doc: String,
    /// Whether it is chosen by default: all are but that of events that are signed, which brings a dependency.
    pub is_default: bool,
    /// The features of the modules whose types this one uses.
    pub needs: BTreeSet<String>,
}

impl RustCrate {
    /// How code outside of the crate begins its paths into it: with `::` where one of its modules is called like the crate, and
    /// would be meant once it is imported.
    #[must_use]
    pub fn root(&self) -> String {
        let is_shadowed = self.modules.iter().any(|module| module.name == self.name);
        if is_shadowed { format!("::{}", self.name) } else { self.name.to_string() }
    }

    /// A variable of the environment from which examples read, called after the crate, since a program may call several APIs.
    #[must_use]
    pub fn variable(&self, name: &str) -> String {
        format!("{}_{name}", self.name.plain().to_uppercase())
    }

    /// A call, and the module that it is in.
    #[must_use]
    pub fn call(&self, place: CallPlace) -> (&Module, &Request) {
        let module = &self.modules[place.module];
        (module, &module.requests[place.request])
    }

    /// Whether a name that modules speak of, their own or each other's, is marked as deprecated.
    #[must_use]
    pub fn has_deprecated_names(&self) -> bool {
        self.modules.iter().flat_map(Module::attributes).any(Attributes::is_deprecated)
    }

    /// The enum of all events, and the module that it is in.
    #[must_use]
    pub fn events(&self) -> Option<(&Module, &Events)> {
        self.modules.iter().find_map(|module| Some((module, module.events.as_ref()?)))
    }

    /// Whether any type that the crate's items speak of is such a type.
    pub fn uses(&self, is_such: impl Fn(&RustType) -> bool) -> bool {
        self.types.iter().any(is_such)
    }
}

impl Module {
    /// The names of the types that its other items may speak of.
    pub fn named_types(&self) -> impl Iterator<Item = &Name> {
        (self.identifiers.iter().map(|item| &item.name))
            .chain(self.aliases.iter().map(|item| &item.name))
            .chain(self.enums.iter().map(|item| &item.name))
            .chain(self.structs.iter().map(|item| &item.name))
            .chain(self.params.iter().map(|item| &item.name))
            .chain(self.unions.iter().map(|item| &item.name))
            .chain(self.events.iter().flat_map(Events::type_names))
    }

    /// The names of all its types, and those that they had.
    pub fn type_names(&self) -> impl Iterator<Item = &Name> {
        let requests = self.requests.iter().flat_map(|request| {
            let Request { operation, former_operations, error, sender, answers, .. } = request;
            let senders =
                sender.iter().flat_map(|sender| std::iter::once(&sender.name).chain(&sender.attributes.former));
            let answers =
                answers.iter().flat_map(|answer| std::iter::once(&answer.name).chain(&answer.attributes.former));
            let senders = senders.chain(answers);
            [operation, &error.name].into_iter().chain(former_operations).chain(&error.attributes.former).chain(senders)
        });
        let former = self.attributes().flat_map(|attributes| &attributes.former);
        self.named_types().chain(requests).chain(former)
    }

    /// What stands above each of its public items.
    fn attributes(&self) -> impl Iterator<Item = &Attributes> {
        (self.identifiers.iter().map(|item| &item.attributes))
            .chain(self.aliases.iter().map(|item| &item.attributes))
            .chain(self.enums.iter().map(|item| &item.attributes))
            .chain(self.structs.iter().map(|item| &item.attributes))
            .chain(self.params.iter().map(|item| &item.attributes))
            .chain(self.unions.iter().map(|item| &item.attributes))
            .chain(self.requests.iter().map(|item| &item.attributes))
            .chain(self.events.iter().flat_map(|events| &events.union.variants).map(|item| &item.attributes))
    }

    /// The types that its items speak of.
    pub fn types(&self) -> impl Iterator<Item = &RustType> {
        self.typed().map(|(_, ty)| ty)
    }

    /// The same, each with what it comes from.
    pub fn typed(&self) -> impl Iterator<Item = (&Origin, &RustType)> {
        let structs = self.structs.iter().flat_map(Struct::typed);
        let params = self.params.iter().flat_map(Params::typed);
        let unions = self.unions.iter().flat_map(Union::typed);
        let events = self.events.iter().flat_map(|events| events.union.typed());
        let aliases = self.aliases.iter().filter_map(|item| Some((&item.attributes.origin, item.ty.as_ref()?)));
        let answers = self.requests.iter().flat_map(|request| {
            let refusal = request.refusal.iter().map(|refusal| (&request.error.attributes.origin, &refusal.ty));
            request.answers.iter().flat_map(AnswerType::typed).chain(refusal)
        });
        aliases
            .chain(structs)
            .chain(answers)
            .chain(params)
            .chain(unions)
            .chain(events)
            .chain(self.requests.iter().flat_map(Request::typed))
    }

    /// What callers give to it.
    pub fn given(&self) -> impl Iterator<Item = &Parameter> {
        let members = self.params.iter().flat_map(|params| &params.members);
        members.chain(self.requests.iter().flat_map(|request| &request.parameters))
    }

    /// Its objects of answers that read and write JSON by themselves, with the name of each.
    pub fn json_forms(&self) -> impl Iterator<Item = (&Name, &JsonForm)> {
        let structs = self.structs.iter().map(|item| (&item.name, &item.json_form));
        structs.chain(self.unions.iter().filter_map(|item| Some((&item.name, item.json_form.as_ref()?))))
    }
}
