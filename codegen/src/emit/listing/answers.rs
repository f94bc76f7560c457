//! The types of what calls answer by status and headers, and of what their errors hold.

use super::surface::{List, quoted};
use crate::rust::{Answer, AnswerVariant, Field, Presence, Refusal, Request, Status};

/// Lists those of a call.
pub(super) fn add(list: &mut List<'_>, request: &Request) {
    for answer in &request.answers {
        add_answer(list, answer);
    }
    let Some(Refusal { ty, statuses }) = &request.refusal else { return };
    let statuses: Vec<String> = statuses.iter().copied().map(status).collect();
    let (error, ty) = (&request.error, list.spelling.of(ty));
    let text = format!("pub type {}::{}::Body = {ty} // {}", list.module, error.name, statuses.join(", "));
    list.add(&error.attributes.origin, text, list.speaker.refusal(request));
}

fn add_answer(list: &mut List<'_>, answer: &Answer) {
    let (module, name) = (list.module, &answer.name);
    let kind = if answer.is_enum { "enum" } else { "struct" };
    list.add(&answer.attributes.origin, format!("pub {kind} {module}::{name}"), list.speaker.answer(answer));
    list.add_former_type(name, &answer.attributes);
    for variant in &answer.variants {
        if answer.is_enum {
            let text = format!("pub {module}::{name}::{}{}", variant.name, held(list, variant));
            list.add(&variant.attributes.origin, text, list.speaker.answer_variant(answer, variant));
            continue;
        }
        if let Some(body) = &variant.body {
            let text = format!("pub {module}::{name}::body: {} // body", list.spelling.of(body));
            list.add(&answer.attributes.origin, text, None);
        }
        for header in &variant.headers {
            let text =
                format!("pub {module}::{name}::{}: {} // {}", header.name, list.spelling.of(&header.ty), sent(header));
            list.add(&header.attributes.origin, text, None);
        }
    }
}

/// What a variant holds, and when it is meant.
fn held(list: &List<'_>, variant: &AnswerVariant) -> String {
    let body = variant.body.as_ref().map(|ty| list.spelling.of(ty));
    let code = status(variant.status);
    if variant.headers.is_empty() {
        return format!("{} // {code}", body.map(|ty| format!("({ty})")).unwrap_or_default());
    }
    let headers = variant.headers.iter().map(|header| format!("{}: {}", header.name, list.spelling.of(&header.ty)));
    let fields: Vec<String> = body.map(|ty| format!("body: {ty}")).into_iter().chain(headers).collect();
    let wire: Vec<String> = variant.headers.iter().map(sent).collect();
    format!(" {{ {} }} // {code}, {}", fields.join(", "), wire.join(", "))
}

fn sent(header: &Field) -> String {
    let optional = if header.presence == Presence::Optional { ", optional" } else { "" };
    format!("header {}{optional}", quoted(&header.wire))
}

fn status(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Class(digit) => format!("{digit}XX"),
        Status::Any => "default".to_owned(),
    }
}
