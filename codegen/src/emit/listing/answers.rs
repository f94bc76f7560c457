//! The types of what calls answer by status and headers, and of what their errors hold.

use super::module_items::{List, quoted};
use crate::rust::{AnswerType, AnswerVariant, Field, Presence, Refusal, Request, Status};

impl List<'_> {
    /// Lists those of a call.
    pub(super) fn add_answers(&mut self, request: &Request) {
        for answer in &request.answers {
            self.add_answer(answer);
        }
        let Some(Refusal { ty, statuses, .. }) = &request.refusal else { return };
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
            let mut owner = format!("{module}::{name}");
            if answer.is_enum {
                owner = format!("{owner}::{}", variant.name);
                let text = format!("pub {owner}{} // {}", held(self, variant), status(variant.status));
                self.add(&variant.attributes.origin, text, self.speaker.answer_variant(answer, variant));
            }
            if !answer.is_enum || !variant.headers.is_empty() {
                self.add_parts(&owner, answer, variant);
            }
        }
    }

    /// Lists the fields of what is answered with headers.
    fn add_parts(&mut self, owner: &str, answer: &AnswerType, variant: &AnswerVariant) {
        if let Some(body) = &variant.body {
            let text = format!("pub {owner}::body: {} // body", self.spelling.of(body));
            self.add(&answer.attributes.origin, text, self.speaker.answer_part(answer, variant, "body", body));
        }
        for header in &variant.headers {
            let name = header.name.to_string();
            let text = format!("pub {owner}::{name}: {} // {}", self.spelling.of(&header.ty), sent(header));
            let usage = self.speaker.answer_part(answer, variant, &name, &header.ty);
            self.add(&header.attributes.origin, text, usage);
        }
    }
}

/// What a variant holds.
fn held(list: &List<'_>, variant: &AnswerVariant) -> String {
    match &variant.body {
        _ if !variant.headers.is_empty() => " { .. }".to_owned(),
        Some(body) => format!("({})", list.spelling.of(body)),
        None => String::new(),
    }
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
