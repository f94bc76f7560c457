//! Text to a tree with the place of everything in it.
//!
//! There are two readers. A description in our own format is read strictly: it is plain data, and whatever makes YAML
//! more than that is a fault. A published document, in JSON or YAML, is read as its writer probably meant it.

mod comments;
mod document;
mod encoding;
mod entries;
mod events;
mod input;
mod json;
mod json_text;
mod json_tokens;
mod layout;
mod lenient;
mod node;
mod number;
mod quote;
mod remarks;
mod scalar;
mod strict;
mod syntax;
mod tags;
mod tree;
mod written;

pub use document::read_leniently;
pub use encoding::decode;
pub use node::{Entry, Faulty, Node, Read, Spanned, Text, Value};
pub use number::Number;
pub use quote::quoted;
pub use remarks::REMARKS;
pub(crate) use scalar::looks_like;
pub use strict::read_strictly;
pub(crate) use written::{Content, Written, read as read_written};
