//! How members of bodies are written, where that is not as usual.

use super::media::{Content, named};
use crate::openapi::document::{Document, Kind, Look, Schema};
use crate::openapi::texts::at;
use crate::openapi::types::member;
use crate::spec::{Encoding, Entry, Parameter};

/// The encodings of the members of a body.
pub(super) fn encodings<'a>(
    media: &'a Entry,
    kind: Content,
    members: &[Parameter],
    document: &Document<'a>,
) -> Vec<Encoding> {
    let written = media.value.entries_at("encoding");
    let of = |member: &Parameter| {
        let name = &member.item.name;
        let said = written.iter().find(|entry| entry.key.value == name.value);
        let encoding = match kind {
            Content::Multipart => {
                Encoding { name: name.clone(), style: Ok(None), media: Ok(Some(at(&said?.key.span, part(said?)?))) }
            }
            Content::Form => {
                let style = form_style(said, is_list(media, &name.value, document))?;
                Encoding { name: name.clone(), style: Ok(Some(at(&name.span, style))), media: Ok(None) }
            }
            _ => return None,
        };
        Some(encoding)
    };
    members.iter().filter_map(of).collect()
}

/// The one media type that a part is said to have, if that says more than its type does.
fn part(said: &Entry) -> Option<&str> {
    let media = said.value.text_at("contentType").map(str::trim)?;
    let is_usual = matches!(media, "application/json" | "text/plain" | "application/octet-stream");
    named(media).filter(|media| !is_usual && !media.contains(['*', ',']))
}

/// The style of a member of a form. In forms as OpenAPI means them a list is its items, each under the name of the list.
fn form_style(said: Option<&Entry>, is_list: bool) -> Option<&'static str> {
    let of = |key: &str| said.and_then(|said| said.value.text_at(key)).unwrap_or_default();
    let is_joined = said.is_some_and(|said| said.value.at("explode").is_some_and(|explode| !explode.is_true()));
    match of("style") {
        _ if of("contentType").starts_with("application/json") && said?.value.at("style").is_none() => Some("json"),
        // This is how it is written unless something else is said.
        "deepObject" => None,
        "spaceDelimited" if is_list => Some("spaces"),
        "pipeDelimited" if is_list => Some("pipes"),
        _ if is_joined => Some("comma"),
        _ => is_list.then_some("repeat"),
    }
}

/// Whether a member is a list of single values.
fn is_list<'a>(media: &'a Entry, name: &str, document: &Document<'a>) -> bool {
    let member = media.value.at("schema").and_then(|schema| member(schema, name, document, 0));
    let Some(member) = member.map(|member| document.meant(member)) else { return false };
    let is_single = |kind: &Kind| !matches!(kind, Kind::Object | Kind::Array);
    let items = member.at("items").map(|items| document.meant(items));
    Schema(member).kinds() == [Kind::Array] && items.is_some_and(|items| Schema(items).kinds().iter().all(is_single))
}
