//! Types: what a member, parameter or answer holds.

use super::ids::{AliasId, EnumId, IdentifierId, ObjectId};
use crate::api::scalars::{Scalar, Shape};
use crate::spec::Measure;

/// What a member or parameter holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// A value without members or items, of one of the built-in kinds.
    Scalar(Scalar),
    /// A text with a type of its own.
    Text(AliasId),
    /// Another type, by a name.
    Alias(AliasId, Box<Type>),
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
            Self::List(inside) | Self::Map(inside) | Self::Nullable(inside) | Self::Alias(_, inside) => {
                inside.innermost()
            }
            Self::Scalar(_)
            | Self::Text(_)
            | Self::Json
            | Self::Id(_)
            | Self::Expandable(..)
            | Self::Object(_)
            | Self::Enum(_) => self,
        }
    }

    /// What it is by whichever name.
    #[must_use]
    pub fn meant(&self) -> &Self {
        if let Self::Alias(_, ty) = self { ty.meant() } else { self }
    }

    /// The names of their own that it and what is inside have, outermost first.
    #[must_use]
    pub fn aliases(&self) -> Vec<AliasId> {
        self.nested_aliases().into_iter().map(|(_, id)| id).collect()
    }

    /// The same, each with the number of lists and maps that it is in.
    #[must_use]
    pub fn nested_aliases(&self) -> Vec<(usize, AliasId)> {
        let mut aliases = Vec::new();
        let (mut ty, mut depth) = (self, 0);
        loop {
            ty = match ty {
                Self::List(inside) | Self::Map(inside) => {
                    depth += 1;
                    inside
                }
                Self::Nullable(inside) => inside,
                Self::Alias(id, inside) => {
                    aliases.push((depth, *id));
                    inside
                }
                Self::Text(id) => {
                    aliases.push((depth, *id));
                    return aliases;
                }
                _ => return aliases,
            }
        }
    }

    /// What it is where it is not null.
    #[must_use]
    pub fn without_null(&self) -> &Self {
        if let Self::Nullable(inside) = self { inside } else { self }
    }

    /// The same by no other name, and where no scalar has a form of its own: as Rust has it.
    #[must_use]
    pub fn without_forms(&self) -> Self {
        let inside = |inside: &Self| Box::new(inside.without_forms());
        match self {
            Self::Scalar(scalar) => Self::Scalar(scalar.without_form()),
            Self::List(items) => Self::List(inside(items)),
            Self::Map(values) => Self::Map(inside(values)),
            Self::Nullable(ty) => Self::Nullable(inside(ty)),
            Self::Alias(_, ty) => ty.without_forms(),
            Self::Text(_) | Self::Json | Self::Id(_) | Self::Expandable(..) | Self::Object(_) | Self::Enum(_) => {
                self.clone()
            }
        }
    }

    /// Whether it is one value that can stand in a path or query.
    #[must_use]
    pub fn can_be_in_url(&self) -> bool {
        match self {
            Self::Scalar(scalar) => scalar.facts().can_be_in_url,
            Self::Text(_) | Self::Id(_) | Self::Expandable(..) | Self::Enum(_) => true,
            Self::Alias(_, ty) => ty.can_be_in_url(),
            Self::Json | Self::Object(_) | Self::List(_) | Self::Map(_) | Self::Nullable(_) => false,
        }
    }

    /// Whether a member can always be the same value of it, where that is not null.
    #[must_use]
    pub fn can_be_constant(&self) -> bool {
        match self.without_null().meant() {
            // How instants are written is said elsewhere.
            Self::Scalar(scalar) => scalar.facts().written != Shape::Instant,
            Self::Text(_) | Self::Enum(_) => true,
            Self::Json
            | Self::Alias(..)
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
            Self::Text(_) | Self::Id(_) => true,
            Self::Alias(_, ty) => ty.can_be_cursor(),
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
            Self::Text(_) | Self::Id(_) => Measure::Characters,
            Self::Alias(_, ty) => ty.measure(),
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
            Self::Alias(_, inside) => inside.bounded(measure),
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
