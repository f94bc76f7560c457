//! What stands above items, as the description says it.

use super::docs::{Doc, Summary, code};
use super::model::Attributes;
use crate::api::Item;

/// The documentation of an item as it is described, and its deprecation.
pub(super) fn attributes(item: &Item) -> Attributes {
    attributes_with(item, Doc::of(&item.doc))
}

/// A documentation that says more of an item than its description, and its deprecation.
pub(super) fn attributes_with(item: &Item, mut doc: Doc) -> Attributes {
    if let Some(since) = &item.since {
        doc.section([format!("Since API version {}; an earlier one may not have it.", code(since))]);
    }
    // A lint and the documentation show it, as Markdown like any other text.
    let deprecated = item.deprecated.as_ref().map(|instead| Summary::of(instead).markdown());
    Attributes { deprecated, ..Attributes::beside(item, doc) }
}
