//! How a list is cut into pages.

use super::types::RustType;
use crate::api::{LastPage, NextPage};
use crate::rust::Name;

/// How a list is cut into pages, where its description says it itself.
#[derive(Debug)]
pub struct Paging {
    /// What the list is made of.
    pub item: RustType,
    /// The fields that lead to the items.
    pub steps: Vec<PageStep>,
    /// The names on the wire of the same.
    pub items: Vec<String>,
    /// How the next page is found.
    pub next: NextPage,
    /// Which page is the last one.
    pub last: LastPage,
    /// The same as a description says it.
    pub words: String,
}

/// A field on the way to the items of a page.
#[derive(Debug)]
pub struct PageStep {
    /// Its name.
    pub field: Name,
    /// What it holds.
    pub ty: RustType,
}
