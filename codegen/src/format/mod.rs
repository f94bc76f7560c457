//! One layout for the files of descriptions. Comments, the order of entries and the lines of texts stay; white space, quotes,
//! and whether something stands in brackets or on lines of its own, are decided by what is written, and by nothing else.

mod block;
mod flow;
mod shape;
mod texts;

use crate::diag::{Diagnostic, Diagnostics, Sources, Span};
use crate::yaml::{self, Faulty, Node, Read, Value};

/// A file of a description in its layout.
///
/// # Errors
/// What makes the file no plain data, which goes to `diagnostics`: there is nothing to lay out then.
pub fn format(sources: &Sources, file: usize, diagnostics: &mut Diagnostics) -> Read<String> {
    let before = read(sources, file, diagnostics)?;
    let (root, after) = yaml::read_written(&sources.files[file].text);
    let text = block::file(root.as_ref(), &after);
    // What is written by people is not risked: whatever the layout would change, the file stays as it is.
    if is_kept(sources, file, &before, &text) { Ok(text) } else { Err(unable(file, diagnostics)) }
}

/// The tree of a file without any fault.
fn read(sources: &Sources, file: usize, diagnostics: &mut Diagnostics) -> Read<Node> {
    let mut found = Diagnostics::default();
    let node = yaml::read_strictly(sources, file, &mut found);
    let has_faults = found.has_faults();
    diagnostics.append(found);
    if has_faults { Err(Faulty) } else { node }
}

/// Whether a file says the same in another text, comments included.
fn is_kept(sources: &Sources, file: usize, before: &Node, text: &str) -> bool {
    let mut laid_out = Sources { files: vec![sources.files[file].clone()] };
    text.clone_into(&mut laid_out.files[0].text);
    let after = read(&laid_out, 0, &mut Diagnostics::default());
    let comments = |text: &str| yaml::read_written(text);
    after.is_ok_and(|after| is_same(before, &after))
        && count(&comments(&sources.files[file].text)) == count(&comments(text))
}

/// How many comments there are.
fn count((root, after): &(Option<yaml::Written>, Vec<String>)) -> usize {
    root.as_ref().map_or(0, shape::comments) + after.len()
}

/// Whether two trees hold the same.
fn is_same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Null, Value::Null) => true,
        (Value::Boolean(one), Value::Boolean(other)) => one == other,
        (Value::Number(one), Value::Number(other)) => one == other,
        (Value::Text(one), Value::Text(other)) => one == other,
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(&**other).all(|(one, other)| is_same(one, other))
        }
        (Value::Mapping(one), Value::Mapping(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(&**other)
                    .all(|(one, other)| one.key.value == other.key.value && is_same(&one.value, &other.value))
        }
        _ => false,
    }
}

fn unable(file: usize, diagnostics: &mut Diagnostics) -> Faulty {
    let place = Span { file, bytes: 0..0 };
    let message = "this file cannot be laid out without changing what it says";
    let fault = Diagnostic::new("yaml-syntax", message, &place, "left as it is");
    diagnostics.push(fault.help("this is a fault of the tool: please report it, with the file"));
    Faulty
}
