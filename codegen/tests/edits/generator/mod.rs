//! All single edits of a description: each key of each kind of mapping added, changed and removed, each named item
//! added, removed, renamed and moved, and everything that may be written in another way without meaning another thing, or
//! without being other JSON.
//!
//! The descriptions are those of [`BASES`], the values are those of `values.yaml` and `additions.yaml`, and the keys are
//! those by which the reader itself opens mappings, so a new key without values is a fault here.

mod files;
mod items;
mod keys;
mod layout;
mod mend;
mod order;
mod place;
mod refactorings;
mod retypings;
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
use clientsmith::diff::Wire;
use clientsmith::rust::RustCrate;
use serde_json::Value;

use values::Values;

/// What an edit does to a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Operation {
    /// A named item is added.
    Add,
    /// A key is added or removed, or has another value.
    Change,
    /// A named item is removed.
    Remove,
    /// The same JSON is described in another way, which callers notice.
    Refactor,
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

/// The folders of the descriptions that are edited: most of what can be described is in the first. What needs credentials,
/// places and pages of its own is in the second, and the third has events with envelopes, beside which no others can be.
pub(crate) const BASES: [&str; 3] = ["orchard", "ferry", "library"];

/// An edit whose result is a valid description.
pub(crate) struct Edit {
    /// Of [`BASES`], which was edited.
    pub(crate) base: usize,
    /// What was done and where, on a line; no two edits have the same.
    pub(crate) name: String,
    pub(crate) operation: Operation,
    /// The kind of mapping, or of named item, that was edited.
    pub(crate) subject: &'static str,
    pub(crate) meaning: Meaning,
    /// The worst that it may do to old programs, and the worst if it is undone.
    pub(crate) wires: [Wire; 2],
    /// The keys whose values it changed, with the kinds of their mappings.
    pub(crate) keys: BTreeSet<(&'static str, &'static str)>,
    /// The description after it.
    pub(crate) sources: Sources,
}

/// All edits of the descriptions, each with what was made of it.
pub(crate) struct Edits<T> {
    pub(crate) list: Vec<(Edit, T)>,
    /// The names of edits whose result is no valid description.
    pub(crate) dropped: Vec<String>,
}

/// A valid description: what it means, and what it is in Rust.
pub(crate) struct Made {
    pub(crate) api: Api,
    pub(crate) krate: RustCrate,
}

/// An edit that may have no valid result.
struct Attempt {
    name: String,
    operation: Operation,
    subject: &'static str,
    meaning: Meaning,
    wires: [Wire; 2],
    change: Change,
    /// What must be left, whole, when all that the edit made invalid is taken out: a path, as a JSON pointer.
    keep: String,
    /// What was put there, and must be left as it is.
    put: Option<Value>,
}

impl Attempt {
    /// Whether the first description has none like it: it is of a kind that is not there or of one that holds such, or what
    /// others speak of goes or gets another name.
    fn is_new(&self, known: &BTreeSet<&str>) -> bool {
        const HOLDERS: [&str; 5] = ["api file", "body", "endpoint", "resource", "server"];
        let is_spoken_of = matches!(self.operation, Operation::Remove | Operation::Rename);
        is_spoken_of || !known.contains(self.subject) || HOLDERS.contains(&self.subject)
    }
}

/// It may do anything to old programs.
const ANY: [Wire; 2] = [Wire::Breaks; 2];
/// Old programs do not notice it.
const NONE: [Wire; 2] = [Wire::Ok; 2];

/// What an attempt does to the tree of the description.
type Change = Box<dyn Fn(&mut Value) + Send>;

/// The folder of the data of these tests.
fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/edits")
}

/// One of the descriptions that are edited.
pub(crate) fn base(name: &str) -> Sources {
    Sources::load(&folder().join(name)).expect("there is a description to edit")
}

/// Makes all edits of all descriptions, and something of each.
pub(crate) fn all<T: Send>(make: impl Fn(&Edit, &Made) -> T + Sync) -> Edits<T> {
    let mut edits = Edits { list: Vec::new(), dropped: Vec::new() };
    let known = place::places(&tree::load(&base(BASES[0]))).into_iter().map(|place| place.kind).collect();
    for index in 0..BASES.len() {
        add_edits(index, &known, &make, &mut edits);
    }
    edits
}

/// Makes the edits of a description: of another than the first, whose kinds are known, those that are new.
fn add_edits<T: Send>(
    base: usize,
    known: &BTreeSet<&str>,
    make: &(impl Fn(&Edit, &Made) -> T + Sync),
    edits: &mut Edits<T>,
) {
    let sources = self::base(BASES[base]);
    let tree = tree::long_forms(&tree::load(&sources));
    let api = made(&sources).api;
    let attempts = keys::attempts(&tree).into_iter().chain(items::attempts(&tree)).chain(files::attempts(&tree));
    let attempts = attempts.chain(refactorings::attempts(&tree, &api)).chain(retypings::attempts(&tree, &api));
    let attempts = attempts.chain(order::attempts(&tree, &api)).filter(|attempt| base == 0 || attempt.is_new(known));
    let attempts: Vec<Attempt> = attempts.collect();
    let before = Before { text: tree.to_string(), values: values::values(&tree), tree: &tree };
    let with_result = |(mut edit, made): (Edit, Made)| {
        edit.base = base;
        edit.name = format!("{}: {}", BASES[base], edit.name);
        let result = make(&edit, &made);
        (edit, result)
    };
    edits.list.extend(in_parallel(layout::edits(&sources, &tree), |edit| {
        let result = made(&edit.sources);
        with_result((edit, result))
    }));
    let attempted = in_parallel(attempts, |attempt| (attempt.name.clone(), before.edit(attempt).map(with_result)));
    for (name, edit) in attempted {
        match edit {
            Some(edit) => edits.list.push(edit),
            None => edits.dropped.push(name),
        }
    }
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
    fn edit(&self, attempt: Attempt) -> Option<(Edit, Made)> {
        let Attempt { name, operation, subject, meaning, wires, change, keep, put } = attempt;
        let mut tree = self.tree.clone();
        change(&mut tree);
        let (sources, made) = mend::mend(&mut tree, &keep)?;
        let text = tree.to_string();
        if text == self.text || put.is_some_and(|put| tree.pointer(&keep) != Some(&put)) {
            return None;
        }
        let keys = values::edited(&self.values, &tree);
        Some((Edit { base: 0, name, operation, subject, meaning, wires, keys, sources }, made))
    }
}

/// What a description means.
///
/// # Panics
/// When it is not valid.
pub(crate) fn made(sources: &Sources) -> Made {
    valid(sources).unwrap_or_else(|faults| panic!("{}", faults.render(sources, false)))
}

/// What a function makes of each item, in their order, on all processors.
pub(crate) fn in_parallel<T: Send, U: Send>(items: Vec<T>, make: impl Fn(T) -> U + Sync) -> Vec<U> {
    let (items, make) = (Mutex::new(items.into_iter().enumerate()), &make);
    let next = || items.lock().expect("no thread panics while it takes an item").next();
    let work = || std::iter::from_fn(next).map(|(index, item)| (index, make(item))).collect::<Vec<_>>();
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut results: Vec<(usize, U)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("the items can be made")).collect()
    });
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

/// What a description means, if a crate can be made of it.
fn valid(sources: &Sources) -> Result<Made, Diagnostics> {
    let api = clientsmith::read(sources)?.value;
    let mut diagnostics = Diagnostics::default();
    let krate = clientsmith::rust::lower(&api, &mut diagnostics);
    if diagnostics.has_faults() { Err(diagnostics) } else { Ok(Made { api, krate }) }
}

/// A file of this test's data, as a tree.
fn data(name: &str) -> Value {
    let text = fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}
