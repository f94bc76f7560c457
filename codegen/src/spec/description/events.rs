//! What was written of events, and of how they are delivered.

use super::item::Item;
use crate::{
    diag::Span,
    spec::type_expression::TypeExpression,
    yaml::{Node, Read, Spanned, Text},
};

/// How an API delivers its events: the section `webhooks`.
#[derive(Clone, Debug)]
pub struct Webhooks {
    /// Where the section is.
    pub place: Span,
    /// How deliveries are signed.
    pub signature: Read<Signature>,
    /// Where a delivery says what happened, in one place or in several.
    pub event_type: Read<Vec<Located>>,
    /// Where it says what identifies the event.
    pub id: Read<Option<Located>>,
    /// The endpoint that gets an event.
    pub retrieve: Read<Option<Text>>,
    /// The headers of requests that follow an event.
    pub headers: Vec<(Text, Read<Text>)>,
}

/// Where a delivery says something.
#[derive(Clone, Debug)]
pub enum Located {
    /// In its body: members, with dots between them.
    Members(Text),
    /// In a header.
    Header(Text),
}

/// How deliveries are signed.
#[derive(Clone, Debug)]
pub enum Signature {
    /// In a way that has a name, or not at all.
    Named(Text),
    /// By an HMAC that is described.
    Hmac(Box<Hmac>),
}

/// An HMAC with SHA-256.
#[derive(Clone, Debug)]
pub struct Hmac {
    /// The header that holds it.
    pub header: Read<Text>,
    /// What stands there before it.
    pub prefix: Read<Option<Text>>,
    /// How it stands among pairs.
    pub pairs: Read<Option<SignaturePairs>>,
    /// `hex` or `base64`.
    pub encoding: Read<Option<Text>>,
    /// What is signed, with `{body}`, `{timestamp}` and `{id}` in it.
    pub signed: Read<Option<Text>>,
    /// The header that says when it was signed.
    pub timestamp: Read<Option<Text>>,
    /// The header that names the delivery.
    pub id: Read<Option<Text>>,
    /// `text` or `base64`.
    pub secret: Read<Option<Text>>,
    /// How old a delivery may be, in seconds.
    pub tolerance: Read<Option<Spanned<i64>>>,
}

/// Pairs in a header, one of which is the time and another the signature: `ts=1;h1=a`.
#[derive(Clone, Debug)]
pub struct SignaturePairs {
    /// The name of the time.
    pub timestamp: Read<Text>,
    /// The name of the signature.
    pub signature: Read<Text>,
    /// What stands between pairs.
    pub separator: Read<Option<Text>>,
}

/// An event.
#[derive(Debug)]
pub struct Event {
    /// Name and doc.
    pub item: Item,
    /// `snapshot` or `thin`; neither for a body of its own.
    pub kind: Read<Option<Text>>,
    /// What its data is, or its body.
    pub data: Read<Option<TypeExpression>>,
    /// The object that it is about.
    pub related: Read<Option<TypeExpression>>,
    /// Deliveries of it, each with a name.
    pub examples: Vec<(Text, Read<Node>)>,
}
