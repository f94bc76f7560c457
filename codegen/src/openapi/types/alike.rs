//! Types that are written in place several times: alike in all that a caller meets, and in the last word of their names.
//!
//! Documents repeat an address or a list of currencies in each call that takes one. Callers would have as many types, of
//! which none fits where the other one does. Those of one module are one; those of several are if their names have
//! something in common that says what they are, and then all modules share it.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::{context::Context, ends::last_word, lowered::Defined};
use crate::spec::{Bound, Field, Item, Node, Told, TypeExpression, Union, Value};

/// What types written in place are like.
#[derive(Default)]
pub(super) struct Alike {
    known: HashMap<Likeness, Vec<usize>>,
}

/// Types that share it can be one.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Likeness {
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
        Self { word, shape: text }
    }
}

impl Alike {
    /// The numbers of the types that are like this one.
    pub(super) fn find(&self, likeness: &Likeness) -> impl Iterator<Item = usize> {
        self.known.get(likeness).into_iter().flatten().copied()
    }

    pub(super) fn keep(&mut self, likeness: Likeness, number: usize) {
        self.known.entry(likeness).or_default().push(number);
    }
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
