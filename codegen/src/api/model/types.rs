//! Types: what a member, parameter or answer holds.

use super::ids::{EnumId, IdentifierId, ObjectId};
use crate::api::scalars::Scalar;
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

    /// What it is where it is not null.
    #[must_use]
    pub fn without_null(&self) -> &Self {
        if let Self::Nullable(inside) = self { inside } else { self }
    }

    /// The same where no scalar has a form of its own, as Rust has it.
    #[must_use]
    pub fn without_forms(&self) -> Self {
        let inside = |inside: &Self| Box::new(inside.without_forms());
        match self {
            Self::Scalar(scalar) => Self::Scalar(scalar.without_form()),
            Self::List(items) => Self::List(inside(items)),
            Self::Map(values) => Self::Map(inside(values)),
            Self::Nullable(ty) => Self::Nullable(inside(ty)),
            Self::Json | Self::Id(_) | Self::Expandable(..) | Self::Object(_) | Self::Enum(_) => self.clone(),
        }
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

    /// Of what of its values bounds speak; those of one that may be null speak of the others.
    #[must_use]
    pub fn measure(&self) -> Measure {
        match self.without_null() {
            Self::Scalar(scalar) => scalar.facts().measure,
            Self::Id(_) => Measure::Characters,
            Self::List(_) => Measure::Items,
            Self::Expandable(..) | Self::Enum(_) | Self::Json | Self::Object(_) | Self::Map(_) | Self::Nullable(_) => {
                Measure::Nothing
            }
        }
    }

    /// The least and the greatest number that it holds, if it holds whole numbers alone.
    #[must_use]
    pub fn range(&self) -> Option<(i128, i128)> {
        match self.without_null() {
            Self::Scalar(scalar) => scalar.facts().written.range(),
            _ => None,
        }
    }
}
