//! Events that the service tells by itself, and how it delivers them.

use serde_json::Value;

use super::ids::ObjectId;
use super::item::Item;
use super::types::Type;
use crate::api::scalars::TimestampFormat;
use crate::diag::Span;

/// How events are delivered.
#[derive(Clone, Debug)]
pub struct Webhooks {
    /// Where the description says it.
    pub span: Span,
    /// How deliveries are signed, if they are.
    pub signing: Option<Signing>,
    /// Where a delivery says what happened; there are dots between what several places say. Nowhere, where each event has an
    /// endpoint of its own.
    pub event_type: Vec<Located>,
    /// Where it says what identifies the event.
    pub id: Located,
    /// The endpoint that gets an event, by its place in the resource of events.
    pub retrieve: Option<usize>,
    /// Names and values of the headers of requests that follow an event; `{id}` and `{context}` stand for its members.
    pub headers: Vec<(String, String)>,
}

/// Where a delivery says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Located {
    /// In its body, where these members lead.
    Members(Vec<String>),
    /// In a header.
    Header(String),
}

/// How deliveries are signed: by HMAC with SHA-256.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// The header that holds the signatures.
    pub header: String,
    /// How they stand in it.
    pub layout: Layout,
    /// Whether they are written in Base64, not in hex.
    pub is_base64: bool,
    /// What secrets are.
    pub secret: SecretForm,
    /// What is signed, one behind the other.
    pub signed: Vec<Signed>,
    /// The header that says when it was signed, unless the signatures' own header does.
    pub timestamp: Option<String>,
    /// The header that names the delivery.
    pub id: Option<String>,
    /// How old a delivery may be, in seconds.
    pub tolerance: Option<u64>,
    /// Whether it may be no further in the future either.
    pub bounds_future: bool,
}

/// How signatures stand in their header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layout {
    /// As pairs.
    Pairs {
        /// The name of the time.
        timestamp: String,
        /// The name of signatures.
        signature: String,
        /// What is between pairs.
        separator: String,
    },
    /// Behind the name of their scheme.
    Versions(String),
    /// One, behind a text.
    Single(String),
}

/// What a secret is as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecretForm {
    /// All of the text is the key.
    Text,
    /// The key in Base64, perhaps behind a text.
    Base64(String),
}

/// A part of what is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signed {
    /// The body.
    Body,
    /// The time.
    Timestamp,
    /// The name of the delivery.
    Id,
    /// A text that is always the same.
    Text(String),
}

/// An event.
#[derive(Clone, Debug)]
pub struct Event {
    /// Name and doc.
    pub item: Item,
    /// What envelope it has.
    pub kind: EventKind,
    /// What its data is, or its body.
    pub data: Option<Type>,
    /// The object that it is about.
    pub related: Option<ObjectId>,
    /// Deliveries of it that the description shows, each with a name.
    pub examples: Vec<(String, Value)>,
    /// The first of them, or one made from the types.
    pub example: Value,
}

/// What envelope an event has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// One with the object as it was.
    Snapshot,
    /// One that only says what happened.
    Thin,
    /// None.
    Own,
}

impl EventKind {
    /// The kinds that have a name.
    pub const NAMED: [Self; 2] = [Self::Snapshot, Self::Thin];

    /// As a description says it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Snapshot => "snapshot",
            Self::Thin => "thin",
            Self::Own => "a body of its own",
        }
    }

    /// The members that lead to the data in a delivery, or in an event that was fetched.
    #[must_use]
    pub fn data_at(self) -> &'static [&'static str] {
        match self {
            Self::Snapshot => &["data", "object"],
            Self::Thin => &["data"],
            Self::Own => &[],
        }
    }

    /// How instants are written in it.
    #[must_use]
    pub fn timestamps(self) -> TimestampFormat {
        if self == Self::Snapshot { TimestampFormat::Unix } else { TimestampFormat::Rfc3339 }
    }

    /// What its member `object` says.
    #[must_use]
    pub fn object(self) -> Option<&'static str> {
        match self {
            Self::Snapshot => Some("event"),
            Self::Thin => Some("v2.core.event"),
            Self::Own => None,
        }
    }
}
