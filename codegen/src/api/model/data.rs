//! What is sent and answered: objects, and what they can be.

use serde_json::Value;

use super::bounds::Bounds;
use super::item::Item;
use super::literal::Literal;
use super::need::Need;
use super::types::Type;
use super::unions::{Told, Union, UnionVariant};
use crate::api::scalars::TimestampFormat;
use crate::diag::Span;
use crate::spec::Sides;

/// A JSON object with known members, or one of several things.
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
        let variants = self.variants().filter_map(|variant| Some((variant.data.as_ref()?, variant.sides)));
        let rest = self.rest.iter().map(|rest| (&rest.ty, Sides::BOTH));
        fields.chain(variants).chain(rest)
    }

    /// Whether it has nothing but its union on any of some sides.
    #[must_use]
    pub fn is_only_union(&self, sides: Sides) -> bool {
        self.union.is_some() && self.rest.is_none() && !self.fields.iter().any(|field| field.sides.meets(sides))
    }

    /// Its variants, if it is one of several things.
    pub fn variants(&self) -> impl Iterator<Item = &UnionVariant> {
        self.union.iter().flat_map(|union| &union.variants)
    }

    /// Whether it need not be a JSON object: it is what one of its variants is.
    #[must_use]
    pub fn is_any_shape(&self) -> bool {
        self.is_only_union(Sides::BOTH) && self.union.as_ref().is_some_and(|union| union.told == Told::Shape)
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
    pub constants: Vec<Literal>,
    /// What the service takes where callers leave it out.
    pub default: Option<serde_json::Value>,
    /// A value that it may have.
    pub example: Option<serde_json::Value>,
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

    /// What it says, if it always says one of these.
    #[must_use]
    pub fn constants(&self) -> Vec<serde_json::Value> {
        self.constants.iter().map(Literal::json).collect()
    }

    /// Where it may be missing or null: reading does not tell the two apart.
    #[must_use]
    pub fn absence(&self) -> Sides {
        if self.is_nullable() { Sides::BOTH } else { self.optional }
    }

    /// What it always says first of all, if it always says the same.
    #[must_use]
    pub fn constant(&self) -> Option<&Literal> {
        self.constants.first()
    }

    /// Whether it is written into what callers send without being given: it is always there, and always the same.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        self.sides.request && !self.optional.request && !self.constants.is_empty()
    }

    /// Whether callers who make the object must give it; nothing if they do not give it at all.
    #[must_use]
    pub fn need(&self) -> Option<Need> {
        let is_given = self.sides.request && !self.is_fixed();
        is_given.then(|| Need::of(self.optional.request, self.is_nullable()))
    }
}
