//! What a stream gives where all of it is waited for.

use std::ops::Deref;

use crate::runtime::json::slot::{Place, Slot};
use crate::runtime::streams::event::Event;

/// What comes piece by piece: [`Events`] and [`Lines`], and nothing else.
pub trait Streamed: Place + Send + 'static {
    /// A piece.
    type Item: Place + Send + 'static;
}

/// All events of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Events<T>(Vec<Event<T>>);

/// All lines of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines<T>(Vec<T>);

/// Makes a type the list of what a stream gives.
macro_rules! streamed {
    ($($name:ident of $item:ty;)*) => {$(
        impl<T: Place + Send + 'static> Streamed for $name<T> {
            type Item = $item;
        }

        impl<T: Place> Place for $name<T> {
            fn slot(&mut self) -> Slot<'_> {
                self.0.slot()
            }

            fn blank() -> Self {
                Self(Vec::new())
            }
        }

        impl<T> Deref for $name<T> {
            type Target = [$item];

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl<T> IntoIterator for $name<T> {
            type Item = $item;
            type IntoIter = std::vec::IntoIter<$item>;

            fn into_iter(self) -> Self::IntoIter {
                self.0.into_iter()
            }
        }
    )*};
}

streamed! {
    Events of Event<T>;
    Lines of T;
}
