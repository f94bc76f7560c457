//! All single edits of a description: each key of each kind of mapping added, changed and removed, each named item
//! added, removed, renamed and moved, and everything that may be written in another way without meaning another thing.
//!
//! The description is `tests/edits/spec`, the values are those of `values.yaml` and `additions.yaml`, and the keys are
//! those by which the reader itself opens mappings, so a new key without values is a fault here.

mod items;
mod keys;
mod layout;
mod mend;
mod order;
mod place;
mod tables;
mod tree;
mod writer;

use std::fs;
use std::path::Path;

use clientsmith::api::Api;
use clientsmith::diag::{Diagnostics, Sources};
use serde_json::Value;

pub(crate) use place::{Place, places};
pub(crate) use tables::{ITEM_KEYS, kind};
pub(crate) use tree::sources;

/// What an edit does to a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Operation {
    Add,
    Change,
    Remove,
    Rename,
    Reorder,
    /// The same is written in another way or place.
    Rewrite,
}

/// What a report has to say of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Nothing: only the layout changed.
    Nothing,
    /// That words for readers changed.
    Words,
    /// That something changed, whatever it is.
    Something,
}

/// An edit whose result is a valid description.
pub(crate) struct Edit {
    /// What was done and where, on a line; no two edits have the same.
    pub(crate) name: String,
    pub(crate) operation: Operation,
    /// The kind of mapping, or of named item, that was edited.
    pub(crate) subject: &'static str,
    pub(crate) meaning: Meaning,
    /// The description after it; nothing where only the text was edited.
    pub(crate) tree: Option<Value>,
    pub(crate) sources: Sources,
    pub(crate) api: Api,
}

/// The description that is edited, and all edits of it.
pub(crate) struct Edits {
    /// The description as a tree, each item in its long form.
    pub(crate) tree: Value,
    pub(crate) sources: Sources,
    pub(crate) api: Api,
    pub(crate) list: Vec<Edit>,
    /// The names of edits whose result is no valid description.
    pub(crate) dropped: Vec<String>,
}

/// An edit that may have no valid result.
struct Attempt {
    name: String,
    operation: Operation,
    subject: &'static str,
    meaning: Meaning,
    tree: Value,
    /// What must be left when all that the edit made invalid is taken out: a path, as a JSON pointer.
    keep: String,
}

/// The folder of the description that is edited.
pub(crate) fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/edits")
}

/// Makes all edits.
pub(crate) fn all() -> Edits {
    let spec = folder().join("spec");
    let sources = Sources::load(&spec).expect("there is a description to edit");
    let api = valid(&sources).unwrap_or_else(|faults| panic!("{}", faults.render(&sources, false)));
    let tree = tree::long_forms(&tree::load(&sources));
    let mut edits = Edits { api, list: layout::edits(&sources, &tree), dropped: Vec::new(), sources, tree };
    let attempts = keys::attempts(&edits.tree).into_iter().chain(items::attempts(&edits.tree));
    for attempt in attempts.chain(order::attempts(&edits.tree, &edits.api)) {
        edits.add(attempt);
    }
    edits
}

impl Edits {
    fn add(&mut self, attempt: Attempt) {
        let Attempt { name, operation, subject, meaning, mut tree, keep } = attempt;
        match mend::mend(&mut tree, &keep) {
            Some((sources, api)) if tree != self.tree => {
                self.list.push(Edit { name, operation, subject, meaning, tree: Some(tree), sources, api });
            }
            _ => self.dropped.push(name),
        }
    }
}

/// The meaning of a description, if a crate can be made of it.
fn valid(sources: &Sources) -> Result<Api, Diagnostics> {
    let api = clientsmith::read(sources)?;
    let mut diagnostics = Diagnostics::default();
    let _ = clientsmith::rust::lower(&api, &mut diagnostics);
    if diagnostics.is_empty() { Ok(api) } else { Err(diagnostics) }
}

/// A file of this test's data, as a tree.
fn data(name: &str) -> Value {
    let text = fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}
