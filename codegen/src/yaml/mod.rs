//! YAML text to a tree with the place of everything in it.

mod node;
mod scalar;
mod strict;
mod syntax;

pub use node::{Entry, Faulty, Node, Read, Spanned, Text, Value};
pub(crate) use strict::read_strictly;
