//! Members that are an identifier, or on demand the object that it identifies.

use crate::runtime::json::kinds::{Kind, Kinds, Shape, Sort, Told};
use crate::runtime::json::literal::Literal;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Object, Place, Selected, Slot, Union};

/// The identifier of an object, or the object itself where the request asked to expand it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Expandable<I, T> {
    /// The identifier.
    Id(I),
    /// What is left of the object, which was deleted, where the request asked to expand it.
    Deleted(Deleted<I>),
    /// The object.
    Object(Box<T>),
}

/// What is left of an object that was deleted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Deleted<I> {
    /// Its identifier.
    pub id: I,
}

impl<I, T> Expandable<I, T> {
    /// The identifier, unless the object is in its place. That of a deleted object is one.
    #[must_use]
    pub const fn as_id(&self) -> Option<&I> {
        match self {
            Self::Id(id) | Self::Deleted(Deleted { id }) => Some(id),
            Self::Object(_) => None,
        }
    }

    /// Whether the server says that the object was deleted.
    #[must_use]
    pub const fn is_deleted(&self) -> bool {
        matches!(self, Self::Deleted(_))
    }

    /// The object, if the request asked for it.
    #[must_use]
    pub fn as_object(&self) -> Option<&T> {
        match self {
            Self::Id(_) | Self::Deleted(_) => None,
            Self::Object(object) => Some(object),
        }
    }

    /// The object, if the request asked for it.
    #[must_use]
    pub fn into_object(self) -> Option<T> {
        match self {
            Self::Id(_) | Self::Deleted(_) => None,
            Self::Object(object) => Some(*object),
        }
    }
}

/// The kinds: the identifier, what is left of an object that is gone, and the object.
static KINDS: Kinds = Kinds {
    told: Told::Shape,
    list: &[
        Kind {
            tag: Literal::Text("id"),
            shape: Shape { sorts: &[Sort::Text], ..Shape::NONE },
            form: WireForm::Default,
            bounds: &[],
        },
        Kind {
            tag: Literal::Text("deleted"),
            shape: Shape {
                sorts: &[Sort::Object],
                constants: &[("deleted", &[Literal::Boolean(true)])],
                ..Shape::NONE
            },
            form: WireForm::Default,
            bounds: &[],
        },
        Kind {
            tag: Literal::Text("object"),
            shape: Shape { sorts: &[Sort::Object], ..Shape::NONE },
            form: WireForm::Default,
            bounds: &[],
        },
    ],
};

impl<I: Place, T: Place> Union for Expandable<I, T> {
    fn kinds(&self) -> &'static Kinds {
        &KINDS
    }

    fn selected(&mut self) -> Selected<'_> {
        match self {
            Self::Id(id) => Selected::Known(0, Some(id)),
            Self::Deleted(deleted) => Selected::Known(1, Some(deleted)),
            Self::Object(object) => Selected::Known(2, Some(object)),
        }
    }

    fn select(&mut self, index: usize) {
        *self = match index {
            0 => Self::Id(I::blank()),
            1 => Self::Deleted(Deleted { id: I::blank() }),
            _ => Self::Object(Box::new(T::blank())),
        };
    }
}

impl<I: Place, T: Place> Place for Expandable<I, T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Union(self)
    }

    fn blank() -> Self {
        Self::Id(I::blank())
    }
}

impl<I: Place> Object for Deleted<I> {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.required("id", &mut self.id);
        members.constant("deleted", Literal::Boolean(true));
    }
}

impl<I: Place> Place for Deleted<I> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Object(self)
    }
}
