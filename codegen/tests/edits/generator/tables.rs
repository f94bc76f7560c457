//! What the edits know of descriptions beside the keys: what lies below a key, what may be left out, what is for readers.

use clientsmith::spec::schema::{MappingKind, mappings};
use serde_json::{Value, json};

/// The keys that every item has.
pub(crate) const ITEM_KEYS: [&str; 5] = ["doc", "since", "deprecated", "rust", "was"];

/// Keys with one mapping below them, and its kind.
const ONE: &[(&str, &str)] = &[
    ("package", "package"),
    ("rest", "rest"),
    ("protocol", "protocol"),
    ("auth", "auth"),
    ("session", "session"),
    ("body", "body"),
    ("returns", "answer"),
    ("union", "way to tell a union"),
    ("webhooks", "webhooks"),
    ("signature", "signature"),
    ("pairs", "pairs of a signature"),
    ("pages", "pages"),
    ("next", "way to the next page"),
    ("oauth2", "oauth2"),
];

/// Keys with named items below them, and their kind.
const EACH: &[(&str, &str)] = &[
    ("servers", "server"),
    ("headers", "header"),
    ("error_fields", "error field"),
    ("protocols", "path protocol"),
    ("ids", "identifier"),
    ("aliases", "alias"),
    ("objects", "object"),
    ("unions", "union"),
    ("fields", "field"),
    ("variants", "variant"),
    ("enums", "enum"),
    ("values", "value"),
    ("errors", "error code"),
    ("endpoints", "endpoint"),
    ("params", "parameter"),
    ("examples", "example"),
    ("refusals", "answer by status"),
    ("lifecycles", "lifecycle"),
    ("environments", "environment"),
    ("server_variables", "server variable"),
    ("credentials", "credentials"),
    ("paginations", "pages"),
    ("encoding", "encoding"),
    ("events", "event"),
];

/// What lies below a key.
pub(crate) enum Below {
    One(&'static str),
    Each(&'static str),
}

/// What lies below a key of a mapping of a kind, if it is more than a value.
pub(crate) fn below(parent: &str, key: &str, inside: &Value) -> Option<Below> {
    match (parent, key) {
        ("endpoint", "returns") if is_by_status(inside) => return Some(Below::Each("answer by status")),
        ("answer" | "answer by status", "headers") => return Some(Below::Each("answer header")),
        ("credentials", "bearer" | "basic") => return Some(Below::One("bearer or basic")),
        ("credentials", "header" | "query" | "cookie") => return Some(Below::One("carried key")),
        ("webhooks", "type" | "id") => return Some(Below::One("place in headers")),
        ("webhooks", "headers") => return Some(Below::Each("webhook header")),
        // The body of a response or of a delivery is no mapping of a description.
        ("example" | "event example", _) => return None,
        ("event", "examples") => return Some(Below::Each("event example")),
        _ => {}
    }
    if parent == "lifecycle" && key != "initial" {
        return Some(Below::One("transition"));
    }
    let one = ONE.iter().find(|(name, _)| *name == key).map(|(_, kind)| Below::One(kind));
    one.or_else(|| EACH.iter().find(|(name, _)| *name == key).map(|(_, kind)| Below::Each(kind)))
}

/// Whether a mapping says what is answered by status.
fn is_by_status(value: &Value) -> bool {
    let mut keys = value.as_object().into_iter().flat_map(|entries| entries.keys());
    keys.any(|key| key == "default" || key.starts_with(|first: char| first.is_ascii_digit()))
}

/// The kind of mapping of a name; servers are texts, and have none, and an environment is written as a value is.
pub(crate) fn kind(name: &str) -> Option<&'static MappingKind> {
    let name = if name == "environment" { "value" } else { name };
    mappings().find(|kind| kind.name == name)
}

/// Keys of lists and mappings that say the same if they are empty as if they are not written.
const EMPTY: &[&str] = &[
    "const_also",
    "encoding",
    "headers",
    "common_errors",
    "refusals",
    "error_fields",
    "protocols",
    "ids",
    "aliases",
    "objects",
    "unions",
    "enums",
    "errors",
    "endpoints",
    "params",
    "examples",
    "lifecycles",
    "environments",
    "server_variables",
    "credentials",
    "paginations",
    "events",
    "scopes",
];

/// What a key means where it is not written; nothing where that is no value.
pub(super) fn default(kind: &str, key: &str) -> Option<Value> {
    match (kind, key) {
        ("field" | "parameter" | "alias" | "answer header" | "body", "optional" | "secret" | "unique_items")
        | ("answer", "resume")
        | (_, "closed" | "explode" | "idempotent") => Some(json!(false)),
        ("path protocol", "idempotency_key") | ("api file", "protocol") => Some(Value::Null),
        ("signature", "encoding") => Some(json!("hex")),
        (_, key) if EMPTY.contains(&key) => Some(Value::Null),
        ("path protocol", "body") | ("answer" | "body", "as") => Some(json!("json")),
        (_, "base") => Some(json!("string")),
        ("path protocol", "timestamps") => Some(json!("rfc3339")),
        ("signature", "secret") => Some(json!("text")),
        ("signature", "signed") => Some(json!("{body}")),
        ("signature", "tolerance") => Some(json!(300)),
        ("pairs of a signature", "separator") => Some(json!(",")),
        ("webhooks", "type" | "id") => Some(json!(key)),
        ("way to the next page", "first") => Some(json!(1)),
        ("protocol", "error_code") => Some(json!("error.code")),
        ("protocol", "error_message") => Some(json!("error.message")),
        _ => None,
    }
}

/// Whether a key says something to readers only.
pub(super) fn is_for_readers(kind: &str, key: &str) -> bool {
    matches!(key, "doc" | "since" | "examples")
        || matches!(kind, "example" | "event example")
        || matches!((kind, key), ("api file", "api") | ("identifier", "prefix") | ("package", "license"))
}

/// The keys below which the name of an item is spoken of.
pub(super) fn references(kind: &str) -> &'static [&'static str] {
    match kind {
        "object" | "union" | "enum" | "alias" | "identifier" => {
            &["type", "returns", "refusals", "rest", "lifecycles", "related"]
        }
        "field" => &["lifecycles", "token", "expires_at", "examples", "pages", "paginations"],
        "value" => &["lifecycles", "examples"],
        // Told inside, its object says the name as a constant.
        "variant" => &["examples", "const"],
        "error code" => &["errors", "common_errors", "otherwise", "renew_on"],
        "endpoint" => &["lifecycles", "create", "retrieve"],
        "parameter" => &["http", "pages", "encoding"],
        "server" => &["server"],
        "environment" | "server variable" => &["servers"],
        "credentials" => &["auth"],
        "pages" => &["pages"],
        _ => &[],
    }
}
