//! What one file of the description holds.

use super::calls::{Endpoint, Lifecycle};
use super::ids::{EnumId, IdentifierId, ObjectId};
use super::item::Item;

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
