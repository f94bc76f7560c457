//! What is sent and answered: objects, and what they can be.

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
    /// How its instants are written.
    pub timestamps: TimestampFormat,
    /// Where it is met.
    pub uses: Sides,
    /// JSON that fits the object: taken from an endpoint's example, or made from the types.
    pub example: serde_json::Value,
}

impl Object {
    /// What its members hold, and on which sides: its fields, and the data of its variants.
    pub fn held(&self) -> impl Iterator<Item = (&Type, Sides)> {
        let fields = self.fields.iter().map(|field| (&field.ty, field.sides));
        fields.chain(self.variants().filter_map(|variant| Some((variant.data.as_ref()?, variant.sides))))
    }

    /// Whether it has nothing but its union on any of some sides.
    #[must_use]
    pub fn is_only_union(&self, sides: Sides) -> bool {
        self.union.is_some() && !self.fields.iter().any(|field| field.sides.meets(sides))
    }

    /// Its variants, if it is one of several things.
    pub fn variants(&self) -> impl Iterator<Item = &UnionVariant> {
        self.union.iter().flat_map(|union| &union.variants)
    }

    /// Whether it need not be a JSON object: it is what one of its variants is.
    #[must_use]
    pub fn is_any_shape(&self) -> bool {
        self.fields.is_empty() && self.union.as_ref().is_some_and(|union| union.told == Told::Shape)
    }

    /// Whether a variant of requests is known by what it holds, since no other one holds such: an object, or where the shape
    /// tells, anything. `place` is that of this object in the list: what is its own kind again stands for itself.
    #[must_use]
    pub fn is_known_by_data(&self, place: usize, variant: &UnionVariant) -> bool {
        let Some(held) = &variant.data else { return false };
        let tells = match held {
            Type::Object(id) => id.index() != place || !self.is_only_union(Sides::REQUEST),
            _ => self.union.as_ref().is_some_and(|union| union.told == Told::Shape),
        };
        let is_same = |other: &UnionVariant| other.data.as_ref().is_some_and(|data| data.is_sent_like(held));
        tells && self.variants().filter(|other| other.sides.request && is_same(other)).count() == 1
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
