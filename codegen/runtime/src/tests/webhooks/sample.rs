//! Events in the form of generated code.

use super::examples;
use crate::runtime::{
    self, DeliveredEvent, Layout, NoObject, SecretForm, SignatureEncoding, Signed, Signing, SnapshotEvent, ThinEvent,
    UnknownEvent,
};
use crate::tests::support::sample::{OTHER_CALLS, V2};

pub(crate) static STRIPE: Signing = Signing {
    header: "stripe-signature",
    layout: Layout::Pairs { timestamp: "t", version: "v1", separator: "," },
    encoding: SignatureEncoding::Hex,
    secret: SecretForm::Text,
    signed: &[Signed::Timestamp, Signed::Text("."), Signed::Body],
    timestamp: None,
    id: None,
    tolerance: Some(300),
    bounds_future: false,
};

pub(crate) static PAIRS: Signing = Signing {
    header: "paddle-signature",
    layout: Layout::Pairs { timestamp: "ts", version: "h1", separator: ";" },
    encoding: SignatureEncoding::Hex,
    secret: SecretForm::Text,
    signed: &[Signed::Timestamp, Signed::Text(":"), Signed::Body],
    timestamp: None,
    id: None,
    tolerance: Some(300),
    bounds_future: true,
};

pub(crate) static STANDARD: Signing = Signing {
    header: "webhook-signature",
    layout: Layout::Versions("v1"),
    encoding: SignatureEncoding::Base64,
    secret: SecretForm::Base64("whsec_"),
    signed: &[Signed::Id, Signed::Text("."), Signed::Timestamp, Signed::Text("."), Signed::Body],
    timestamp: Some("webhook-timestamp"),
    id: Some("webhook-id"),
    tolerance: Some(300),
    bounds_future: true,
};

pub(crate) static PLAIN: Signing = Signing {
    header: "x-hub-signature-256",
    layout: Layout::Single("sha256="),
    encoding: SignatureEncoding::Hex,
    secret: SecretForm::Text,
    signed: &[Signed::Body],
    timestamp: None,
    id: None,
    tolerance: None,
    bounds_future: false,
};

/// What an event is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Identifies it.
    pub id: String,
    /// How many pieces it has.
    pub pieces: i64,
}

runtime::object! {
    Order, r#"{"id": "ord_1", "pieces": 2}"#;
    required id "id";
    required pieces "pieces";
}

/// What the service tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// An order was paid.
    OrderPaid(Box<SnapshotEvent<Order>>),
    /// An order was sent.
    OrderSent(Box<ThinEvent<Order, Order>>),
    /// The shop was closed.
    ShopClosed(Box<ThinEvent<(), NoObject>>),
    /// Another one.
    Unknown(UnknownEvent),
}

runtime::events! {
    Event, type Members("type"), id Members("id");
    OrderPaid = "order.paid", examples::PAID;
    OrderSent = "v1.order.sent", examples::SENT;
    ShopClosed = "v1.shop.closed", examples::CLOSED;
}

runtime::verified!(Event);

/// Retrieves an event.
pub(crate) fn retrieve<C: runtime::ApiClient>(client: &C, id: impl Into<String>) -> runtime::Request<C, Retrieve> {
    runtime::Request::new(client, Retrieve { id: id.into() })
}

/// What [`retrieve`] sends.
#[derive(Clone, Debug, PartialEq)]
pub struct Retrieve {
    id: String,
}

runtime::operation! {
    Retrieve => Event, runtime::AnyCode;
    GET "/v2/core/events/{id}", "events.retrieve", V2;
    path required id "id";
}

runtime::follow! {
    OTHER_CALLS;
    retrieve => Retrieve;
    "sample-context" = "{context}";
    "sample-trigger" = "event={id}";
}

/// What a service tells that says in a header what it is, and of some in the body what more.
#[derive(Clone, Debug, PartialEq)]
pub enum HubEvent {
    /// An order was pushed.
    Push(Box<DeliveredEvent<Order>>),
    /// A star was given.
    StarCreated(Box<DeliveredEvent<Order>>),
    /// Another one.
    Unknown(UnknownEvent),
}

runtime::events! {
    HubEvent, type Header("x-hub-event") Members("action"), id Header("x-hub-delivery");
    Push = "push", examples::PUSH;
    StarCreated = "star.created", examples::PUSH;
}

runtime::verified!(HubEvent);

runtime::event_readers! {
    /// An order came.
    NewOrder: Order, examples::PUSH;
}
