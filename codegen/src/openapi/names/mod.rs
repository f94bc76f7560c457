//! The names that items of a document get, of what it calls them and of where they stand.

mod call;
mod calls;
mod distinct;
mod identifiers;
mod paths;
mod spoken;
mod within;
mod words;

pub(super) use call::{Call, Given, Read};
pub(super) use calls::{Named, named};
pub(super) use distinct::distinct;
pub(super) use paths::module_source;
pub(super) use spoken::{choices, given, said};
pub(super) use words::{camel, one_of, snake, words};
