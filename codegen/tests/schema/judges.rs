//! What the schema says of a file, what the reader says of it, and whether they agree.

use std::num::NonZero;
use std::sync::Mutex;
use std::thread;

use boon::{Compiler, SchemaIndex};
use clientsmith::diag::{Diagnostic, Diagnostics, Severity, Sources};
use clientsmith::json_schema::{self, File};
use clientsmith::spec;
use clientsmith::yaml::{self, Node};
use serde_json::Value;

use crate::descriptions::Description;
use crate::edits::Edit;

/// What the reader refuses and no schema can say: the rule, a part of the message, and why.
const BEYOND_SCHEMAS: &[(&str, &str, &str)] = &[
    ("yaml-syntax", "", "there is no tree to judge"),
    ("unsupported-yaml", "", "the tree has holes"),
    ("duplicate-key", "", "the tree has one of the two"),
    ("unknown-type", "is not a type", "regular expressions do not count brackets"),
    ("unknown-type", "nests more than", "regular expressions do not count brackets"),
    ("invalid-name", "no name can be made", "the name is made of others"),
    ("misplaced-key", "so it cannot be optional there", "it takes a look at the value of another key"),
    ("misplaced-key", "written in place in `api.yaml`", "elsewhere, the same parameters can have types in place"),
    ("wrong-kind", "must be a whole number in digits alone", "`5.0` is a whole number of JSON"),
];

/// Rules by which the checks refuse words, of which the reader only sees that they are texts: what the schema knows of them, it
/// has from the tables of the checks.
const OF_WORDS: &[&str] = &[
    "invalid-answer",
    "invalid-body",
    "invalid-parameter",
    "invalid-path",
    "invalid-protocol",
    "invalid-status",
    "invalid-style",
];

/// A schema for each file.
pub(crate) struct Schemas {
    compiled: boon::Schemas,
    api: SchemaIndex,
    resource: SchemaIndex,
    accepted: SchemaIndex,
}

/// What was found out about a file.
pub(crate) struct Judged {
    /// Whether the schema takes it.
    pub(crate) is_taken: bool,
    /// The rules by which the reader refuses it.
    pub(crate) rules: Vec<&'static str>,
    /// What the two disagree on.
    pub(crate) fault: Option<String>,
}

impl Schemas {
    pub(crate) fn new() -> Self {
        Self::of(json_schema::of_file)
    }

    pub(crate) fn of(make: impl Fn(File) -> Value) -> Self {
        let mut schemas = boon::Schemas::new();
        let mut compiled = |file: File| {
            let mut compiler = Compiler::new();
            let name = format!("file:///{file:?}.json");
            compiler.add_resource(&name, make(file)).expect("a schema is JSON");
            compiler.compile(&name, &mut schemas).unwrap_or_else(|error| panic!("{error}"))
        };
        let [api, resource, accepted] = [File::Api, File::Resource, File::Accepted].map(&mut compiled);
        Self { compiled: schemas, api, resource, accepted }
    }

    pub(crate) fn judge_all(&self, description: &Description) -> Vec<Judged> {
        let edit = |file: usize| {
            let sources = description.sources.clone();
            Edit { name: format!("{}/{}", description.name, sources.files[file].path), sources, file }
        };
        (0..description.sources.files.len()).map(|file| self.judge(&edit(file))).collect()
    }

    /// Judges a file. Where the reader takes what the schema refuses, the whole tool must refuse it.
    pub(crate) fn judge(&self, edit: &Edit) -> Judged {
        let Edit { name, sources, file } = edit;
        let is_accepted = sources.files[*file].path == "accepted.yaml";
        let mut found = Diagnostics::default();
        if is_accepted {
            let _ = spec::read_accepted(sources, &mut found);
        } else {
            let _ = spec::read(sources, &mut found);
        }
        let refused = faults(&found, *file);
        let rules: Vec<&'static str> = refused.iter().map(|fault| fault.rule).collect();
        let Some(tree) = tree(sources, *file) else { return Judged { is_taken: false, rules, fault: None } };
        let schema = match file {
            0 => self.api,
            _ if is_accepted => self.accepted,
            _ => self.resource,
        };
        let verdict = self.compiled.validate(&tree, schema).map_err(|error| error.to_string());
        let fault = match (&verdict, refused.as_slice()) {
            (Ok(()), [first, ..]) if !refused.iter().all(|fault| is_beyond_schemas(fault)) => {
                Some(format!("{name}\n  the schema takes it, the reader does not: {}", first.message))
            }
            (Err(why), []) if !is_refused_for_words(sources) => {
                Some(format!("{name}\n  the reader takes it, the schema does not: {why}"))
            }
            _ => None,
        };
        Judged { is_taken: verdict.is_ok(), rules, fault }
    }
}

/// The faults of a file.
fn faults(found: &Diagnostics, file: usize) -> Vec<&Diagnostic> {
    let is_there = |it: &&Diagnostic| it.labels.first().is_some_and(|label| label.span.file == file);
    found.list().iter().filter(|it| it.severity == Severity::Fault).filter(is_there).collect()
}

fn is_beyond_schemas(fault: &Diagnostic) -> bool {
    BEYOND_SCHEMAS.iter().any(|(rule, part, _)| fault.rule == *rule && fault.message.contains(part))
}

/// Whether the checks refuse a word.
fn is_refused_for_words(sources: &Sources) -> bool {
    let Err(found) = clientsmith::read(sources) else { return false };
    // A protocol or parameter that is wrong in `api.yaml` shows in the files of resources, too.
    let refused = found.list().iter().filter(|it| it.severity == Severity::Fault);
    refused.into_iter().any(|fault| OF_WORDS.contains(&fault.rule))
}

/// A file as JSON, if it is plain data.
pub(crate) fn tree(sources: &Sources, file: usize) -> Option<Value> {
    let mut found = Diagnostics::default();
    let node = yaml::read_strictly(sources, file, &mut found).ok()?;
    if found.is_empty() { json(&node) } else { None }
}

fn json(node: &Node) -> Option<Value> {
    Some(match &node.value {
        yaml::Value::Null => Value::Null,
        yaml::Value::Boolean(value) => Value::Bool(*value),
        yaml::Value::Number(number) => Value::Number(number.to_json()?),
        yaml::Value::Text(text) => Value::String(text.clone()),
        yaml::Value::List(items) => Value::Array(items.iter().map(json).collect::<Option<_>>()?),
        yaml::Value::Mapping(entries) => {
            let entries = entries.iter().map(|entry| Some((entry.key.value.clone(), json(&entry.value)?)));
            Value::Object(entries.collect::<Option<_>>()?)
        }
        yaml::Value::Faulty => return None,
    })
}

/// What a function makes of each item, on all processors, in whatever order.
pub(crate) fn in_parallel<T: Send, U: Send>(
    items: impl Iterator<Item = T> + Send,
    make: impl Fn(T) -> U + Sync,
) -> Vec<U> {
    let (items, make) = (Mutex::new(items), &make);
    let next = || items.lock().expect("no thread panics while it takes an item").next();
    let work = || std::iter::from_fn(next).map(make).collect::<Vec<_>>();
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("the items can be judged")).collect()
    })
}
