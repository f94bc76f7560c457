//! Reads what all items have in common.

use super::{
    description::Item,
    reader::{self, Mapping},
    schema,
};
use crate::{
    diag::{Diagnostic, Diagnostics, Span, code},
    yaml::{Entry, Faulty, Node, Text, Value},
};

/// ``object `Book` ``, where the noun is `object`.
pub(super) fn owner(noun: &str, name: &Text) -> String {
    format!("{noun} {}", code(&name.value))
}

/// Reads an item that is written as a mapping.
pub(super) fn item(name: &Text, mapping: &Mapping, diagnostics: &mut Diagnostics) -> Item {
    let doc = doc(mapping, diagnostics);
    item_with_doc(name, doc, mapping, diagnostics)
}

/// The same, its documentation being known.
pub(super) fn item_with_doc(name: &Text, doc: Text, mapping: &Mapping, diagnostics: &mut Diagnostics) -> Item {
    let name = name.clone();
    let was = mapping.text_or_texts("was", diagnostics).unwrap_or_default();
    let mut text = |key| mapping.text(key, diagnostics).ok().flatten();
    Item { name, doc, since: text("since"), deprecated: text("deprecated"), rust: text("rust"), was }
}

/// An item of which nothing but its name could be read.
pub(super) fn bare_item(name: &Text) -> Item {
    let doc = Text { value: String::new(), span: name.span.clone() };
    Item { name: name.clone(), doc, since: None, deprecated: None, rust: None, was: Vec::new() }
}

/// Reads an item that has nothing of its own: `draft: text` is short for `draft: {doc: text}`.
pub(super) fn short_item(entry: &Entry, noun: &str, diagnostics: &mut Diagnostics) -> Item {
    let Entry { key, value } = entry;
    let owner = owner(noun, key);
    let doc = match &value.value {
        Value::Text(_) => reader::text(value, "`doc`", diagnostics).map(|doc| checked_doc(doc, &owner, diagnostics)),
        Value::Null => Ok(no_doc(&owner, &key.span, NULL_HELP, diagnostics)),
        _ => match Mapping::open(value, owner, &key.span, &schema::VALUE, diagnostics) {
            Ok(mapping) => return item(key, &mapping, diagnostics),
            Err(faulty) => Err(faulty),
        },
    };
    let bare = bare_item(key);
    Item { doc: doc.unwrap_or_else(|Faulty| bare.doc.clone()), ..bare }
}

/// The documentation of an item, which must have some; empty if it has not, and that was reported.
pub(super) fn doc(mapping: &Mapping, diagnostics: &mut Diagnostics) -> Text {
    let doc = match mapping.get("doc") {
        Ok(None | Some(Node { value: Value::Null, .. })) => Ok(None),
        Ok(Some(_)) => mapping.text("doc", diagnostics),
        Err(faulty) => Err(faulty),
    };
    match doc {
        Ok(Some(doc)) => checked_doc(doc, mapping.owner(), diagnostics),
        Ok(None) => {
            let help = if mapping.key("doc").is_some() { NULL_HELP } else { NO_HELP };
            no_doc(mapping.owner(), mapping.place(), help, diagnostics)
        }
        Err(Faulty) => Text { value: String::new(), span: mapping.place().clone() },
    }
}

/// The documentation of what need not have any.
pub(super) fn optional_doc(mapping: &Mapping, diagnostics: &mut Diagnostics) -> Option<Text> {
    let Text { value, span } = mapping.text("doc", diagnostics).ok().flatten()?;
    let value = value.trim().to_owned();
    (!value.is_empty()).then_some(Text { value, span })
}

fn checked_doc(doc: Text, owner: &str, diagnostics: &mut Diagnostics) -> Text {
    let value = doc.value.trim().to_owned();
    if value.is_empty() { no_doc(owner, &doc.span, NO_HELP, diagnostics) } else { Text { value, span: doc.span } }
}

/// What to write where no documentation is.
const NO_HELP: &str = "say in a sentence what it is: it becomes the documentation of the Rust item";
/// The same where there may be something, but not for YAML.
const NULL_HELP: &str = "\
say in a sentence what it is, in quotes if it begins with `#`: it becomes the documentation of the Rust item";

fn no_doc(owner: &str, place: &Span, help: &str, diagnostics: &mut Diagnostics) -> Text {
    let message = format!("{owner} has no documentation");
    let fault = Diagnostic::new("missing-doc", message, place, "`doc` is missing or empty");
    diagnostics.push(fault.help(help));
    Text { value: String::new(), span: place.clone() }
}
