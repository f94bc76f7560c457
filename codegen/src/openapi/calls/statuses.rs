//! What is answered by status: by calls that can succeed in several ways, and by errors.

use super::{
    maker::Calls,
    media::{self, Content},
};
use crate::diag::Span;
use crate::openapi::document::{Look, Operation, Schema};
use crate::openapi::texts::{at, item};
use crate::openapi::types::{Context, Lowered};
use crate::spec::{Answers, Entry, Node, StatusAnswer, TypeExpression};

impl<'a> Calls<'_, 'a> {
    /// What is answered by status, where a call succeeds in several ways that are not alike.
    pub(super) fn by_status(&mut self, operation: &Operation<'a>, context: &Context) -> Option<Answers> {
        let entries = operation.node.entries_at("responses").iter();
        let successes: Vec<&'a Entry> = entries.filter(|entry| is_success(&entry.key.value)).collect();
        if successes.len() < 2 || operation.method == "head" {
            return None;
        }
        let mut schemas: Vec<Option<&'a Node>> = Vec::new();
        for success in &successes {
            let response = self.types.document.meant(&success.value);
            match media::sorted(response).first() {
                None => schemas.push(None),
                Some((entry, Content::Json)) => schemas.push(Some(entry.value.at("schema")?)),
                Some(_) => return None,
            }
        }
        let mut bodies = schemas.iter().flatten().map(|schema| self.types.document.meant(schema));
        let first = bodies.next()?;
        if bodies.all(|body| std::ptr::eq(body, first)) {
            return None;
        }
        let mut list = Vec::new();
        for (success, schema) in successes.into_iter().zip(schemas) {
            let home = self.home(success, &context.inside("response"), &success.key.value);
            let ty = schema.map(|schema| self.types.ty(schema, &home).whole());
            list.push(status_answer(success, ty));
        }
        Some(Answers { is_by_status: true, list })
    }

    /// What the bodies of errors hold.
    pub(super) fn refusals(&mut self, operation: &Operation<'a>, context: &Context) -> Vec<StatusAnswer> {
        let responses = operation.node.entries_at("responses");
        let has_success = responses.iter().any(|entry| is_success(&entry.key.value));
        let mut refusals = Vec::new();
        for entry in responses.iter().filter(|entry| is_refusal(&entry.key.value, has_success)) {
            let response = self.types.document.meant(&entry.value);
            let Some((media, Content::Json)) = media::sorted(response).first().copied() else { continue };
            let Some(schema) = media.value.at("schema").filter(|schema| !Schema(schema).is_any()) else { continue };
            let home = self.home(entry, &context.inside("error"), &entry.key.value);
            let lowered = self.types.ty(schema, &home);
            if !lowered.is_json() {
                let lowered = Lowered { nullable: false, ..lowered };
                refusals.push(status_answer(entry, Some(lowered.whole())));
            }
        }
        refusals
    }

    /// Where a response stands: among the components, or in a call.
    fn home(&self, response: &'a Entry, context: &Context, status: &str) -> Context {
        let target = self.types.document.follow(&response.value).ok();
        let shared = target.filter(|_| response.value.at("$ref").is_some());
        shared.map_or_else(
            || context.inside(&format!("status {status}")),
            |target| Context::component(target.name()).inside("response"),
        )
    }
}

fn is_success(status: &str) -> bool {
    status.starts_with('2') && is_status(status)
}

fn is_refusal(status: &str, has_success: bool) -> bool {
    status == "default" && has_success || status.starts_with(['4', '5']) && is_status(status)
}

/// Whether a text is a status, or a class of them.
fn is_status(text: &str) -> bool {
    text.len() == 3 && (text.ends_with("XX") || text.bytes().all(|byte| byte.is_ascii_digit()))
}

fn status_answer(entry: &Entry, ty: Option<TypeExpression>) -> StatusAnswer {
    let span: &Span = &entry.key.span;
    let status = entry.key.value.to_ascii_uppercase().replace("DEFAULT", "default");
    StatusAnswer { item: item(at(span, status), at(span, ""), None), ty: Ok(ty), headers: Ok(Vec::new()) }
}
