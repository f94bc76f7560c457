//! More types in the form of generated code, with what only some descriptions have.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::runtime::{self, Expandable, Secret, Timestamp, UnknownVariant};

/// Identifies an alert.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AlertId(String);
runtime::identifier!(AlertId);

/// An answer with each of the things that only some descriptions have.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Alert {
    pub id: AlertId,
    pub created: Timestamp,
    pub parent: Option<Expandable<AlertId, Box<Alert>>>,
    pub actions: Option<Vec<Action>>,
    pub effect: Option<Effect>,
}

runtime::object! {
    Alert, r#"{"id":"al_1","created":1756296000}"#, Unix;
    required id "id";
    required created "created";
    optional parent "parent";
    optional actions "actions";
    optional effect "effect";
}

/// An object with members of its own beside those of a union.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Action {
    pub id: AlertId,
    pub note: Option<String>,
    pub kind: ActionKind,
}

runtime::object! {
    Action, r#"{"id":"act_1","type":"ping"}"#;
    required id "id";
    nullable note "note";
    union kind "type";
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ActionKind {
    Mail(Box<Mail>),
    Wait(i64),
    Ping,
    Unknown(UnknownVariant),
}

runtime::union! {
    ActionKind told Beside("type");
    Mail(data) = "mail";
    Wait(data) = "wait";
    Ping = "ping";
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mail {
    pub to: String,
    pub sent_at: Option<Timestamp>,
}

runtime::object! {
    Mail, r#"{"to":"a@example.test"}"#;
    required to "to";
    optional sent_at "sent_at";
}

/// A union that is an object of its own.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Effect {
    Mail(Box<Mail>),
    Unknown(UnknownVariant),
}

runtime::union! {
    Effect told Beside("kind");
    Mail(data) = "mail";
}
runtime::document! {
    Effect, r#"{"kind":"mail","mail":{"to":"a@example.test"}}"#
}

/// What a session is opened for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Session {
    pub authentication_token: Secret,
    pub expires_at: Timestamp,
}

runtime::object! {
    Session, r#"{"authentication_token":"tok_example","expires_at":"2025-08-27T12:15:00Z"}"#;
    required authentication_token "authentication_token";
    required expires_at "expires_at";
}

/// A request with everything that can be nested in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NodeParams {
    pub text: Option<String>,
    pub count: Option<i64>,
    pub share: Option<f64>,
    pub flag: Option<bool>,
    #[allow(clippy::option_option, reason = "it is left out, unset, or set")]
    pub note: Option<Option<String>>,
    pub at: Option<Timestamp>,
    pub child: Option<Box<NodeParams>>,
    pub nodes: Option<Vec<NodeParams>>,
    pub by_name: Option<BTreeMap<String, NodeParams>>,
    pub json: Option<Value>,
    pub kind: Option<KindParams>,
}

runtime::params! {
    NodeParams;
    optional text "text" [MaxLength(12)];
    optional count "count" [Min("-100"), Max("100")];
    optional share "share";
    optional flag "flag";
    optional note "note" [MaxLength(12)];
    optional at "at";
    optional child "child";
    optional nodes "nodes" [MaxItems(3)];
    optional by_name "by_name";
    optional json "json";
    optional kind "kind";
}

/// A union in a request.
#[derive(Clone, Debug, PartialEq)]
pub enum KindParams {
    Node(Box<NodeParams>),
    Ping,
}

runtime::union! {
    sent KindParams told Beside("type");
    Node(data) = "node";
    Ping = "ping";
}
