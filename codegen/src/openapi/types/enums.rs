//! Values of enums, with the names and words that extensions give them.

use std::collections::HashSet;

use super::{
    context::Context,
    objects::shown,
    scalars,
    shape::{Shape, kinds_of},
    state::Types,
};
use crate::casing;
use crate::diag::is_hidden;
use crate::openapi::document::{Kind, Look, Schema, literal};
use crate::openapi::names::{camel, choices, said, words};
use crate::openapi::texts::{at, clean, item};
use crate::spec::{EnumBase, Item, Node};

/// Extensions that list a name for each value.
const NAMES: [&str; 5] = ["x-enum-varnames", "x-enumNames", "x-enum-names", "x-enum-keys", "x-speakeasy-enums"];
/// Extensions that list words for each value.
const DESCRIPTIONS: [&str; 4] =
    ["x-enum-descriptions", "x-enumDescriptions", "x-enum-description", "x-speakeasy-enum-descriptions"];
/// What all enums have beside their values.
const TAKEN: [&str; 2] = ["Unknown", "KNOWN"];

impl<'a> Types<'a> {
    /// One of the values that a schema lists.
    pub(super) fn enumeration(&mut self, node: &'a Node, context: &Context) -> Shape {
        let schema = Schema(node);
        let (values, declared) = (schema.values(), schema.kinds());
        let listed = kinds_of(&values);
        let kind = match (declared.as_slice(), listed.as_slice()) {
            ([Kind::Text], _) => Kind::Text,
            ([Kind::Integer], [Kind::Integer]) => Kind::Integer,
            ([Kind::Integer], _) if values.iter().all(|value| is_whole(value)) => Kind::Integer,
            (_, [only]) => *only,
            ([only], _) => return self.of_kind(*only, node, context),
            _ => return self.of_kinds(node, context),
        };
        let base = match kind {
            Kind::Text => EnumBase::Text,
            Kind::Integer => EnumBase::Integer,
            _ => return Shape::Type(scalars::scalar(kind, schema)),
        };
        Shape::Enum(base, items(&[(node, values)]))
    }
}

fn is_whole(value: &Node) -> bool {
    literal(value).is_some_and(|(_, text)| text.parse::<i64>().is_ok_and(|number| number.to_string() == text))
}

/// The values of one or several schemas that list some, each once.
pub(super) fn items(lists: &[(&Node, Vec<&Node>)]) -> Vec<Item> {
    let mut found: Vec<(Item, Option<String>)> = Vec::new();
    let mut known = HashSet::new();
    for (node, values) in lists {
        for value in values {
            let Some((_, text)) = literal(value) else { continue };
            if text.chars().any(is_hidden) || !known.insert(text) {
                continue;
            }
            let described = value_doc(node, text)
                .or_else(|| node.text_at("description").filter(|_| values.len() == 1 && lists.len() > 1));
            let doc = described.map(clean).filter(|doc| !doc.is_empty());
            let doc = doc
                .unwrap_or_else(|| if text.is_empty() { "Nothing.".to_owned() } else { format!("`{}`.", shown(text)) });
            // A value that stands alone in a branch of a union may have a title.
            let title = || node.text_at("title").filter(|_| values.len() == 1 && lists.len() > 1);
            let name = beside(node, text, &NAMES)
                .or_else(|| named_by_microsoft(node, value))
                .or_else(title)
                .map(|name| camel(&words(name)));
            found.push((item(at(&value.span, text), at(&value.span, doc), None), name));
        }
    }
    named_values(found)
}

/// What extensions say of a value that a schema lists.
pub(in crate::openapi) fn value_doc<'a>(node: &'a Node, value: &str) -> Option<&'a str> {
    beside(node, value, &DESCRIPTIONS)
}

/// What one of some extensions says of a value: at its place in a list, or under the value as a key.
fn beside<'a>(node: &'a Node, value: &str, extensions: &[&str]) -> Option<&'a str> {
    let is_meant = |listed: &Node| literal(listed).is_some_and(|(_, text)| text == value);
    let index = || Schema(node).enumeration().iter().position(is_meant);
    let listed = |said: &'a Node| said.items().get(index()?)?.text();
    let of_extension = |said: &'a Node| listed(said).or_else(|| said.text_at(value));
    extensions.iter().filter_map(|key| node.at(key)).find_map(of_extension)
}

/// `x-ms-enum` lists values with their names.
fn named_by_microsoft<'a>(node: &'a Node, value: &Node) -> Option<&'a str> {
    let values = node.at("x-ms-enum")?.items_at("values");
    let is_meant = |listed: &&Node| listed.at("value").and_then(literal) == literal(value);
    values.iter().find(is_meant)?.text_at("name")
}

/// Values with the names that they get, of which those that are given go first.
pub(in crate::openapi) fn named_values(found: Vec<(Item, Option<String>)>) -> Vec<Item> {
    let wires: Vec<&str> = found.iter().map(|(item, _)| item.name.value.as_str()).collect();
    let candidates = found.iter().map(|(item, name)| {
        let given = name.iter().filter(|name| !name.is_empty()).cloned();
        let plain = choices(&item.name.value, casing::camel);
        let last = plain.first().map(|name| format!("{name}Value"));
        given.chain(plain).chain(last).collect()
    });
    let candidates: Vec<Vec<String>> = candidates.collect();
    let names = said(&wires, &candidates, casing::camel, |name| TAKEN.contains(&name));
    let items = found.into_iter().zip(names).map(|((item, _), name)| {
        // Only letters and digits can be asked for.
        let rust = name.map(|name| at(&item.name.span, name.replace('_', "")));
        Item { rust, ..item }
    });
    items.collect()
}
