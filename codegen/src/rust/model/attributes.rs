//! What stands above items.

use crate::api::Item;
use crate::rust::{Doc, Name};
use crate::surface::Origin;

/// What stands above an item, and where it comes from.
#[derive(Debug)]
pub struct Attributes {
    /// What of the description it was made of.
    pub origin: Origin,
    /// Its documentation.
    pub doc: Doc,
    /// What to use instead, if it is on its way out.
    pub deprecated: Option<String>,
    /// The names that it had, and keeps as deprecated aliases.
    pub former: Vec<Name>,
}

impl Attributes {
    /// For what is made of a described item, but is not the item itself.
    pub(in crate::rust) fn beside(item: &Item, doc: Doc) -> Self {
        Self { origin: Origin { owner: item.span.clone(), member: None }, doc, deprecated: None, former: Vec::new() }
    }

    /// The same for what had other names.
    pub(in crate::rust) fn formerly(self, former: Vec<Name>) -> Self {
        Self { former, ..self }
    }

    /// The same for a member of `owner`.
    pub(in crate::rust) fn within(mut self, owner: &Item) -> Self {
        let member = std::mem::replace(&mut self.origin.owner, owner.span.clone());
        self.origin.member = Some(member);
        self
    }

    /// Whether the item is on its way out.
    #[must_use]
    pub fn is_deprecated(&self) -> bool {
        self.deprecated.is_some()
    }
}
