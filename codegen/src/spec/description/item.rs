//! What was written of anything that has a name, and of headers, which calls have, too.

use crate::yaml::{Read, Text};

/// A header of requests.
#[derive(Clone, Debug)]
pub struct Header {
    /// Name and doc; the doc is empty where only a value is written.
    pub item: Item,
    /// What every request carries.
    pub value: Read<Option<Text>>,
}

/// What each item may say.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name.
    pub name: Text,
    /// What it is; empty if that was reported.
    pub doc: Text,
    /// The version of the API that brought it.
    pub since: Option<Text>,
    /// What to use instead.
    pub deprecated: Option<Text>,
    /// Its Rust name.
    pub rust: Option<Text>,
    /// Its former names.
    pub was: Vec<Text>,
}
