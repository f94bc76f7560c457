//! More types in the form of generated code, with what only some descriptions have.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::runtime::{
    self, Blank, Bound, Expandable, Members, Object, Place, Secret, Timestamp, Union, UnknownVariant, blank,
};

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

impl Blank for Alert {
    fn blank() -> Self {
        Self { id: blank(), created: blank(), parent: blank(), actions: blank(), effect: blank() }
    }
}

impl Object for Alert {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.required("id", &mut self.id);
        members.required("created", &mut self.created);
        members.optional("parent", &mut self.parent);
        members.optional("actions", &mut self.actions);
        members.optional("effect", &mut self.effect);
    }
}
runtime::object!(Alert, r#"{"id":"al_1","created":1756296000}"#, unix);

/// An object with members of its own beside those of a union.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Action {
    pub id: AlertId,
    pub note: Option<String>,
    pub kind: ActionKind,
}

impl Blank for Action {
    fn blank() -> Self {
        Self { id: blank(), note: blank(), kind: blank() }
    }
}

impl Object for Action {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.required("id", &mut self.id);
        members.nullable("note", &mut self.note);
        members.union(&mut self.kind);
    }
}
runtime::object!(Action, r#"{"id":"act_1","type":"ping"}"#);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ActionKind {
    Mail(Box<Mail>),
    Wait(i64),
    Ping,
    Unknown(UnknownVariant),
}

impl Union for ActionKind {
    fn tag(&self) -> &'static str {
        "type"
    }

    fn parts(&mut self) -> (&str, Option<&mut dyn Place>) {
        match self {
            Self::Mail(data) => ("mail", Some(data)),
            Self::Wait(data) => ("wait", Some(data)),
            Self::Ping => ("ping", None),
            Self::Unknown(unknown) => unknown.parts(),
        }
    }

    fn select(&mut self, kind: &str) -> bool {
        *self = match kind {
            "mail" => Self::Mail(blank()),
            "wait" => Self::Wait(blank()),
            "ping" => Self::Ping,
            _ => return false,
        };
        true
    }

    fn keep(&mut self, kind: String, data: Value) {
        *self = Self::Unknown(UnknownVariant::new(kind, data));
    }
}
runtime::union!(ActionKind);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mail {
    pub to: String,
    pub sent_at: Option<Timestamp>,
}

impl Blank for Mail {
    fn blank() -> Self {
        Self { to: blank(), sent_at: blank() }
    }
}

impl Object for Mail {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.required("to", &mut self.to);
        members.optional("sent_at", &mut self.sent_at);
    }
}
runtime::object!(Mail, r#"{"to":"a@example.test"}"#);

/// A union that is an object of its own.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Effect {
    Mail(Box<Mail>),
    Unknown(UnknownVariant),
}

impl Union for Effect {
    fn tag(&self) -> &'static str {
        "kind"
    }

    fn parts(&mut self) -> (&str, Option<&mut dyn Place>) {
        match self {
            Self::Mail(data) => ("mail", Some(data)),
            Self::Unknown(unknown) => unknown.parts(),
        }
    }

    fn select(&mut self, kind: &str) -> bool {
        *self = match kind {
            "mail" => Self::Mail(blank()),
            _ => return false,
        };
        true
    }

    fn keep(&mut self, kind: String, data: Value) {
        *self = Self::Unknown(UnknownVariant::new(kind, data));
    }
}
runtime::union!(Effect);
runtime::object!(Effect, r#"{"kind":"mail","mail":{"to":"a@example.test"}}"#);

/// What a session is opened for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Session {
    pub authentication_token: Secret,
    pub expires_at: Timestamp,
}

impl Blank for Session {
    fn blank() -> Self {
        Self { authentication_token: blank(), expires_at: blank() }
    }
}

impl Object for Session {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.required("authentication_token", &mut self.authentication_token);
        members.required("expires_at", &mut self.expires_at);
    }
}
runtime::object!(Session, r#"{"authentication_token":"tok_example","expires_at":"2025-08-27T12:15:00Z"}"#);

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

impl Blank for NodeParams {
    fn blank() -> Self {
        Self::default()
    }
}

impl Object for NodeParams {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.optional("text", &mut self.text);
        members.bound(Bound::MaxLength(12));
        members.optional("count", &mut self.count);
        members.bound(Bound::Min(-100));
        members.bound(Bound::Max(100));
        members.optional("share", &mut self.share);
        members.optional("flag", &mut self.flag);
        members.optional("note", &mut self.note);
        members.bound(Bound::MaxLength(12));
        members.optional("at", &mut self.at);
        members.optional("child", &mut self.child);
        members.optional("nodes", &mut self.nodes);
        members.bound(Bound::MaxItems(3));
        members.optional("by_name", &mut self.by_name);
        members.optional("json", &mut self.json);
        members.optional("kind", &mut self.kind);
    }
}
runtime::params!(NodeParams);

/// A union in a request.
#[derive(Clone, Debug, PartialEq)]
pub enum KindParams {
    Node(Box<NodeParams>),
    Ping,
}

impl Union for KindParams {
    fn tag(&self) -> &'static str {
        "type"
    }

    fn parts(&mut self) -> (&str, Option<&mut dyn Place>) {
        match self {
            Self::Node(data) => ("node", Some(data)),
            Self::Ping => ("ping", None),
        }
    }
}
runtime::union!(KindParams, Self::Ping);
runtime::params!(KindParams);
