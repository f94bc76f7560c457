//! What one file of the description holds.

use super::bounds::Bounds;
use super::calls::{Endpoint, Lifecycle};
use super::events::Event;
use super::ids::{AliasId, EnumId, IdentifierId, ObjectId};
use super::item::Item;
use super::types::Type;
use crate::api::scalars::Scalar;
use crate::spec::Sides;

/// One file of the description: things that belong together.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Name and doc.
    pub item: Item,
    /// The identifiers declared here.
    pub identifiers: Vec<IdentifierId>,
    /// The types with names of their own that are declared here.
    pub aliases: Vec<AliasId>,
    /// The objects declared here.
    pub objects: Vec<ObjectId>,
    /// The enums declared here.
    pub enums: Vec<EnumId>,
    /// The calls, in the order of the description.
    pub endpoints: Vec<Endpoint>,
    /// How states change.
    pub lifecycles: Vec<Lifecycle>,
    /// What the service tells by itself.
    pub events: Vec<Event>,
}

/// A type of identifiers: a text that names one object.
#[derive(Clone, Debug)]
pub struct Identifier {
    /// Named after the object that it identifies, such as `BillingIntent`.
    pub item: Item,
    /// How such identifiers begin; for readers, never checked.
    pub prefix: Option<String>,
}

/// A type with a name of its own.
#[derive(Clone, Debug)]
pub struct Alias {
    /// Name and doc.
    pub item: Item,
    /// What it stands for; never [`Type::Nullable`].
    pub ty: Type,
    /// What requests are held to.
    pub bounds: Bounds,
    /// Whether it is never shown in debug output: then it is a text.
    pub secret: bool,
    /// Where it is met.
    pub uses: Sides,
}

impl Alias {
    /// Whether it is a type of its own, which any text turns into.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.ty == Type::Scalar(Scalar::String)
    }

    /// Whether Rust has another type for it on each side.
    #[must_use]
    pub fn is_sided(&self) -> bool {
        matches!(self.ty.innermost(), Type::Object(_) | Type::Expandable(..))
    }
}

/// An error code of the service.
#[derive(Clone, Debug)]
pub struct Code {
    /// Name (which is the code on the wire) and doc.
    pub item: Item,
    /// The HTTP statuses that come with it, each 400 to 599 and there once; none if the description's are faulty.
    pub statuses: Vec<u16>,
}

impl Code {
    /// Its statuses as a sentence has them.
    #[must_use]
    pub fn statuses_in_words(&self) -> String {
        let statuses: Vec<String> = self.statuses.iter().map(u16::to_string).collect();
        statuses.join(" or ")
    }
}
