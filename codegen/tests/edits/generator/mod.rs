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
mod values;
mod writer;

use std::collections::BTreeSet;
use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use clientsmith::api::Api;
use clientsmith::diag::{Diagnostics, Sources};
use serde_json::Value;

use values::Values;

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
    /// The keys whose values it changed, with the kinds of their mappings.
    pub(crate) keys: BTreeSet<(&'static str, &'static str)>,
    /// The description after it.
    pub(crate) sources: Sources,
}

/// The description that is edited, and all edits of it.
pub(crate) struct Edits {
    pub(crate) sources: Sources,
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
    change: Change,
    /// What must be left when all that the edit made invalid is taken out: a path, as a JSON pointer.
    keep: String,
}

/// What an attempt does to the tree of the description.
type Change = Box<dyn Fn(&mut Value) + Send>;

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
    let attempts = keys::attempts(&tree).into_iter().chain(items::attempts(&tree));
    let attempts: Vec<Attempt> = attempts.chain(order::attempts(&tree, &api)).collect();
    let mut edits = Edits { list: layout::edits(&sources, &tree), dropped: Vec::new(), sources };
    let before = Before { text: tree.to_string(), values: values::values(&tree), tree: &tree };
    for (name, edit) in in_parallel(attempts, |attempt| (attempt.name.clone(), before.edit(attempt))) {
        match edit {
            Some(edit) => edits.list.push(edit),
            None => edits.dropped.push(name),
        }
    }
    edits
}

/// The description before any edit.
struct Before<'a> {
    tree: &'a Value,
    /// The tree as text, since trees are alike in any order.
    text: String,
    values: Values<'a>,
}

impl Before<'_> {
    /// The edit, if it leaves a valid description that is not the one before.
    fn edit(&self, attempt: Attempt) -> Option<Edit> {
        let Attempt { name, operation, subject, meaning, change, keep } = attempt;
        let mut tree = self.tree.clone();
        change(&mut tree);
        let sources = mend::mend(&mut tree, &keep)?;
        let keys = values::edited(&self.values, &tree);
        (tree.to_string() != self.text).then_some(Edit { name, operation, subject, meaning, keys, sources })
    }
}

/// What a function makes of each item, in their order, on all processors.
pub(crate) fn in_parallel<T: Send, U: Send>(items: Vec<T>, make: impl Fn(T) -> U + Sync) -> Vec<U> {
    let (items, make) = (Mutex::new(items.into_iter().enumerate()), &make);
    let next = || items.lock().expect("no thread panics while it takes an item").next();
    let work = || std::iter::from_fn(next).map(|(index, item)| (index, make(item))).collect::<Vec<_>>();
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut made: Vec<(usize, U)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("the items can be made")).collect()
    });
    made.sort_by_key(|(index, _)| *index);
    made.into_iter().map(|(_, made)| made).collect()
}

/// The meaning of a description, if a crate can be made of it.
pub(crate) fn valid(sources: &Sources) -> Result<Api, Diagnostics> {
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
