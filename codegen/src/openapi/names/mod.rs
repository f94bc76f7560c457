//! The names that items of a document get, of what it calls them and of where they stand.

mod calls;
mod distinct;
mod spoken;
mod words;

pub(super) use calls::{Call, Named, module_source, named};
pub(super) use distinct::distinct;
pub(super) use spoken::{choices, said};
pub(super) use words::{camel, one_of, snake, words};
