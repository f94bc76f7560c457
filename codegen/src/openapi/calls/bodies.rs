//! Bodies of requests: members as arguments, or one argument.

use super::{
    encodings::encodings,
    maker::Calls,
    media::{self, Content},
    parameters::bare,
};
use crate::diag::code;
use crate::openapi::document::{Kind, Look, Operation, Schema};
use crate::openapi::kept::CallPlace;
use crate::openapi::samples;
use crate::openapi::texts::{self, at, item};
use crate::openapi::types::{Context, Lowered};
use crate::spec::{Body, Endpoint, Entry, Node, Parameter, Sides, TypeExpression};

/// A body of up to so many members that must be given is written as arguments.
const HANDFUL: usize = 5;

impl<'a> Calls<'_, 'a> {
    /// What is said of the body, and the parameters that are its members.
    pub(super) fn body(&mut self, operation: &Operation<'a>, context: &Context) -> (Option<Body>, Vec<Parameter>) {
        let Some(written) = operation.node.at("requestBody") else { return (None, Vec::new()) };
        let target = match self.types.document.follow(written) {
            Ok(target) => target,
            Err(nowhere) => {
                self.types.say_nowhere(written, nowhere);
                return (None, Vec::new());
            }
        };
        let media = media::sorted(target.node);
        let Some((entry, kind)) = media.first().copied() else { return (None, Vec::new()) };
        if matches!(operation.method, "head" | "trace") {
            self.left_out(&entry.key, &format!("a {} has no body", operation.method.to_ascii_uppercase()));
            return (None, Vec::new());
        }
        for (other, _) in media.iter().skip(1).filter(|(_, other)| *other != kind) {
            let message =
                format!("the body is sent as {}, never as {}", code(&entry.key.value), code(&other.key.value));
            self.left_out(&other.key, &message);
        }
        let context = if written.at("$ref").is_some() { Context::component(target.name()) } else { context.clone() };
        // What has members that are always there is needed, unless the document says otherwise.
        let has_required = |schema: &'a Node| Schema(self.types.document.meant(schema)).required().next().is_some();
        let is_required = match target.node.at("required") {
            Some(said) => said.is_true(),
            None => entry.value.at("schema").is_some_and(has_required),
        };
        let kept = self.kept.calls.get(&CallPlace::of(operation)).and_then(|kept| kept.facts.body);
        self.of_media(entry, kind, (target.node, is_required), kept, &context)
    }

    /// What is kept of how the body is read, if it could be read otherwise.
    pub(super) fn body_word(&self, operation: &Operation<'a>, endpoint: &Endpoint) -> Option<&'static str> {
        let body = self.types.document.meant(operation.node.at("requestBody")?);
        let (entry, Content::Json | Content::Form) = media::sorted(body).first().copied()? else { return None };
        let schema = self.types.document.meant(entry.value.at("schema")?);
        let is_whole = |body: &Body| body.argument.is_some();
        let word = if endpoint.body.iter().flatten().any(is_whole) { "whole" } else { "members" };
        is_plain_object(schema).then_some(word)
    }

    fn of_media(
        &mut self,
        entry: &'a Entry,
        kind: Content,
        (body, is_required): (&'a Node, bool),
        kept: Option<&str>,
        context: &Context,
    ) -> (Option<Body>, Vec<Parameter>) {
        let schema = entry.value.at("schema").or_else(|| entry.value.at("itemSchema"));
        let format = format_of(kind);
        if let (Content::Json | Content::Form | Content::Multipart, Some(schema)) = (kind, schema) {
            if is_empty(self.types.document.meant(schema)) && !is_required {
                return (None, Vec::new());
            }
            if let Some(parameters) = self.spread(schema, kind, (is_required, kept), context) {
                let media = named_media(entry, kind);
                let is_plain = kind == Content::Json && media.is_none();
                let names = parameters.iter().map(|parameter| &parameter.item.name);
                let encodings = encodings(entry, kind, names, self.types.document);
                let said = Body {
                    format: Ok(Some(at(&entry.key.span, format))),
                    media: Ok(media),
                    argument: None,
                    encodings: Ok(encodings),
                    span: entry.key.span.clone(),
                };
                return ((!is_plain).then_some(said), parameters);
            }
        }
        let lowered = match (kind, schema) {
            (Content::Bytes | Content::Events, _) => Lowered::named("file", &entry.key.span),
            (Content::Text, Some(schema)) if is_one_text(self.types.document.meant(schema)) => {
                self.types.ty(schema, &context.inside("body"))
            }
            (Content::Text, _) => Lowered::named("string", &entry.key.span),
            (Content::Lines, Some(schema)) => lines(self.types.ty(schema, &context.inside("body"))),
            (Content::Lines, None) => lines(Lowered::json(&entry.key.span)),
            (_, Some(schema)) => self.types.ty(schema, &context.inside("body")),
            (_, None) => Lowered::json(&entry.key.span),
        };
        let lowered = Lowered { nullable: lowered.nullable && kind == Content::Json, ..lowered };
        let doc =
            texts::said(body, &["description"]).unwrap_or_else(|| at(&entry.key.span, "The body of the request."));
        let argument = Parameter {
            optional: Ok(!is_required),
            ..bare(item(at(&entry.key.span, "body"), doc, None), "body", lowered)
        };
        let media = named_media(entry, kind);
        let members = schema.map(|schema| self.types.members_of(schema, context)).unwrap_or_default();
        let names = members.iter().map(|member| member.name);
        let body = Body {
            format: Ok(Some(at(&entry.key.span, format))),
            media: Ok(media),
            argument: Some(argument),
            encodings: Ok(encodings(entry, kind, names, self.types.document)),
            span: entry.key.span.clone(),
        };
        (Some(body), Vec::new())
    }

    /// The members as parameters, if they are few enough and nothing else is to be said of them.
    fn spread(
        &mut self,
        schema: &'a Node,
        kind: Content,
        (is_required, kept): (bool, Option<&str>),
        context: &Context,
    ) -> Option<Vec<Parameter>> {
        let is_multipart = kind == Content::Multipart;
        let meant = self.types.document.meant(schema);
        if !is_multipart && !is_plain_object(meant) {
            return None;
        }
        let members = self.types.members_of(schema, context);
        let needed = members.iter().filter(|member| member.is_required && member.constant.is_none()).count();
        // What callers have written stays as it is, though members come and go.
        let is_long = kept.map_or(needed > HANDFUL, |word| word == "whole");
        let is_whole = is_long || !is_required && needed > 0;
        if members.is_empty() || is_whole && !is_multipart {
            return None;
        }
        let mut parameters = Vec::new();
        for member in members.into_iter().filter(|member| member.sides.meets(Sides::REQUEST)) {
            let constant = member.constant.filter(|_| member.is_required && is_required);
            let lowered = match (constant, is_multipart.then(|| self.file(member.schema)).flatten()) {
                (Some((ty, _)), _) => Lowered::named(ty, &member.schema.span),
                (None, Some(file)) => file,
                (None, None) => self.types.ty(member.schema, &member.context),
            };
            let lowered = Lowered { nullable: lowered.nullable && kind == Content::Json, ..lowered };
            let is_optional = !member.is_required || !is_required;
            let default = member.schema.at("default").filter(|_| is_optional).cloned();
            let meant = self.types.document.meant(member.schema);
            let example = samples::of_schemas(&[member.schema, meant]).filter(|_| constant.is_none());
            let parameter = bare(item(member.name.clone(), member.doc, member.deprecated), "body", lowered);
            let constant = constant.map(|(_, value)| value.clone());
            parameters.push(Parameter {
                optional: Ok(is_optional),
                default: Ok(default),
                example: Ok(example),
                constant: Ok(constant),
                ..parameter
            });
        }
        Some(parameters)
    }

    /// The type of a part of a body that is a file, or several.
    fn file(&self, schema: &'a Node) -> Option<Lowered> {
        let meant = self.types.document.meant(schema);
        let is_binary = |node: &Node| {
            let schema = Schema(node);
            let is_file = schema.format() == "binary"
                || node.text_at("type") == Some("file")
                || node.at("contentMediaType").is_some();
            is_file && schema.kinds() == [Kind::Text]
        };
        let file = || Lowered::named("file", &schema.span);
        if is_binary(meant) {
            return Some(file());
        }
        let items = meant.at("items").map(|items| self.types.document.meant(items))?;
        is_binary(items).then(|| Lowered::of(TypeExpression::List(Box::new(file().ty))))
    }
}

/// The word for how a body is written.
fn format_of(kind: Content) -> &'static str {
    match kind {
        Content::Json => "json",
        Content::Form => "form",
        Content::Multipart => "multipart",
        Content::Lines => "lines",
        Content::Text => "text",
        Content::Events | Content::Bytes => "bytes",
    }
}

/// Whether a schema is an object of which there are no members.
fn is_empty(node: &Node) -> bool {
    let schema = Schema(node);
    schema.kinds() == [Kind::Object]
        && schema.properties().is_empty()
        && schema.additional().is_none()
        && schema.all_of().is_empty()
        && schema.branches().next().is_none()
}

/// Whether a schema is an object of named members alone.
fn is_plain_object(node: &Node) -> bool {
    let schema = Schema(node);
    matches!(schema.kinds().as_slice(), [] | [Kind::Object])
        && schema.additional().is_none()
        && schema.telling_branches().is_empty()
        && node.at("discriminator").is_none()
        && (!schema.properties().is_empty() || !schema.all_of().is_empty())
        && !schema.is_nullable()
}

fn is_one_text(node: &Node) -> bool {
    Schema(node).kinds() == [Kind::Text] && Schema(node).format() != "binary"
}

fn lines(item: Lowered) -> Lowered {
    match item.ty {
        TypeExpression::List(_) => item,
        _ => Lowered::of(TypeExpression::List(Box::new(item.whole()))),
    }
}

/// The media type, where it is not the usual one.
fn named_media(entry: &Entry, kind: Content) -> Option<crate::spec::Text> {
    let usual = match kind {
        Content::Json => "application/json",
        Content::Form => "application/x-www-form-urlencoded",
        Content::Multipart => "multipart/form-data",
        Content::Text => "text/plain",
        Content::Lines => "application/x-ndjson",
        Content::Events | Content::Bytes => "application/octet-stream",
    };
    let named = media::named(&entry.key.value).filter(|media| *media != usual)?;
    Some(at(&entry.key.span, named))
}
