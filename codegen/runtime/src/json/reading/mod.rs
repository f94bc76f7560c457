//! The one reader, and what it needs besides: unions are told apart in files of their own.

mod cursor;
mod misfits;
mod others;
mod parts;
pub(crate) mod read;
mod scalars;
mod shapes;
mod unions;
