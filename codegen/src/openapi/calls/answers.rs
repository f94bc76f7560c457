//! Answers of calls: the type of a success, and how it comes.

use super::{
    maker::Calls,
    media::{self, Content},
};
use crate::diag::code;
use crate::openapi::document::{Look, Operation, Target};
use crate::openapi::texts::at;
use crate::openapi::types::{Context, Lowered};
use crate::spec::{Answer, Entry, Node, Text, TypeExpression};

/// What a call answers.
pub(super) struct Returned {
    pub(super) ty: Option<TypeExpression>,
    pub(super) answer: Option<Answer>,
}

/// A success.
struct Success<'a> {
    target: Target<'a>,
    /// Whether it is described in place.
    is_own: bool,
}

impl<'a> Calls<'_, 'a> {
    /// What a success gives; and what the same call gives where it is asked for a stream.
    pub(super) fn answers(&mut self, operation: &Operation<'a>, context: &Context) -> (Returned, Option<Returned>) {
        let nothing = || Returned { ty: None, answer: None };
        if operation.method == "head" {
            return (nothing(), None);
        }
        let successes = self.successes(operation);
        let media: Vec<(&Success<'a>, Vec<(&'a Entry, Content)>)> =
            successes.iter().map(|success| (success, media::sorted(success.target.node))).collect();
        let is_empty = media.iter().any(|(_, media)| media.is_empty());
        let mut filled = media.iter().filter(|(_, media)| !media.is_empty());
        let Some((success, all)) = filled.next() else { return (nothing(), None) };
        // Those of other types are told apart by status, as far as they are JSON.
        for (_, others) in filled.filter(|(_, others)| others[0].1 != all[0].1) {
            let help = "the raw response has it";
            let place = &others[0].0.key.span;
            self.types.remarks.say("other-answer", "a call has one form for its successes", place, "not read", help);
        }
        let context = if success.is_own { context.clone() } else { Context::component(success.target.name()) };
        let (entry, kind) = all[0];
        let mut first = self.returned(entry, kind, &context);
        if let (Some(ty), Content::Json, true) = (&first.ty, kind, is_empty)
            && !matches!(ty, TypeExpression::Nullable(_))
            && !matches!(ty, TypeExpression::Name(name, None) if name.value == "json")
        {
            first.ty = first.ty.map(|ty| TypeExpression::Nullable(Box::new(ty)));
        }
        let stream = all.iter().find(|(_, other)| *other != kind && matches!(other, Content::Events | Content::Lines));
        let stream = stream.map(|(entry, kind)| self.returned(entry, *kind, &context.inside("stream")));
        let is_other = |other: Content| other != kind && !matches!(other, Content::Events | Content::Lines);
        for (other, _) in all.iter().skip(1).filter(|(_, other)| is_other(*other)) {
            let message =
                format!("the answer is asked for as {}, never as {}", code(&entry.key.value), code(&other.key.value));
            self.left_out(&other.key, &message);
        }
        (first, stream)
    }

    /// The successes that are described, the usual one first.
    fn successes(&mut self, operation: &Operation<'a>) -> Vec<Success<'a>> {
        let responses = operation.node.entries_at("responses");
        let of = |is_meant: fn(&str) -> bool| {
            let mut meant: Vec<&'a Entry> = responses.iter().filter(|entry| is_meant(&entry.key.value)).collect();
            meant.sort_by_key(|entry| &entry.key.value);
            meant
        };
        let mut entries = of(|status| status.starts_with('2') && status.len() == 3);
        if entries.is_empty() && responses.iter().all(|entry| !entry.key.value.starts_with('3')) {
            entries = of(|status| status == "default");
        }
        let mut successes = Vec::new();
        for entry in entries {
            match self.types.document.follow(&entry.value) {
                Ok(target) => successes.push(Success { is_own: entry.value.at("$ref").is_none(), target }),
                Err(nowhere) => self.types.say_nowhere(&entry.value, nowhere),
            }
        }
        successes
    }

    fn returned(&mut self, entry: &'a Entry, kind: Content, context: &Context) -> Returned {
        let schema = entry.value.at("itemSchema").or_else(|| entry.value.at("schema"));
        let home = context.inside("response");
        let lowered = |calls: &mut Self, schema: Option<&'a Node>| match schema {
            Some(schema) => calls.types.ty(schema, &home),
            None => Lowered::json(&entry.key.span),
        };
        let (ty, word) = match kind {
            Content::Json => (Some(lowered(self, schema).whole()), "json"),
            Content::Events | Content::Lines => {
                let inside = lowered(self, schema);
                let ty = match inside.ty {
                    TypeExpression::List(item) => *item,
                    ty => ty,
                };
                (Some(ty), if kind == Content::Events { "events" } else { "lines" })
            }
            Content::Text => (None, "text"),
            Content::Form | Content::Multipart | Content::Bytes => (None, "bytes"),
        };
        let usual = match kind {
            Content::Json => "application/json",
            Content::Events => "text/event-stream",
            Content::Lines => "application/x-ndjson",
            Content::Text => "text/plain",
            _ => "",
        };
        let media: Option<Text> = Some(entry.key.value.trim())
            .filter(|media| *media != usual && is_askable(media))
            .map(|media| at(&entry.key.span, media));
        let is_plain = kind == Content::Json && media.is_none();
        let answer = (!is_plain).then(|| Answer {
            content: Some(at(&entry.key.span, word)),
            media,
            done: None,
            resume: None,
            span: entry.key.span.clone(),
        });
        Returned { ty, answer }
    }
}

/// Whether a media type, or a range of them, can be asked for.
fn is_askable(media: &str) -> bool {
    let is_token = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b',');
    let essence = media.split(';').next().unwrap_or_default().trim();
    essence.split_once('/').is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
        && media.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic())
}
