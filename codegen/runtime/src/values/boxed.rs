//! A box into which the compiler does not look.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::panic::{RefUnwindSafe, UnwindSafe};

use crate::runtime::json::slot::{Place, Slot};

/// A value in a box, where a type holds so many others that a `Box` would be too much for the compiler.
///
/// It is used like a `Box`: members and methods of the value are its own, `*boxed` is the value, and a list or map in it
/// can be looped over. Only what moves the value out is another: [`into_inner`](Self::into_inner), not `*boxed`.
///
/// A program may move a value to another thread if all that it holds may be moved. The compiler looks that up type by
/// type, at most 128 levels deep, and fails in the program where there are more. It does not look into this box, which
/// holds nothing but what may be moved.
pub struct Boxed<T> {
    value: Box<dyn Content>,
    /// A function may be moved and shared, whatever it gives.
    of: PhantomData<fn() -> T>,
}

/// What a box can hold. Copies, comparisons and what debuggers see are asked of the value in the box: code that the
/// compiler makes for each type would lead it from type to type, through all boxes.
pub trait Content: Any + Send + Sync + UnwindSafe + RefUnwindSafe {
    /// A copy in a box of its own.
    fn copied(&self) -> Box<dyn Content>;

    /// Whether this is equal to what is in another box.
    fn is_equal(&self, other: &dyn Any) -> bool;

    /// Writes it for a debugger.
    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl<T: Any + Send + Sync + UnwindSafe + RefUnwindSafe + Clone + PartialEq + fmt::Debug> Content for T {
    fn copied(&self) -> Box<dyn Content> {
        Box::new(self.clone())
    }

    fn is_equal(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt(f)
    }
}

/// What would be wrong if a box held anything else: only this file puts something into it.
const OF_ANOTHER_TYPE: &str = "a box holds a value of its type";

impl<T: Content> Boxed<T> {
    /// Puts a value into a box.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { value: Box::new(value), of: PhantomData }
    }
}

impl<T: 'static> Boxed<T> {
    /// Takes the value out.
    #[allow(clippy::missing_panics_doc, reason = "a box holds a value of its type, so it never does")]
    #[must_use]
    pub fn into_inner(self) -> T {
        let value: Box<dyn Any> = self.value;
        *value.downcast().expect(OF_ANOTHER_TYPE)
    }
}

impl<T: Content> From<T> for Boxed<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: 'static> Deref for Boxed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        let value: &dyn Any = &*self.value;
        value.downcast_ref().expect(OF_ANOTHER_TYPE)
    }
}

impl<T: 'static> DerefMut for Boxed<T> {
    fn deref_mut(&mut self) -> &mut T {
        let value: &mut dyn Any = &mut *self.value;
        value.downcast_mut().expect(OF_ANOTHER_TYPE)
    }
}

impl<T> Clone for Boxed<T> {
    fn clone(&self) -> Self {
        Self { value: (*self.value).copied(), of: PhantomData }
    }
}

impl<T> PartialEq for Boxed<T> {
    fn eq(&self, other: &Self) -> bool {
        let other: &dyn Any = &*other.value;
        (*self.value).is_equal(other)
    }
}

impl<T> fmt::Debug for Boxed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (*self.value).debug(f)
    }
}

impl<T: IntoIterator + 'static> IntoIterator for Boxed<T> {
    type Item = T::Item;
    type IntoIter = T::IntoIter;

    fn into_iter(self) -> T::IntoIter {
        self.into_inner().into_iter()
    }
}

#[allow(clippy::into_iter_without_iter, reason = "a box has what it holds in its stead")]
impl<'a, T: 'static> IntoIterator for &'a Boxed<T>
where
    &'a T: IntoIterator,
{
    type Item = <&'a T as IntoIterator>::Item;
    type IntoIter = <&'a T as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (**self).into_iter()
    }
}

#[allow(clippy::into_iter_without_iter, reason = "a box has what it holds in its stead")]
impl<'a, T: 'static> IntoIterator for &'a mut Boxed<T>
where
    &'a mut T: IntoIterator,
{
    type Item = <&'a mut T as IntoIterator>::Item;
    type IntoIter = <&'a mut T as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (**self).into_iter()
    }
}

impl<T: Place + Content> Place for Boxed<T> {
    fn slot(&mut self) -> Slot<'_> {
        (**self).slot()
    }

    fn blank() -> Self {
        Self::new(T::blank())
    }
}
