//! What callers give.

use super::attributes::Attributes;
use super::bounds::{Bound, in_words};
use super::samples::Sample;
use super::types::{RustType, WireForm};
use crate::api::Need;
use crate::rust::Name;

/// What a caller gives: a parameter of a [`Request`](super::Request), or a member of [`Params`](super::Params).
#[derive(Debug)]
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// What stands above its setter.
    pub attributes: Attributes,
    /// Its name on the wire.
    pub wire: String,
    /// What carries it.
    pub part: Part,
    /// Its type, without the `Option` of an optional one.
    pub ty: RustType,
    /// Whether callers hold its value, or the items of its list, in other forms too, such as `&str`.
    pub converts: bool,
    /// Whether it may be left out.
    pub need: Need,
    /// The form in which it is written, if it always has one.
    pub form: Option<WireForm>,
    /// What it is held to.
    pub bounds: Vec<Bound>,
    /// What it is held to by the aliases in its type, which tell of it.
    pub aliased: Vec<Bound>,
    /// A value for documentation; nothing if there is no end to making one.
    pub sample: Option<Sample>,
}

impl Parameter {
    /// The name of the setter that unsets it.
    #[must_use]
    pub fn unset_name(&self) -> Name {
        self.name.with_beginning("unset_")
    }

    /// The former names of the setter that unsets it, if there is one.
    pub fn former_unset_names(&self) -> impl Iterator<Item = Name> {
        let former = self.attributes.former.iter().filter(|_| self.need == Need::Clearable);
        former.map(|former| former.with_beginning("unset_"))
    }

    /// What it is and what it is held to, as the lines of an item of a list.
    #[must_use]
    pub fn list_item(&self) -> Vec<String> {
        let bounds = in_words(&self.bounds).unwrap_or_default();
        self.attributes.doc.item(&format!("`{}`:", self.name.plain()), &bounds)
    }
}

/// The part of a request, or of an object, that carries a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A segment of the path.
    Path,
    /// The query.
    Query,
    /// The body.
    Body,
    /// A member of an object.
    Member,
    /// The members of an object that say which of several things it is.
    Union,
    /// The members of an object that are not named.
    Rest,
    /// The header `Authorization`, in place of the API key.
    Token,
}
