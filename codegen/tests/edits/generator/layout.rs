//! Edits of layout: the same description, written in another way.

use std::collections::BTreeSet;

use clientsmith::diag::{Source, Sources};
use serde_json::Value;

use super::place::places;
use super::tree::{at, at_mut, files, load, long_form, shown_path};
use super::writer::{self, Style};
use super::{Edit, Meaning, NONE, Operation};

/// All edits of layout.
pub(super) fn edits(sources: &Sources, long: &Value) -> Vec<Edit> {
    let tree = load(sources);
    let styled = |style: Style| files_of(&tree, |value| writer::write(value, style).text);
    let mut edits = vec![
        edit("comments everywhere", each_text(sources, commented)),
        edit("lines end as on Windows", each_text(sources, |text| text.replace('\n', "\r\n"))),
        edit("no end of the last line", each_text(sources, |text| text.trim_end().to_owned())),
        edit("blocks, with double quotes", styled(Style::default())),
        edit("blocks, with single quotes", styled(Style { has_single_quotes: true, ..Style::default() })),
        edit("blocks, further in", styled(Style { extra_indent: 3, ..Style::default() })),
        edit("brackets and braces", styled(Style { is_flow: true, ..Style::default() })),
        edit("few quotes", files_of(&tree, |value| serde_yaml::to_string(value).expect("a tree is YAML"))),
        edit("long forms everywhere", files_of(long, |value| writer::write(value, Style::default()).text)),
    ];
    edits.extend(long_forms(&tree));
    edits.extend(moved_files(sources));
    edits
}

/// Each short item in its long form, and a single state in a list of its own.
fn long_forms(tree: &Value) -> Vec<Edit> {
    let mut edits = Vec::new();
    for place in places(tree) {
        let value = at(tree, &place.path);
        let from = value.get("from").filter(|_| place.kind == "transition").and_then(Value::as_str);
        let (path, long) = match (long_form(&place, value), from) {
            (Some(long), _) => (place.path.clone(), long),
            (None, Some(state)) => (format!("{}/from", place.path), Value::from(vec![state])),
            (None, None) => continue,
        };
        let mut after = tree.clone();
        *at_mut(&mut after, &path) = long;
        edits.push(edit(&format!("{}: long form", shown_path(&path)), super::tree::sources(&after)));
    }
    edits
}

/// Each file under another name, so that it comes in another place.
fn moved_files(sources: &Sources) -> Vec<Edit> {
    let mut edits = Vec::new();
    for index in 1..sources.files.len() {
        for name in ["a_first.yaml", "z_last.yaml"] {
            let mut moved = sources.clone();
            let before = std::mem::replace(&mut moved.files[index].path, format!("spec/{name}"));
            moved.files[1..].sort_by(|one, other| one.path.rsplit('/').next().cmp(&other.path.rsplit('/').next()));
            let file = before.rsplit('/').next().unwrap_or_default();
            edits.push(edit(&format!("{file}: move to {name}"), moved));
        }
    }
    edits
}

fn edit(name: &str, sources: Sources) -> Edit {
    Edit {
        base: 0,
        name: name.to_owned(),
        operation: Operation::Rewrite,
        subject: "layout",
        meaning: Meaning::Nothing,
        wires: NONE,
        keys: BTreeSet::new(),
        sources,
    }
}

fn each_text(sources: &Sources, change: impl Fn(&str) -> String) -> Sources {
    let file = |source: &Source| Source { path: source.path.clone(), text: change(&source.text) };
    Sources { files: sources.files.iter().map(file).collect() }
}

fn files_of(tree: &Value, write: impl Fn(&Value) -> String) -> Sources {
    let file = |(name, value): (&String, &Value)| Source { path: format!("spec/{name}"), text: write(value) };
    Sources { files: files(tree).into_iter().map(file).collect() }
}

/// A comment and an empty line before each line, and a comment behind it.
fn commented(text: &str) -> String {
    let lines =
        text.lines().map(|line| if line.is_empty() { String::new() } else { format!("\n# Said:\n{line}  # so\n") });
    lines.collect()
}
