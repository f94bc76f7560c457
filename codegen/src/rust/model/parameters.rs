//! What callers give.

use super::attributes::Attributes;
use super::bounds::{Bound, in_words};
use super::samples::Sample;
use super::types::{RustType, WireForm, WireStyle};
use crate::api::{Literal, Need, Told};
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
    /// How it is written there, if not as is usual there.
    pub style: Option<WireStyle>,
    /// Its type, without the `Option` of one that may be left out or null.
    pub ty: RustType,
    /// What is sent, if it is always the same: its setter then takes nothing.
    pub constant: Option<Literal>,
    /// Whether callers hold its value, or the items of its list, in other forms too, such as `&str`.
    pub converts: bool,
    /// Whether it may be left out, or be null.
    pub need: Need,
    /// The form in which it is written, if it always has one.
    pub form: Option<WireForm>,
    /// What it is held to.
    pub bounds: Vec<Bound>,
    /// What it is held to by the aliases in its type.
    pub aliased: Vec<Bound>,
    /// A value for documentation; nothing if there is no end to making one.
    pub sample: Option<Sample>,
}

impl Parameter {
    /// Whether it is an argument: what may be left out has a setter.
    #[must_use]
    pub fn is_argument(&self) -> bool {
        !self.need.is_optional()
    }

    /// The type of an argument as callers may hold it, and of what a setter takes.
    #[must_use]
    pub fn given(&self) -> RustType {
        let ty = self.ty.unboxed().clone();
        if self.need == Need::RequiredNullable { ty.optional() } else { ty }
    }

    /// Whether it is given as an `Option<&str>`: as a text, but for that it may be null.
    #[must_use]
    pub fn is_optional_text(&self) -> bool {
        self.need == Need::RequiredNullable
            && matches!(self.ty, RustType::Language("String") | RustType::Runtime("Secret"))
    }

    /// Whether there is a setter that unsets it.
    #[must_use]
    pub fn can_be_unset(&self) -> bool {
        self.need == Need::OptionalNullable
    }

    /// The name of the setter that unsets it.
    #[must_use]
    pub fn unset_name(&self) -> Name {
        self.name.with_beginning("unset_")
    }

    /// The former names of the setter that unsets it, if there is one.
    pub fn former_unset_names(&self) -> impl Iterator<Item = Name> {
        let former = self.attributes.former.iter().filter(|_| self.can_be_unset());
        former.map(|former| former.with_beginning("unset_"))
    }

    /// What it is and what it is held to, as the lines of an item of a list.
    #[must_use]
    pub fn list_item(&self) -> Vec<String> {
        let bounds = in_words(self.bounds.iter().chain(&self.aliased)).unwrap_or_default();
        self.attributes.doc.item(&format!("`{}`:", self.name.plain()), &bounds)
    }
}

/// The part of a request, or of an object, that carries a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A segment of the path, or a part of one.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
    /// The body.
    Body,
    /// The body, all of which it is.
    Whole,
    /// A member of an object.
    Member,
    /// The members of an object that say which of several things it is, as this tells.
    Union(Told),
    /// The members of an object that are not named.
    Rest,
    /// The header `Authorization`, in place of the API key.
    Token,
}

impl Part {
    /// Where it is, in words.
    #[must_use]
    pub fn place(&self) -> &'static str {
        match self {
            Self::Path => "in the path",
            Self::Query => "in the query",
            Self::Header => "as a header",
            Self::Cookie => "as a cookie",
            Self::Body => "in the body",
            Self::Token => "in place of the API key",
            Self::Whole | Self::Member | Self::Union(_) | Self::Rest => "",
        }
    }

    /// Whether it is a header, or a part of one.
    #[must_use]
    pub fn is_header(&self) -> bool {
        matches!(self, Self::Header | Self::Cookie)
    }
}
