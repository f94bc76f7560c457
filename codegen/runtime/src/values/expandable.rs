//! Members that are an identifier, or on demand the object that it identifies.

use crate::runtime::json::slot::{Blank, Place, Slot, TextOrObject};

/// The identifier of an object, or the object itself where the request asked to expand it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Expandable<I, T> {
    /// The identifier.
    Id(I),
    /// The object.
    Object(Box<T>),
}

impl<I, T> Expandable<I, T> {
    /// The identifier, unless the object is in its place.
    #[must_use]
    pub const fn as_id(&self) -> Option<&I> {
        match self {
            Self::Id(id) => Some(id),
            Self::Object(_) => None,
        }
    }

    /// The object, if the request asked for it.
    #[must_use]
    pub fn as_object(&self) -> Option<&T> {
        match self {
            Self::Id(_) => None,
            Self::Object(object) => Some(object),
        }
    }

    /// The object, if the request asked for it.
    #[must_use]
    pub fn into_object(self) -> Option<T> {
        match self {
            Self::Id(_) => None,
            Self::Object(object) => Some(*object),
        }
    }
}

impl<I: Place + Blank, T: Place + Blank> TextOrObject for Expandable<I, T> {
    fn text(&mut self) -> &mut dyn Place {
        *self = Self::Id(I::blank());
        self.get()
    }

    fn object(&mut self) -> &mut dyn Place {
        *self = Self::Object(Box::new(T::blank()));
        self.get()
    }

    fn get(&mut self) -> &mut dyn Place {
        match self {
            Self::Id(id) => id,
            Self::Object(object) => object,
        }
    }
}

impl<I: Place + Blank, T: Place + Blank> Place for Expandable<I, T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::TextOrObject(self)
    }
}

impl<I: Blank, T> Blank for Expandable<I, T> {
    fn blank() -> Self {
        Self::Id(I::blank())
    }
}
