//! Types that are written in place several times: alike in all that a caller meets, and in the last word of their names.
//!
//! Documents repeat an address or a list of currencies in each call that takes one. Callers would have as many types, of
//! which none fits where the other one does.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::rc::Rc;

use super::{context::Context, lowered::Defined};
use crate::spec::{Bound, Field, Item, Node, Told, TypeExpression, Union, Value};

/// Words that say nothing by themselves.
const IDLE: [&str; 14] = [
    "Data", "Id", "Integer", "Item", "Kind", "List", "Mode", "Name", "Number", "Object", "Status", "Text", "Type",
    "Value",
];

/// What types written in place are like.
#[derive(Default)]
pub(super) struct Alike {
    known: HashMap<Likeness, usize>,
}

/// Types that share it are one.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Likeness {
    module: Option<Rc<str>>,
    word: String,
    shape: String,
}

impl Likeness {
    pub(super) fn of(defined: &Defined, context: &Context) -> Self {
        let mut text = format!("{}\n{}", defined.noun(), defined.item().deprecated.is_some());
        match defined {
            Defined::Alias(alias) => text.extend(alias.ty.as_ref().map(spelt)),
            Defined::Object(object) => {
                object.fields.iter().flatten().for_each(|field| self::field(&mut text, field));
                if let Ok(Some(rest)) = &object.rest {
                    item(&mut text, &rest.item);
                    text.extend(rest.ty.as_ref().map(spelt));
                }
                if let Ok(Some(union)) = &object.union {
                    self::union(&mut text, union);
                }
            }
            Defined::Enum(values) => {
                _ = write!(text, "{:?}", values.base);
                values.values.iter().flatten().for_each(|value| item(&mut text, value));
            }
        }
        let word = context.names().first().map_or("", |name| last_word(name)).to_owned();
        Self { module: context.module.clone(), word, shape: text }
    }
}

impl Alike {
    /// The number of the type that is like this one.
    pub(super) fn find(&self, likeness: &Likeness) -> Option<usize> {
        self.known.get(likeness).copied()
    }

    pub(super) fn keep(&mut self, likeness: Likeness, number: usize) {
        self.known.insert(likeness, number);
    }
}

/// With what two names end both, in whole words; nothing if these say nothing.
pub(super) fn common_end<'n>(one: &'n str, other: &str) -> &'n str {
    let common = one.bytes().rev().zip(other.bytes().rev()).take_while(|(one, other)| one == other).count();
    let end = one.get(one.len() - common..).unwrap_or_default();
    let words = end.find(|letter: char| letter.is_ascii_uppercase()).map_or("", |start| &end[start..]);
    if IDLE.contains(&words) { "" } else { words }
}

fn last_word(name: &str) -> &str {
    name.rfind(|letter: char| letter.is_ascii_uppercase()).map_or(name, |start| &name[start..])
}

/// A member or variant begins on a line of its own, and no text has a line end that is not escaped.
fn item(text: &mut String, Item { name, doc, deprecated, rust, .. }: &Item) {
    let rust = rust.as_ref().map(|rust| &rust.value);
    _ = write!(text, "\n{:?} {rust:?} {} {:?} ", name.value, deprecated.is_some(), doc.value);
}

fn field(text: &mut String, field: &Field) {
    item(text, &field.item);
    let Field { ty, sides, optional, constant, constant_also, default, bounds, secret, .. } = field;
    let is_secret = matches!(secret, Ok(Some(_)));
    text.extend(ty.as_ref().map(spelt));
    _ = write!(text, " {sides:?} {optional:?} {is_secret} ");
    let said = [constant, default].into_iter().flatten().flatten().chain(constant_also.iter().flatten());
    for (count, node) in said.enumerate() {
        _ = write!(text, "{count}={} ", json(node));
    }
    let has = [constant, default].map(|said| matches!(said, Ok(Some(_))));
    _ = write!(text, "{has:?}");
    bounds.iter().flatten().for_each(|Bound { kind, value }| _ = write!(text, " {kind:?} {:?}", value.value));
}

fn union(text: &mut String, Union { telling, variants }: &Union) {
    let told = match &telling.told {
        Told::Beside(tag) => ["beside", &tag.value, ""],
        Told::Inside(tag) => ["inside", &tag.value, ""],
        Told::Content(tag, content) => ["content", &tag.value, &content.value],
        Told::Key => ["key", "", ""],
        Told::Shape => ["shape", "", ""],
    };
    _ = write!(text, "{told:?} {:?}", telling.base);
    for variant in variants {
        item(text, &variant.item);
        text.extend(variant.data.iter().flatten().map(spelt));
        _ = write!(text, " {:?}", variant.sides);
    }
}

fn spelt(ty: &TypeExpression) -> String {
    match ty {
        TypeExpression::Name(name, None) => name.value.clone(),
        TypeExpression::Name(name, Some(argument)) => format!("{}({})", name.value, argument.value),
        TypeExpression::List(item) => format!("[{}]", spelt(item)),
        TypeExpression::Map(value) => format!("{{{}}}", spelt(value)),
        TypeExpression::Nullable(inside) => format!("{}?", spelt(inside)),
    }
}

fn json(node: &Node) -> String {
    match &node.value {
        Value::List(items) => format!("{:?}", items.iter().map(json).collect::<Vec<_>>()),
        Value::Mapping(entries) => {
            format!("{:?}", entries.iter().map(|entry| (&entry.key.value, json(&entry.value))).collect::<Vec<_>>())
        }
        other => format!("{other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::common_end;

    #[test]
    fn names_have_a_common_end() {
        for (one, other, common) in [
            ("CreateCustomerMetadata", "UpdateCustomerMetadata", "CustomerMetadata"),
            ("CreateCustomerAddress", "CreateAddress", "Address"),
            ("CustomerTaxAddress", "CustomerSyntaxAddress", "Address"),
            ("ListRefundsStatus", "ListPayoutsStatus", ""),
            ("CreateInvoice", "CreateQuote", ""),
        ] {
            assert_eq!(common_end(one, other), common, "{one} {other}");
        }
    }
}
