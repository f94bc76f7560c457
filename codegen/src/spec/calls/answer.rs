//! Reads how an answer comes.

use crate::spec::{
    calls::statuses,
    description::{Answer, Endpoint},
    reader::Mapping,
    schema, type_expression,
};
use crate::{
    diag::{Diagnostics, Span},
    yaml::{Faulty, Node, Read, Text},
};

/// Reads the value of `returns`: a type, one in a long form that says how it comes and with which headers, or several by
/// status.
pub(in crate::spec) fn read(endpoint: &mut Endpoint, node: &Node, place: &Span, diagnostics: &mut Diagnostics) {
    if let Some(answers) = statuses::answers(node, diagnostics) {
        endpoint.answers = Ok(Some(answers));
        return;
    }
    if !type_expression::is_long_form(node) {
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
    let name = Text { value: "returns".to_owned(), span: place.clone() };
    endpoint.answers = Ok(statuses::headed(&name, &endpoint.returns, &mapping, diagnostics));
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
