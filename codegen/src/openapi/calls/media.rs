//! Media types: what each means for a body.

use crate::openapi::document::{Kind, Look, Schema};
use crate::spec::{Entry, Node};

/// How a body is written or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Content {
    Json,
    Form,
    Multipart,
    Lines,
    Events,
    Text,
    Bytes,
}

/// Whose values are lists of steps, whatever documents say that list it beside others.
const JSON_PATCH: &str = "application/json-patch+json";

fn is_list(entry: &Entry) -> bool {
    entry.value.at("schema").is_some_and(|schema| Schema(schema).kinds() == [Kind::Array])
}

/// A media type without its parameters, in lower case.
fn essence(media: &str) -> String {
    media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether a media type is JSON.
pub(super) fn is_json(media: &str) -> bool {
    let essence = essence(media);
    essence == "application/json"
        || essence.ends_with("+json") && essence != "application/stream+json"
        || essence.ends_with("/json")
}

/// What a media type means; `schema` decides where the media type does not.
pub(super) fn content(media: &str, schema: Option<&Node>) -> Content {
    let essence = essence(media);
    let is_bytes =
        schema.is_none_or(|schema| Schema(schema).kinds() == [Kind::Text] && Schema(schema).format() == "binary");
    match essence.as_str() {
        _ if is_json(media) => Content::Json,
        "application/x-www-form-urlencoded" => Content::Form,
        "text/event-stream" => Content::Events,
        "application/x-ndjson"
        | "application/ndjson"
        | "application/jsonl"
        | "application/x-jsonlines"
        | "application/stream+json"
        | "application/x-jsonl"
        | "application/json-seq" => Content::Lines,
        "*/*" | "application/*" if !is_bytes => Content::Json,
        essence if essence.starts_with("multipart/form-data") => Content::Multipart,
        "text/xml" => Content::Bytes,
        essence if essence.starts_with("text/") => Content::Text,
        _ => Content::Bytes,
    }
}

/// The media types of a body, best first.
pub(super) fn sorted(node: &Node) -> Vec<(&Entry, Content)> {
    let entries = node.entries_at("content").iter();
    let mut media: Vec<(&Entry, Content)> =
        entries.map(|entry| (entry, content(&entry.key.value, entry.value.at("schema")))).collect();
    media.sort_by_key(|(entry, content)| {
        let essence = essence(&entry.key.value);
        (*content, essence != "application/json", essence == JSON_PATCH && !is_list(entry))
    });
    media
}

/// The media type of a body that is JSON, if that is the first choice.
pub(in crate::openapi) fn json_body(body: &Node) -> Option<&Entry> {
    sorted(body).first().copied().filter(|(_, content)| *content == Content::Json).map(|(entry, _)| entry)
}

/// A media type as requests can name it.
pub(super) fn named(media: &str) -> Option<&str> {
    let media = media.trim();
    let is_token = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte))
    };
    let (essence, parameters) = media.split_once(';').unwrap_or((media, ""));
    let is_sound =
        essence.trim_end().split_once('/').is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
            && parameters.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    is_sound.then_some(media)
}
