//! Types that stand for what the service sends and takes.

use super::attributes::Attributes;
use super::bounds::Bound;
use super::conversions::Conversion;
use super::parameters::Parameter;
use super::types::{RustType, WireForm};
use crate::api::{EnumBase, KindShape, Literal, Told};
use crate::rust::Name;
use crate::surface::Origin;

/// A newtype for identifiers.
#[derive(Debug)]
pub struct Identifier {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
}

/// A type with a name of its own.
#[derive(Debug)]
pub struct Alias {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// What it stands for; nothing if it is a newtype of texts.
    pub ty: Option<RustType>,
    /// What its values are held to.
    pub bounds: Vec<Bound>,
}

/// An enum that keeps what it does not know: values of the service, or the error codes of an endpoint.
#[derive(Debug)]
pub struct OpenEnum {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// What its values are in JSON; codes are texts.
    pub base: EnumBase,
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
    /// The value or code on the wire, as text.
    pub wire: String,
    /// The HTTP statuses that come with an error code; none of anything else.
    pub statuses: Vec<u16>,
}

/// A struct that stands for a JSON object of answers.
#[derive(Debug)]
pub struct Struct {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// Its fields.
    pub fields: Vec<Field>,
    /// The field for what it is one of, if it is one of several things.
    pub kind: Option<UnionField>,
    /// How it is read and written.
    pub json_form: JsonForm,
}

/// The field of a [`Struct`] that holds a [`Union`].
#[derive(Debug)]
pub struct UnionField {
    /// Its name.
    pub name: Name,
    /// The union.
    pub ty: RustType,
    /// What tells what it is.
    pub told: Told,
}

/// How an object of answers is read and written.
#[derive(Debug)]
pub struct JsonForm {
    /// The name of the constant that holds its example.
    pub example_name: Name,
    /// The name of the test of its example.
    pub test_name: Name,
    /// JSON that fits it.
    pub example: serde_json::Value,
    /// Whether instants are written as numbers of seconds, not as text.
    pub has_unix_timestamps: bool,
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
    /// The form in which it is written, if it always has one.
    pub form: Option<WireForm>,
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
    /// It is no member of its own, but all those that have no other place.
    Rest,
}

/// A struct that stands for an object of requests: made by `new` and setters, as operations are.
#[derive(Debug)]
pub struct Params {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// Its members, but those that always say the same.
    pub members: Vec<Parameter>,
    /// The names in JSON of those, and what they say.
    pub constants: Vec<(String, Literal)>,
}

/// An enum for what can be one of several things.
#[derive(Debug)]
pub struct Union {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// What tells them apart.
    pub told: Told,
    /// What the tag is in JSON, if there is one.
    pub base: EnumBase,
    /// What is known.
    pub variants: Vec<UnionVariant>,
    /// What the data of each looks like, by its place, in the order in which they are tried; nothing but in answers that are
    /// told by their shape.
    pub shapes: Vec<KindShape>,
    /// Whether it stands in answers, where what is not known is kept.
    pub is_answer: bool,
    /// How it is read and written, if it is a whole object of answers.
    pub json_form: Option<JsonForm>,
}

/// A known thing that a [`Union`] can be.
#[derive(Debug)]
pub struct UnionVariant {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// What tells it on the wire, as text.
    pub wire: String,
    /// What it holds, if anything.
    pub data: Option<RustType>,
    /// The form in which that is written, if it always has one.
    pub form: Option<WireForm>,
    /// What that is held to in requests, by the aliases in its type, which tell of it.
    pub aliased: Vec<Bound>,
    /// What it follows from in requests, since no other variant takes the like.
    pub conversions: Vec<Conversion>,
}

impl Struct {
    /// The types that it speaks of.
    pub fn types(&self) -> impl Iterator<Item = &RustType> {
        self.typed().map(|(_, ty)| ty)
    }

    /// The same, each with what it comes from.
    pub fn typed(&self) -> impl Iterator<Item = (&Origin, &RustType)> {
        let fields = self.fields.iter().map(|field| (&field.attributes.origin, &field.ty));
        fields.chain(self.kind.as_ref().map(|kind| (&self.attributes.origin, &kind.ty)))
    }
}

impl Params {
    /// The types that it speaks of.
    pub fn types(&self) -> impl Iterator<Item = &RustType> {
        self.typed().map(|(_, ty)| ty)
    }

    /// The same, each with what it comes from.
    pub fn typed(&self) -> impl Iterator<Item = (&Origin, &RustType)> {
        self.members.iter().map(|member| (&member.attributes.origin, &member.ty))
    }
}

impl Union {
    /// The types that it speaks of.
    pub fn types(&self) -> impl Iterator<Item = &RustType> {
        self.typed().map(|(_, ty)| ty)
    }

    /// The same, each with what it comes from.
    pub fn typed(&self) -> impl Iterator<Item = (&Origin, &RustType)> {
        self.variants.iter().filter_map(|variant| Some((&variant.attributes.origin, variant.data.as_ref()?)))
    }
}
