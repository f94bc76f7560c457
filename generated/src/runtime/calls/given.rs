//! What setters take: a value in any form that callers hold it in, or perhaps none.
//!
//! `How` says which of the two it is. The compiler finds it, and nobody names it.

use std::collections::BTreeMap;

/// What a setter takes: a `T`, what turns into one, or an `Option` of either, whose `None` sets nothing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for `{T}`",
    label = "neither `{T}`, nor what turns into it, nor an `Option` of either",
    note = "to set nothing, leave the setter out, or give `None::<{T}>`"
)]
pub trait Given<T, How> {
    /// The value, if there is one.
    fn given(self) -> Option<T>;
}

#[diagnostic::do_not_recommend]
impl<T, V: Into<T>> Given<T, ()> for V {
    #[inline]
    fn given(self) -> Option<T> {
        Some(self.into())
    }
}

#[diagnostic::do_not_recommend]
impl<T, V: Into<T>> Given<T, Option<()>> for Option<V> {
    #[inline]
    fn given(self) -> Option<T> {
        self.map(Into::into)
    }
}

/// What a setter takes into which nothing turns: a `T`, or an `Option` of it, whose `None` sets nothing. Literals are of this
/// type, and `None` needs none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for `{T}`",
    label = "neither `{T}`, nor an `Option` of it",
    note = "to set nothing, leave the setter out, or give `None`"
)]
pub trait GivenAsIs<T>: Into<Option<T>> {
    /// The value, if there is one.
    #[inline]
    fn given(self) -> Option<T> {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl<T, V: Into<Option<T>>> GivenAsIs<T> for V {}

/// What the setter of a list takes: an array, a vector or an iterator of `T` or of what turns into one, or an `Option` of
/// it, whose `None` sets nothing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for a list of `{T}`",
    label = "no array, vector or iterator of `{T}` or of what turns into it, nor an `Option` of one"
)]
pub trait GivenList<T, How> {
    /// The list, if there is one.
    fn given(self) -> Option<Vec<T>>;
}

#[diagnostic::do_not_recommend]
impl<T, L: IntoIterator<Item: Into<T>>> GivenList<T, ()> for L {
    #[inline]
    fn given(self) -> Option<Vec<T>> {
        Some(self.into_iter().map(Into::into).collect())
    }
}

#[diagnostic::do_not_recommend]
impl<T, L: IntoIterator<Item: Into<T>>> GivenList<T, Option<()>> for Option<L> {
    #[inline]
    fn given(self) -> Option<Vec<T>> {
        self.map(|list| list.into_iter().map(Into::into).collect())
    }
}

/// What the setter of a list takes into whose items nothing turns: an array, a vector or an iterator of `T`, or an `Option` of
/// it, whose `None` sets nothing. An empty list needs no type here.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for a list of `{T}`",
    label = "no array, vector or iterator of `{T}`, nor an `Option` of one"
)]
pub trait GivenItems<T, How> {
    /// The list, if there is one.
    fn given(self) -> Option<Vec<T>>;
}

#[diagnostic::do_not_recommend]
impl<T, L: IntoIterator<Item = T>> GivenItems<T, ()> for L {
    #[inline]
    fn given(self) -> Option<Vec<T>> {
        Some(self.into_iter().collect())
    }
}

#[diagnostic::do_not_recommend]
impl<T, L: IntoIterator<Item = T>> GivenItems<T, Option<()>> for Option<L> {
    #[inline]
    fn given(self) -> Option<Vec<T>> {
        self.map(|list| list.into_iter().collect())
    }
}

/// What the setter of a map takes: pairs of a name and a `T`, or what turns into one, in an array, a map or an iterator,
/// or an `Option` of it, whose `None` sets nothing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for a map to `{T}`",
    label = "no array, map or iterator of pairs of a name and `{T}` or what turns into it, nor an `Option` of one"
)]
pub trait GivenMap<T, How> {
    /// The map, if there is one.
    fn given(self) -> Option<BTreeMap<String, T>>;
}

#[diagnostic::do_not_recommend]
impl<T, K: Into<String>, V: Into<T>, M: IntoIterator<Item = (K, V)>> GivenMap<T, ()> for M {
    #[inline]
    fn given(self) -> Option<BTreeMap<String, T>> {
        Some(self.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

#[diagnostic::do_not_recommend]
impl<T, K: Into<String>, V: Into<T>, M: IntoIterator<Item = (K, V)>> GivenMap<T, Option<()>> for Option<M> {
    #[inline]
    fn given(self) -> Option<BTreeMap<String, T>> {
        self.and_then(GivenMap::<T, ()>::given)
    }
}
