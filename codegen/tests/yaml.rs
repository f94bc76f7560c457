//! Text to a tree: what the reader of published documents makes of JSON and YAML, where everything is, and what it says.

#[path = "yaml/blocks.rs"]
mod blocks;
#[path = "yaml/encodings.rs"]
mod encodings;
#[path = "yaml/faults.rs"]
mod faults;
#[path = "yaml/places.rs"]
mod places;
#[path = "yaml/random.rs"]
mod random;
#[path = "yaml/reading.rs"]
mod reading;
#[path = "yaml/remarks.rs"]
mod remarks;
#[path = "yaml/styles.rs"]
mod styles;
mod support;
#[path = "yaml/survive.rs"]
mod survive;
#[path = "yaml/trees.rs"]
mod trees;

use clientsmith::diag::{Diagnostic, Diagnostics, Severity, Source, Sources};
use clientsmith::yaml::{self, Node, Value};

/// A file with nothing else beside it.
fn sources(path: &str, text: &str) -> Sources {
    Sources { files: vec![Source { path: path.to_owned(), text: text.to_owned() }] }
}

/// What comes of a text.
struct Outcome {
    /// The tree, if there is one.
    tree: Option<Node>,
    faults: Vec<Diagnostic>,
    remarks: Vec<Diagnostic>,
}

/// Reads a published document.
fn read(text: &str) -> Outcome {
    read_as("openapi.yaml", text)
}

/// Reads a published document of some name.
fn read_as(path: &str, text: &str) -> Outcome {
    let mut found = Diagnostics::default();
    let tree = yaml::read_leniently(&sources(path, text), 0, &mut found).ok();
    assert_eq!(tree.is_none(), found.has_faults(), "either a tree or a fault");
    let is_fault = |found: &Diagnostic| found.severity == Severity::Fault;
    let (faults, remarks) = found.list().iter().cloned().partition(is_fault);
    Outcome { tree, faults, remarks }
}

/// Reads a text strictly.
fn read_strictly(text: &str) -> Outcome {
    let mut faults = Diagnostics::default();
    let tree = yaml::read_strictly(&sources("api.yaml", text), 0, &mut faults).ok();
    Outcome { tree, faults: faults.list().to_vec(), remarks: Vec::new() }
}

/// The tree of a text that has one.
#[track_caller]
fn tree(text: &str) -> Node {
    let Outcome { tree, faults, .. } = read(text);
    tree.unwrap_or_else(|| panic!("{text:.200}\n{faults:?}"))
}

/// A tree as JSON would have it, where `?` stands for what could not be used.
fn shown(node: &Node) -> String {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Boolean(value) => value.to_string(),
        Value::Number(number) => number.as_str().to_owned(),
        Value::Text(value) => text(value),
        Value::List(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(",")),
        Value::Mapping(entries) => {
            let entry = |entry: &yaml::Entry| format!("{}:{}", text(&entry.key.value), shown(&entry.value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(","))
        }
        Value::Faulty => "?".to_owned(),
    }
}

/// What is said of a text: the rules and the parts of it that are meant.
fn said(text: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
    let one = |diagnostic: &Diagnostic| {
        let place = &diagnostic.labels[0].span.bytes;
        let part = text.get(place.clone()).unwrap_or_else(|| panic!("{place:?} is no place of the text"));
        format!("{} {part}", diagnostic.rule)
    };
    diagnostics.iter().map(one).collect()
}
