//! The types of what calls answer by status and headers, and of what their errors hold.

use super::surface::{List, quoted};
use crate::rust::{AnswerType, AnswerVariant, Field, Presence, Refusal, Request, Status};

impl List<'_> {
    /// Lists those of a call.
    pub(super) fn add_answers(&mut self, request: &Request) {
        for answer in &request.answers {
            self.add_answer(answer);
        }
        let Some(Refusal { ty, statuses }) = &request.refusal else { return };
        let statuses: Vec<String> = statuses.iter().copied().map(status).collect();
        let (error, ty) = (&request.error, self.spelling.of(ty));
        let text = format!("pub type {}::{}::Body = {ty} // {}", self.module, error.name, statuses.join(", "));
        self.add(&error.attributes.origin, text, self.speaker.refusal(request));
    }

    fn add_answer(&mut self, answer: &AnswerType) {
        let (module, name) = (self.module, &answer.name);
        let kind = if answer.is_enum { "enum" } else { "struct" };
        self.add(&answer.attributes.origin, format!("pub {kind} {module}::{name}"), self.speaker.answer(answer));
        self.add_former_type(name, &answer.attributes);
        for variant in &answer.variants {
            if answer.is_enum {
                let text = format!("pub {module}::{name}::{}{}", variant.name, held(self, variant));
                self.add(&variant.attributes.origin, text, self.speaker.answer_variant(answer, variant));
                continue;
            }
            if let Some(body) = &variant.body {
                let text = format!("pub {module}::{name}::body: {} // body", self.spelling.of(body));
                self.add(&answer.attributes.origin, text, None);
            }
            for header in &variant.headers {
                let text = format!(
                    "pub {module}::{name}::{}: {} // {}",
                    header.name,
                    self.spelling.of(&header.ty),
                    sent(header)
                );
                self.add(&header.attributes.origin, text, None);
            }
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
