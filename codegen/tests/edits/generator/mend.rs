//! What an edit makes invalid is taken out with it: what refers to a removed item, what stood beside a type.

use std::ops::Range;

use clientsmith::diag::{Source, Sources};
use serde_json::Value;

use super::tree::{at_mut, files, split};
use super::writer::{self, Style, Written};
use super::{Made, valid};

/// So many things are taken out at most; an edit that needs more is no single one.
const MOST: usize = 24;

/// Takes out what is invalid, and gives the files; nothing if that would take out what must be left.
pub(super) fn mend(tree: &mut Value, keep: &str) -> Option<(Sources, Made)> {
    for _ in 0..MOST {
        let (sources, files) = write(tree);
        let faults = match valid(&sources) {
            Ok(made) => return Some((sources, made)),
            Err(faults) => faults,
        };
        let place = &faults.list().first()?.labels.first()?.span;
        let path = faulty(&files, place.file, &place.bytes)?;
        if format!("{keep}/").starts_with(&format!("{path}/")) {
            return None;
        }
        take_out(tree, &path);
    }
    None
}

/// The files, and where each thing is in them.
fn write(tree: &Value) -> (Sources, Vec<(String, Written)>) {
    let written = files(tree).into_iter().map(|(name, value)| (name.clone(), writer::write(value, Style::default())));
    let written: Vec<(String, Written)> = written.collect();
    let file =
        |(name, written): &(String, Written)| Source { path: format!("spec/{name}"), text: written.text.clone() };
    (Sources { files: written.iter().map(file).collect() }, written)
}

/// The path of what a fault speaks of; nothing if that is a whole file.
fn faulty(files: &[(String, Written)], file: usize, bytes: &Range<usize>) -> Option<String> {
    let (name, written) = files.get(file)?;
    let path = written.at(bytes)?;
    (!path.is_empty()).then(|| format!("/{name}{path}"))
}

fn take_out(tree: &mut Value, path: &str) {
    let (parent, last) = split(path);
    match at_mut(tree, parent) {
        Value::Array(items) => {
            let index: usize = last.parse().expect("the index of an item");
            items.remove(index);
        }
        Value::Object(entries) => {
            entries.shift_remove(last);
        }
        _ => {}
    }
}
