//! How members of bodies are written, where that is not as usual.

use super::media::{Content, named};
use crate::openapi::document::{Document, Kind, Look, Schema};
use crate::openapi::texts::at;
use crate::openapi::types::member;
use crate::spec::{Encoding, Entry, Node, Text};

/// The encodings of the members of a body.
pub(super) fn encodings<'a, 'n>(
    media: &'a Entry,
    kind: Content,
    members: impl Iterator<Item = &'n Text>,
    document: &Document<'a>,
) -> Vec<Encoding> {
    let written = media.value.entries_at("encoding");
    let of = |name: &Text| {
        let said = written.iter().find(|entry| entry.key.value == name.value);
        // A place of its own: what is wrong with it must not be taken for a fault of the member.
        let place = said.map_or(&media.value.span, |said| &said.key.span);
        let (style, media) = match kind {
            Content::Multipart => (None, Some(part(said?)?)),
            Content::Form => (Some(form_style(said, parts(media, &name.value, document))?), None),
            _ => return None,
        };
        let text = |text: Option<&str>| Ok(text.map(|text| at(place, text)));
        Some(Encoding { name: at(place, &*name.value), style: text(style), media: text(media) })
    };
    members.filter_map(of).collect()
}

/// The one media type that a part is said to have, if that says more than its type does.
fn part(said: &Entry) -> Option<&str> {
    let media = said.value.text_at("contentType").map(str::trim)?;
    let is_usual = matches!(media, "application/json" | "text/plain" | "application/octet-stream");
    named(media).filter(|media| !is_usual && !media.contains(['*', ',']))
}

/// What a member of a form is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parts {
    /// It is a single value, or nothing is known of it.
    None,
    /// Single values.
    Values,
    /// Something else.
    Others,
}

/// The style of a member of a form. In forms as OpenAPI means them a list is its items, each under the name of the list.
fn form_style(said: Option<&Entry>, parts: Parts) -> Option<&'static str> {
    let of = |key: &str| said.and_then(|said| said.value.text_at(key)).unwrap_or_default();
    let is_joined = said.is_some_and(|said| said.value.at("explode").is_some_and(|explode| !explode.is_true()));
    match (of("style"), parts) {
        // Objects are written so unless something else is said.
        (_, Parts::None) | ("deepObject", _) => None,
        ("", _) if of("contentType").starts_with("application/json") => Some("json"),
        ("spaceDelimited", Parts::Values) => Some("spaces"),
        ("pipeDelimited", Parts::Values) => Some("pipes"),
        _ if is_joined => Some("comma"),
        _ => (parts == Parts::Values).then_some("repeat"),
    }
}

/// What a member is made of.
fn parts<'a>(media: &'a Entry, name: &str, document: &Document<'a>) -> Parts {
    let member = media.value.at("schema").and_then(|schema| member(schema, name, document, 0));
    let Some(member) = member.map(|member| document.meant(member)) else { return Parts::None };
    let is_value = |items: &'a Node| {
        let schema = Schema(document.meant(items));
        let kinds = schema.kinds();
        let is_single = |kind: &Kind| !matches!(kind, Kind::Object | Kind::Array);
        !kinds.is_empty() && kinds.iter().all(is_single) && !schema.is_nullable() && schema.branches().next().is_none()
    };
    match (Schema(member).kinds().as_slice(), member.at("items")) {
        ([Kind::Array], Some(items)) if is_value(items) => Parts::Values,
        ([Kind::Array | Kind::Object], _) => Parts::Others,
        _ => Parts::None,
    }
}
