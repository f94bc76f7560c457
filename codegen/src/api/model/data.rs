//! What is sent and answered: objects, and what they can be.

use serde_json::Value;

use super::bounds::Bounds;
use super::item::Item;
use super::types::Type;
use crate::api::scalars::TimestampFormat;
use crate::diag::Span;
use crate::spec::Sides;

/// A JSON object with known members.
#[derive(Clone, Debug)]
pub struct Object {
    /// Name and doc.
    pub item: Item,
    /// The name of the member, parameter or variant in which it is written, if it is not written by itself.
    pub in_place: Option<Span>,
    /// Its members, but those that a union says.
    pub fields: Vec<Field>,
    /// What it is one of, if it is one of several things.
    pub union: Option<Union>,
    /// Its members that are not named, if there are any.
    pub rest: Option<Rest>,
    /// How its instants are written.
    pub timestamps: TimestampFormat,
    /// Where it is met.
    pub uses: Sides,
    /// JSON that fits the object: taken from an endpoint's example, or made from the types.
    pub example: Value,
}

impl Object {
    /// What its members hold, and on which sides: its fields, the data of its variants, and the rest.
    pub fn held(&self) -> impl Iterator<Item = (&Type, Sides)> {
        let fields = self.fields.iter().map(|field| (&field.ty, field.sides));
        let variants = self.union.iter().flat_map(|union| &union.variants);
        let rest = self.rest.iter().map(|rest| (&rest.ty, Sides::BOTH));
        fields.chain(variants.filter_map(|variant| Some((variant.data.as_ref()?, variant.sides)))).chain(rest)
    }

    /// The members that an answer has and that are not named: neither by a field, nor as what the union says.
    pub fn others<'a>(&'a self, answer: &'a Value) -> impl Iterator<Item = (&'a String, &'a Value)> {
        let tag = self.union.as_ref().map(|union| union.tag.as_str());
        let kind = tag.and_then(|tag| answer.get(tag)).and_then(Value::as_str);
        let is_named = move |name: &str| {
            let mut fields = self.fields.iter().filter(|field| field.sides.response);
            [tag, kind].contains(&Some(name)) || fields.any(|field| field.item.name == name)
        };
        answer.as_object().into_iter().flatten().filter(move |(name, _)| !is_named(name))
    }

    /// Whether it has nothing but its union on any of some sides.
    #[must_use]
    pub fn is_only_union(&self, sides: Sides) -> bool {
        self.union.is_some() && self.rest.is_none() && !self.fields.iter().any(|field| field.sides.meets(sides))
    }

    /// Whether a variant of requests is known by the object that it holds, since no other one holds such an object.
    /// `place` is that of this object in the list: what is its own kind again stands for itself.
    #[must_use]
    pub fn is_known_by_data(&self, place: usize, variant: &UnionVariant) -> bool {
        let Some(data) = &variant.data else { return false };
        let Type::Object(held) = data.meant() else { return false };
        let is_itself = held.index() == place && self.is_only_union(Sides::REQUEST);
        let variants = self.union.iter().flat_map(|union| &union.variants);
        let same = variants.filter(|other| {
            other.sides.request && other.data.as_ref().is_some_and(|other| other.meant() == data.meant())
        });
        !is_itself && same.count() == 1
    }
}

/// The members of an object that are not named.
#[derive(Clone, Debug)]
pub struct Rest {
    /// Doc, and the name in Rust.
    pub item: Item,
    /// What each of them holds.
    pub ty: Type,
}

impl Rest {
    /// What all of them are together.
    #[must_use]
    pub fn map(&self) -> Type {
        Type::Map(Box::new(self.ty.clone()))
    }
}

/// A member of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// Name and doc.
    pub item: Item,
    /// What it holds.
    pub ty: Type,
    /// Where it may stand.
    pub sides: Sides,
    /// Where it may be left out.
    pub optional: Sides,
    /// What the member says, if it always says the same, and what else is met.
    pub tags: Vec<String>,
    /// What requests are held to.
    pub bounds: Bounds,
    /// Whether it is never shown in debug output.
    pub secret: bool,
}

impl Field {
    /// Whether it may be null.
    #[must_use]
    pub fn is_nullable(&self) -> bool {
        matches!(self.ty, Type::Nullable(_))
    }

    /// Where it may be missing or null: reading does not tell the two apart.
    #[must_use]
    pub fn absence(&self) -> Sides {
        if self.is_nullable() { Sides::BOTH } else { self.optional }
    }

    /// Whether callers who make the object must give it.
    #[must_use]
    pub fn need(&self) -> Need {
        if self.absence().request { Need::Optional } else { Need::Required }
    }
}

/// Whether callers must give a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must be given.
    Required,
    /// It may be left out.
    Optional,
    /// It may be left out, or be sent as nothing, which unsets what the service has.
    Clearable,
}

/// What tells apart the things that an object can be: a member whose value names the member that carries the data.
#[derive(Clone, Debug)]
pub struct Union {
    /// The member that tells, such as `type`.
    pub tag: String,
    /// What there can be.
    pub variants: Vec<UnionVariant>,
}

/// One of the things that an object can be.
#[derive(Clone, Debug)]
pub struct UnionVariant {
    /// Name, which is the value of the tag and the name of the member with the data, and doc.
    pub item: Item,
    /// What that member holds; without it there is no such member.
    pub data: Option<Type>,
    /// Where the variant is met.
    pub sides: Sides,
}
