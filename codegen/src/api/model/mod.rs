//! The model itself: plain data with public fields.

mod answers;
mod bodies;
mod bounds;
mod calls;
mod credentials;
mod data;
mod enums;
mod events;
mod exact;
mod http;
mod ids;
mod item;
mod literal;
mod location;
mod need;
mod pages;
mod paging;
mod resources;
mod service;
mod statuses;
mod style;
mod types;
mod unions;

pub use answers::{Answer, AnswerContent};
pub(crate) use bodies::NONE;
pub use bodies::{Body, Encoding};
pub use bounds::{Bound, Bounds};
pub use calls::{
    Auth, ConstantHeader, Endpoint, Example, Lifecycle, ListedCode, Parameter, PathPart, Returns, Session, Token,
    Transition,
};
pub use credentials::{Scheme, SchemeKind, Security};
pub use data::{Field, Object, Rest};
pub use enums::{Enum, EnumBase, EnumValue};
pub use events::{Event, EventKind, Layout, Located, SecretForm, Signed, Signing, Webhooks};
pub use exact::Exact;
pub use http::{BodyFormat, HttpMethod};
pub use ids::{AliasId, CodeId, DialectId, EnumId, IdentifierId, ObjectId, SchemeId, ServerId};
pub use item::Item;
pub use literal::Literal;
pub use location::Location;
pub use need::Need;
pub use pages::{PageMember, Pagination};
pub use paging::{LastPage, NextPage, Paging};
pub use resources::{Alias, Code, Identifier, Resource};
pub(crate) use service::variables_in;
pub use service::{Dialect, ErrorField, Header, Listing, Package, Places, Protocol, Server, ServerVariable};
pub use statuses::{AnswerHeader, Status, StatusAnswer};
pub use style::Style;
pub use types::Type;
pub use unions::{Told, Union, UnionVariant};

use std::ops::Index;

use super::scalars::Scalar;
use crate::spec::Measure;
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
    /// Where the API is served; the first is the default. Without any, callers say where it is.
    pub servers: Vec<Server>,
    /// Which of several sets of such places there are; the first is the default.
    pub environments: Vec<Item>,
    /// What stands between braces in their URLs.
    pub server_variables: Vec<ServerVariable>,
    /// How requests can prove who sends them.
    pub schemes: Vec<Scheme>,
    /// How they do where nothing else is said.
    pub auth: Security,
    /// Headers of requests.
    pub headers: Vec<Header>,
    /// How the service speaks HTTP and JSON.
    pub protocol: Protocol,
    /// How it speaks on the paths of each endpoint; never empty.
    pub dialects: Vec<Dialect>,
    /// One for each file beside `api.yaml`, by name.
    pub resources: Vec<Resource>,
    /// How events are delivered, if there are any.
    pub webhooks: Option<Webhooks>,
    /// All types with names of their own.
    pub aliases: Vec<Alias>,
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

impl Api {
    /// All events, each with the resource that describes it.
    pub fn events(&self) -> impl Iterator<Item = (&Resource, &Event)> {
        self.resources.iter().flat_map(|resource| resource.events.iter().map(move |event| (resource, event)))
    }

    /// Where the first server is, unless a program says otherwise.
    #[must_use]
    pub fn base_url(&self) -> Option<String> {
        Some(self.filled(self.servers.first()?.url()))
    }

    /// A URL with the defaults of the variables in it.
    #[must_use]
    pub fn filled(&self, url: &str) -> String {
        let fill = |url: String, it: &ServerVariable| url.replace(&format!("{{{}}}", it.item.name), &it.default);
        self.server_variables.iter().fold(url.to_owned(), fill)
    }

    /// What values of a type are held to, by their own bounds and by those of the aliases that the type is named by. Behind the
    /// bounds of a value stand those of the lists in it, by how many lists and maps each is in.
    #[must_use]
    pub fn held_to(&self, bounds: &Bounds, ty: &Type) -> Vec<Bounds> {
        let mut held = vec![bounds.clone()];
        for (depth, id) in ty.nested_aliases() {
            for bound in &self[id].bounds.list {
                // Bounds of texts and numbers hold for each, wherever it is.
                let depth = if bound.kind.measure() == Measure::Items { depth } else { 0 };
                held.resize_with(held.len().max(depth + 1), Bounds::default);
                held[depth].list.push(bound.clone());
            }
        }
        held
    }

    /// The scalars whose values callers may give for one of a type, which turn into it; nothing if they give exactly the type.
    #[must_use]
    pub fn given_as(&self, ty: &Type) -> Option<&'static [Scalar]> {
        match ty {
            Type::Scalar(scalar) => scalar.facts().given_as,
            Type::Text(_) | Type::Id(_) | Type::Expandable(..) => Some(&[Scalar::String]),
            Type::Alias(_, ty) => self.given_as(ty),
            Type::Enum(id) => Some(self[*id].base.given_as()),
            Type::Json | Type::Object(_) | Type::List(_) | Type::Map(_) | Type::Nullable(_) => None,
        }
    }
}

macro_rules! lists {
    ($($list:ident: $id:ident => $item:ident,)*) => {$(
        impl Index<$id> for Api {
            type Output = $item;

            fn index(&self, id: $id) -> &$item {
                &self.$list[id.index()]
            }
        }
    )*};
}

lists! {
    aliases: AliasId => Alias,
    objects: ObjectId => Object,
    enums: EnumId => Enum,
    identifiers: IdentifierId => Identifier,
    codes: CodeId => Code,
    dialects: DialectId => Dialect,
    servers: ServerId => Server,
    schemes: SchemeId => Scheme,
}
