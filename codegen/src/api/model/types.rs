//! Types: what a member, parameter or answer holds.

use super::ids::{EnumId, IdentifierId, ObjectId};
use crate::api::scalars::{Scalar, Shape};
use crate::spec::Measure;

/// What a member or parameter holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// A value without members or items, of one of the built-in kinds.
    Scalar(Scalar),
    /// Any JSON.
    Json,
    /// An identifier.
    Id(IdentifierId),
    /// The identifier of an object, or the object itself where the caller asks to expand it.
    Expandable(IdentifierId, ObjectId),
    /// An object.
    Object(ObjectId),
    /// An enum.
    Enum(EnumId),
    /// A JSON array.
    List(Box<Type>),
    /// A JSON object with any names.
    Map(Box<Type>),
    /// `null`, or what is inside; never directly inside another of its kind.
    Nullable(Box<Type>),
}

impl Type {
    /// What it is inside lists, maps and what may be null.
    #[must_use]
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(inside) | Self::Map(inside) | Self::Nullable(inside) => inside.innermost(),
            Self::Scalar(_) | Self::Json | Self::Id(_) | Self::Expandable(..) | Self::Object(_) | Self::Enum(_) => self,
        }
    }

    /// Whether callers hold values of both in one type: of what can be expanded, they send the identifier.
    #[must_use]
    pub fn is_sent_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Id(one) | Self::Expandable(one, _), Self::Id(other) | Self::Expandable(other, _)) => one == other,
            (Self::List(one), Self::List(other))
            | (Self::Map(one), Self::Map(other))
            | (Self::Nullable(one), Self::Nullable(other)) => one.is_sent_like(other),
            _ => self == other,
        }
    }

    /// What it is where it is not null.
    #[must_use]
    pub fn without_null(&self) -> &Self {
        if let Self::Nullable(inside) = self { inside } else { self }
    }

    /// Whether it is one value that can stand in a path or query.
    #[must_use]
    pub fn can_be_in_url(&self) -> bool {
        match self {
            Self::Scalar(scalar) => scalar.facts().can_be_in_url,
            Self::Id(_) | Self::Expandable(..) | Self::Enum(_) => true,
            Self::Json | Self::Object(_) | Self::List(_) | Self::Map(_) | Self::Nullable(_) => false,
        }
    }

    /// Whether a member can always be the same value of it, where that is not null.
    #[must_use]
    pub fn can_be_constant(&self) -> bool {
        match self.without_null() {
            // How instants are written is said elsewhere.
            Self::Scalar(scalar) => scalar.facts().written != Shape::Instant,
            Self::Enum(_) => true,
            Self::Json
            | Self::Id(_)
            | Self::Expandable(..)
            | Self::Object(_)
            | Self::List(_)
            | Self::Map(_)
            | Self::Nullable(_) => false,
        }
    }

    /// Whether the `id` of an item can be one, after which the next page of a list begins.
    #[must_use]
    pub fn can_be_cursor(&self) -> bool {
        match self {
            Self::Scalar(scalar) => scalar.facts().can_be_cursor,
            Self::Id(_) => true,
            Self::Expandable(..)
            | Self::Enum(_)
            | Self::Json
            | Self::Object(_)
            | Self::List(_)
            | Self::Map(_)
            | Self::Nullable(_) => false,
        }
    }

    /// Of what of its values bounds speak.
    #[must_use]
    pub fn measure(&self) -> Measure {
        match self {
            Self::Scalar(scalar) => scalar.facts().measure,
            Self::Id(_) => Measure::Characters,
            Self::List(_) => Measure::Items,
            Self::Expandable(..) | Self::Enum(_) | Self::Json | Self::Object(_) | Self::Map(_) | Self::Nullable(_) => {
                Measure::Nothing
            }
        }
    }

    /// The type of which bounds of a measure speak: itself, or what it is not null, or for those of texts and numbers what
    /// is in a list or map, however deep.
    #[must_use]
    pub fn bounded(&self, measure: Measure) -> Option<&Self> {
        match self {
            Self::Nullable(inside) => inside.bounded(measure),
            ty if ty.measure() == measure => Some(ty),
            Self::List(inside) | Self::Map(inside) if measure != Measure::Items => inside.bounded(measure),
            _ => None,
        }
    }

    /// Whether bounds of a measure speak of each value that is in it.
    #[must_use]
    pub fn is_bounded_inside(&self, measure: Measure) -> bool {
        self.bounded(measure).is_some() && self.without_null().measure() != measure
    }

    /// The least and the greatest number that it holds, or what is in it, if those are whole numbers alone.
    #[must_use]
    pub fn range(&self) -> Option<(i128, i128)> {
        match self.innermost() {
            Self::Scalar(scalar) => scalar.facts().written.range(),
            _ => None,
        }
    }
}
