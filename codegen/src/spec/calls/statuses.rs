//! Reads what is answered by status: by calls that can succeed in several ways, and by errors.

use crate::spec::{
    description::{AnswerHeader, Answers, StatusAnswer},
    item::{self, bare_item, item_with_doc, owner},
    reader::{self, Mapping},
    schema,
    type_expression::{self, TypeExpression},
};
use crate::{
    diag::Diagnostics,
    yaml::{Entry, Faulty, Node, Read, Text, Value},
};

/// The word for a body that says nothing.
pub(in crate::spec) const NOTHING: &str = "nothing";
/// Any status without a line of its own.
const DEFAULT: &str = "default";

/// Reads `returns` if it says what is answered by status.
pub(super) fn answers(node: &Node, diagnostics: &mut Diagnostics) -> Option<Answers> {
    let Value::Mapping(entries) = &node.value else { return None };
    let is_by_status = entries.iter().any(|entry| is_status(&entry.key.value));
    is_by_status.then(|| Answers { is_by_status, list: by_status(entries, "answer", diagnostics) })
}

/// What is answered together with headers, if there are some.
pub(super) fn headed(
    name: &Text,
    ty: &Read<Option<TypeExpression>>,
    mapping: &Mapping<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Answers> {
    let headers = mapping.each("headers", diagnostics, header);
    if matches!(&headers, Ok(headers) if headers.is_empty()) {
        return None;
    }
    let only = StatusAnswer { item: bare_item(name), ty: ty.clone(), headers };
    Some(Answers { is_by_status: false, list: vec![only] })
}

/// Reads `refusals`: what the bodies of errors hold.
pub(super) fn refusals(mapping: &Mapping, diagnostics: &mut Diagnostics) -> Read<Vec<StatusAnswer>> {
    let Some(node) = mapping.get("refusals")? else { return Ok(Vec::new()) };
    match &node.value {
        Value::Mapping(entries) => Ok(by_status(entries, "refusal", diagnostics)),
        _ => Err(reader::wrong_kind(node, "`refusals`", "types by status", diagnostics)),
    }
}

/// Whether a key looks like a status, a class of them, or all.
fn is_status(key: &str) -> bool {
    key == DEFAULT || key.len() == 3 && key.as_bytes()[0].is_ascii_digit()
}

fn by_status(entries: &[Entry], noun: &str, diagnostics: &mut Diagnostics) -> Vec<StatusAnswer> {
    let read = |entry: &Entry| one(&entry.key, &entry.value, noun, diagnostics).ok();
    entries.iter().filter_map(read).collect()
}

/// A type, or the long form: `{type: …, headers: …}`.
fn one(name: &Text, node: &Node, noun: &str, diagnostics: &mut Diagnostics) -> Read<StatusAnswer> {
    if !type_expression::is_long_form(node) {
        let ty = type_expression::read(node, diagnostics).map(something);
        return Ok(StatusAnswer { item: bare_item(name), ty, headers: Ok(Vec::new()) });
    }
    let mapping = Mapping::open(node, owner(noun, name), &name.span, &schema::STATUS_ANSWER, diagnostics)?;
    let doc = item::optional_doc(&mapping, diagnostics).unwrap_or_else(|| bare_item(name).doc);
    let ty = match mapping.get("type") {
        Ok(ty) => ty.map(|ty| type_expression::read(ty, diagnostics)).transpose().map(|ty| ty.and_then(something)),
        Err(faulty) => Err(faulty),
    };
    Ok(StatusAnswer {
        item: item_with_doc(name, doc, &mapping, diagnostics),
        ty,
        headers: mapping.each("headers", diagnostics, header),
    })
}

fn something(ty: TypeExpression) -> Option<TypeExpression> {
    match &ty {
        TypeExpression::Name(name, None) if name.value == NOTHING => None,
        _ => Some(ty),
    }
}

fn header(entry: &Entry, diagnostics: &mut Diagnostics) -> AnswerHeader {
    let Entry { key, value } = entry;
    let Ok(mapping) = Mapping::open(value, owner("header", key), &key.span, &schema::ANSWER_HEADER, diagnostics) else {
        return AnswerHeader { item: bare_item(key), ty: Err(Faulty), optional: Err(Faulty) };
    };
    let ty = mapping.require("type", diagnostics).and_then(|ty| type_expression::read(ty, diagnostics));
    AnswerHeader {
        item: item::item(key, &mapping, diagnostics),
        ty,
        optional: mapping.boolean("optional", diagnostics),
    }
}
