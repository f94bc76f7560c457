//! The kinds of mappings that a description is made of, and the keys of each.
//!
//! No mapping is opened but as one of these kinds, so a key that is not listed here cannot be written.

/// A kind of mapping: what may be written between braces, or on lines of the same depth.
#[derive(Debug, PartialEq, Eq)]
pub struct MappingKind {
    /// What such a mapping describes, such as `path protocol`.
    pub name: &'static str,
    /// Its keys, in the order in which a report lists them.
    pub keys: &'static [&'static str],
    /// Whether it has names of the user's choice beside them.
    pub takes_names: bool,
}

/// The keys of a kind: its own ones, then those that it has in common with others.
macro_rules! keys {
    (item $($key:literal)*) => { keys!(plain $($key)* "doc" "since" "deprecated" "rust" "was") };
    // What is written in place stands beside its type.
    (typed $($key:literal)*) => {
        keys!(item "type" $($key)* "name" "fields" "union" "variants" "rest" "values" "base" "closed")
    };
    (bounded $($key:literal)*) => { keys!(measured typed $($key)*) };
    // A type that nothing is written in place for.
    (bounded_alias $($key:literal)*) => { keys!(measured item "type" $($key)*) };
    (measured $family:ident $($key:literal)*) => {
        keys!($family $($key)* "min_length" "max_length" "pattern" "min_items" "max_items" "unique_items"
            "min" "exclusive_min" "max" "exclusive_max" "multiple_of")
    };
    ($plain_or_named:ident $($key:literal)*) => { &[$($key),*] };
}

/// Whether names of the user's choice may be written beside the keys.
macro_rules! takes_names {
    (named) => {
        true
    };
    ($other:ident) => {
        false
    };
}

/// Makes a constant for each kind, and the list of them all.
macro_rules! kinds {
    ($($constant:ident = $name:literal: $family:ident [$($key:literal)*];)*) => {
        $(pub(super) const $constant: MappingKind = MappingKind {
            name: $name,
            keys: keys!($family $($key)*),
            takes_names: takes_names!($family),
        };)*

        /// All kinds of mappings.
        pub const MAPPINGS: &[MappingKind] = &[$($constant),*];
    };
}

kinds! {
    API_FILE = "api file": plain ["api" "doc" "version" "package" "servers" "environments" "server_variables" "credentials" "auth" "headers"
        "protocol" "protocols" "paginations" "webhooks" "params" "common_errors" "refusals" "retry_on" "repeats"];
    SCHEME = "credentials": plain ["bearer" "basic" "header" "query" "cookie" "oauth2"];
    SCHEME_PLAIN = "bearer or basic": item [];
    SCHEME_CARRIED = "carried key": item ["name"];
    SCHEME_OAUTH2 = "oauth2": item ["token_url" "scopes"];
    SERVER_VARIABLE = "server variable": item ["default" "values" "closed"];
    PACKAGE = "package": plain ["name" "version" "license"];
    HEADER = "header": item ["value"];
    PROTOCOL = "protocol": plain ["request_id" "idempotency_key" "should_retry" "error_code" "error_message" "error_fields"];
    ERROR_FIELD = "error field": item ["at"];
    DIALECT = "path protocol": plain ["path" "body" "timestamps" "pagination" "idempotency_key"];
    RESOURCE = "resource": item ["resource" "auth" "ids" "aliases" "objects" "unions" "enums" "errors" "endpoints"
        "lifecycles" "events" "params" "headers" "common_errors" "refusals" "retry_on"];
    WEBHOOKS = "webhooks": plain ["signature" "type" "id" "retrieve" "headers"];
    IN_HEADER = "place in headers": plain ["header"];
    SIGNATURE = "signature": plain ["header" "prefix" "encoding" "signed" "timestamp" "id" "secret" "tolerance"];
    EVENT = "event": typed ["kind" "related" "examples"];
    EVENT_EXAMPLE = "event example": plain ["body"];
    IDENTIFIER = "identifier": item ["prefix"];
    ALIAS = "alias": bounded_alias ["secret"];
    OBJECT = "object": item ["fields" "union" "variants" "rest"];
    REST = "rest": item ["type"];
    UNION = "union": item ["union" "variants"];
    UNION_TOLD = "way to tell a union": plain ["beside" "inside" "tag" "content" "by" "base"];
    FIELD = "field": bounded ["optional" "only" "const" "const_also" "default" "secret"];
    VARIANT = "variant": typed ["only"];
    ENUM = "enum": item ["values" "base" "closed"];
    VALUE = "value": item [];
    ERROR_CODE = "error code": item ["status"];
    ENDPOINT = "endpoint": item ["http" "server" "auth" "params" "body" "returns" "pages" "errors" "refusals" "examples"
        "headers" "idempotent" "retry_on"];
    ANSWER = "answer": plain ["type" "as" "media" "done" "resume" "headers"];
    STATUS_ANSWER = "answer by status": plain ["doc" "since" "deprecated" "rust" "type" "headers"];
    ANSWER_HEADER = "answer header": item ["type" "optional"];
    PAGES = "pages": plain ["items" "next" "more" "total"];
    NEXT = "way to the next page": plain ["last_item" "token" "url" "offset" "number" "parameter" "back" "limit" "first"];
    AUTH = "auth": plain ["bearer" "session"];
    SESSION = "session": plain ["create" "token" "expires_at" "renew_on"];
    PARAMETER = "parameter": bounded ["in" "wire_name" "style" "explode" "optional" "const" "default" "secret"];
    BODY = "body": bounded ["as" "media" "encoding" "optional"];
    ENCODING = "encoding": plain ["style" "media"];
    EXAMPLE = "example": plain ["status" "response"];
    LIFECYCLE = "lifecycle": named ["initial"];
    TRANSITION = "transition": plain ["from" "to" "otherwise" "sets" "clears"];
}

/// An accepted change, which stands beside a description and is no part of it.
pub(super) const ACCEPTED_CHANGE: MappingKind =
    MappingKind { name: "accepted change", keys: &["rule", "item", "before", "after", "reason"], takes_names: false };

/// `api.yaml` where it names a published document. It is no part of a description in our own format.
pub(super) const PROJECT_FILE: MappingKind = beside(
    "project",
    &[
        "openapi",
        "allow_paths",
        "overlays",
        "package",
        "doc",
        "servers",
        "environments",
        "server_variables",
        "headers",
        "protocol",
        "take",
        "leave_out",
        "modules",
        "calls",
    ],
);
pub(super) const SELECTION: MappingKind = beside("selection of calls", &["tags", "paths", "calls"]);
pub(super) const CALL_HINT: MappingKind = beside("hint on calls", &["pages"]);
/// `names.yaml`.
pub(super) const NAMES_FILE: MappingKind = beside("names", &["calls", "types"]);
pub(super) const KEPT_CALL: MappingKind = beside("name of a call", &["name", "was", "body", "pages"]);
pub(super) const KEPT_TYPE: MappingKind = beside("name of a type", &["name", "was"]);

const fn beside(name: &'static str, keys: &'static [&'static str]) -> MappingKind {
    MappingKind { name, keys, takes_names: false }
}
