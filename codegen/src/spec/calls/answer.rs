//! Reads how an answer comes.

use crate::spec::{
    description::{Answer, Endpoint},
    reader::Mapping,
    schema, type_expression,
};
use crate::{
    diag::Diagnostics,
    yaml::{Faulty, Node, Read, Value},
};

/// Reads the value of `returns`: a type, or one in a long form that says how it comes.
pub(in crate::spec) fn read(endpoint: &mut Endpoint, node: &Node, diagnostics: &mut Diagnostics) {
    if !is_long(node) {
        endpoint.returns = type_expression::read(node, diagnostics).map(Some);
        return;
    }
    let Ok(mapping) = Mapping::open(node, "`returns`".to_owned(), &node.span, &schema::ANSWER, diagnostics) else {
        endpoint.returns = Err(Faulty);
        return;
    };
    let ty = mapping.get("type");
    endpoint.returns = ty.and_then(|ty| ty.map(|ty| type_expression::read(ty, diagnostics)).transpose());
    endpoint.answer = answer(&mapping, node, diagnostics).map(Some);
}

fn answer(mapping: &Mapping<'_>, node: &Node, diagnostics: &mut Diagnostics) -> Read<Answer> {
    Ok(Answer {
        content: mapping.text("as", diagnostics)?,
        media: mapping.text("media", diagnostics)?,
        done: mapping.text("done", diagnostics)?,
        resume: mapping.flag("resume", diagnostics)?,
        span: node.span.clone(),
    })
}

/// Whether a value is no type: `{T}` is one, a map.
fn is_long(node: &Node) -> bool {
    match &node.value {
        Value::Mapping(entries) => {
            entries.len() != 1 || entries.iter().any(|entry| !matches!(entry.value.value, Value::Null))
        }
        _ => false,
    }
}
