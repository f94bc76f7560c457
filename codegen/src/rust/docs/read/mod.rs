//! Reads the Markdown of a text, and the HTML in it, into a tree.

mod html;
pub(super) mod languages;
mod markdown;
mod nesting;
mod tags;
mod tree;

pub(super) use markdown::read;
pub(super) use tree::Tree;
