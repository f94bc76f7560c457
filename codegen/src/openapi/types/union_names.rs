//! What there can be, and what it is called.

use super::{lowered::Lowered, objects::shown};
use crate::casing;
use crate::openapi::document::{Kind, Target, literal};
use crate::openapi::names::{camel, choices, distinct, words};
use crate::openapi::texts::{at, item};
use crate::spec::{Item, Node, Sides, Variant};

/// One of the things that there can be.
pub(super) struct Branch<'a> {
    pub(super) node: &'a Node,
    pub(super) target: Target<'a>,
}

/// One of the things that there can be, with its type.
pub(super) struct Part {
    /// What it is called, best first.
    pub(super) names: Vec<String>,
    pub(super) lowered: Lowered,
    /// What the tag says of it.
    pub(super) values: Vec<Node>,
    pub(super) doc: Option<String>,
}

/// The name of what is of a sort.
pub(super) fn kind_word(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Object) | None => "Object",
        Some(Kind::Array) => "List",
        Some(Kind::Text) => "Text",
        Some(Kind::Integer) => "Integer",
        Some(Kind::Number) => "Number",
        Some(Kind::Boolean) => "Boolean",
    }
}

/// The variants of a union. What is told by several values of a tag has a variant for each.
pub(super) fn variants(parts: Vec<Part>, is_tagged: bool) -> Vec<Variant> {
    let mut variants: Vec<(Variant, Vec<String>)> = Vec::new();
    for Part { names, lowered, values, doc } in parts {
        let span = match &lowered.ty {
            crate::spec::TypeExpression::Name(name, _) => name.span.clone(),
            _ => values.first().map_or(crate::diag::Span::START, |value| value.span.clone()),
        };
        let lowered_ty = lowered.ty;
        let values = values.iter().filter_map(|value| Some((literal(value)?.1.to_owned(), value.span.clone())));
        let told: Vec<_> = if is_tagged { values.collect() } else { vec![(camel(&words(&names[0])), span)] };
        for (value, span) in told {
            let made = if is_tagged {
                format!("`{}`.", shown(&value))
            } else {
                format!("One of the kind `{}`.", shown(&names[0]))
            };
            let doc = doc.clone().unwrap_or(made);
            let candidates: Vec<String> = if is_tagged {
                choices(&value, casing::camel).into_iter().chain(names.iter().map(|name| camel(&words(name)))).collect()
            } else {
                names.iter().map(|name| camel(&words(name))).collect()
            };
            let item = item(at(&span, value), at(&span, doc), None);
            variants.push((Variant { item, data: Ok(Some(lowered_ty.clone())), sides: Ok(Sides::BOTH) }, candidates));
        }
    }
    let candidates: Vec<Vec<String>> = variants.iter().map(|(_, names)| names.clone()).collect();
    let chosen = distinct(&candidates, |_, name| name == "Unknown");
    let named = variants.into_iter().zip(chosen).map(|((variant, _), name)| {
        let Variant { item: Item { name: wire, .. }, .. } = &variant;
        if !is_tagged {
            let span = wire.span.clone();
            return Variant { item: Item { name: at(&span, name), ..variant.item }, ..variant };
        }
        let rust = (casing::camel(&wire.value) != name).then(|| at(&wire.span, name.replace('_', "")));
        Variant { item: Item { rust, ..variant.item }, ..variant }
    });
    named.collect()
}
