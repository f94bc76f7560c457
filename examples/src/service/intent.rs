//! A billing intent as the service keeps it.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::action::Action;
use super::instants::instant_text;

/// A billing intent.
#[derive(Clone, Debug)]
pub struct Intent {
    /// Identifies the intent.
    pub id: String,
    /// What the intent amounts to.
    pub amounts: Amounts,
    /// How the cadence of the intent collects what is due.
    pub collection: Collection,
    /// The customer who pays.
    pub customer: String,
    /// The cadence that the intent is for.
    pub cadence: Option<String>,
    pub(super) actions: Vec<Action>,
    status: Status,
    created: Timestamp,
    reserved: Option<Timestamp>,
    committed: Option<Timestamp>,
    canceled: Option<Timestamp>,
}

/// Where an intent stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It can be reserved.
    Draft,
    /// It can be committed or released.
    Reserved,
    /// Nothing moves it any more.
    Committed,
    /// Nothing moves it any more.
    Canceled,
}

/// How a cadence collects what is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collection {
    /// By a payment intent.
    Automatic,
    /// By an invoice that is sent.
    SendInvoice,
}

/// Amounts in cents of a US dollar.
#[derive(Clone, Copy, Debug)]
pub struct Amounts {
    /// The sum before tax and discounts.
    pub subtotal: i64,
    /// What discounts take off.
    pub discount: i64,
    /// What tax adds.
    pub tax: i64,
    /// What shipping costs.
    pub shipping: i64,
}

impl Amounts {
    /// The sum after discounts, tax and shipping.
    #[must_use]
    pub fn total(self) -> i64 {
        self.subtotal - self.discount + self.tax + self.shipping
    }
}

impl Intent {
    /// An intent of 22 dollars that has just come into `status`. The customer `cus_example` pays by a payment intent.
    #[must_use]
    pub fn new(id: &str, status: Status) -> Self {
        let now = Timestamp::now();
        let mut intent = Self {
            id: id.to_owned(),
            amounts: Amounts { subtotal: 2000, discount: 0, tax: 200, shipping: 0 },
            collection: Collection::Automatic,
            customer: "cus_example".to_owned(),
            cadence: Some("bc_example".to_owned()),
            actions: Vec::new(),
            status,
            created: now,
            // Nothing is committed that was not reserved.
            reserved: (status == Status::Committed).then_some(now),
            committed: None,
            canceled: None,
        };
        intent.enter(status, now);
        intent
    }

    /// Where the intent stands.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// Moves the intent on. Going back to a draft clears the instant of the reservation.
    pub(super) fn enter(&mut self, status: Status, now: Timestamp) -> &Self {
        self.status = status;
        match status {
            Status::Draft => self.reserved = None,
            Status::Reserved => self.reserved = Some(now),
            Status::Committed => self.committed = Some(now),
            Status::Canceled => self.canceled = Some(now),
        }
        self
    }

    /// What the intent changes, as the service answers with it.
    pub(super) fn actions(&self) -> impl Iterator<Item = Value> {
        self.actions.iter().map(|action| action.to_json(self.status == Status::Committed))
    }

    /// The action with this id, if there is one.
    pub(super) fn action(&self, id: &str) -> Option<Value> {
        self.actions().find(|action| action["id"] == id)
    }

    /// The intent as the service answers with it: amounts are integers, and an instant that is not there is `null`.
    pub(super) fn to_json(&self) -> Value {
        let Amounts { subtotal, discount, tax, shipping } = self.amounts;
        let optional_instant = |instant: Option<Timestamp>| instant.map(instant_text);
        json!({
            "id": self.id,
            "object": "v2.billing.billing_intent",
            "amount_details": {
                "currency": "usd",
                "discount": discount,
                "shipping": shipping,
                "subtotal": subtotal,
                "tax": tax,
                "total": self.amounts.total(),
            },
            "cadence": self.cadence,
            "created": instant_text(self.created),
            "currency": "usd",
            "livemode": false,
            "status": self.status.as_str(),
            "status_transitions": {
                "canceled_at": optional_instant(self.canceled),
                "committed_at": optional_instant(self.committed),
                "drafted_at": instant_text(self.created),
                "reserved_at": optional_instant(self.reserved),
            },
        })
    }
}

impl Status {
    /// The text on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Reserved => "reserved",
            Self::Committed => "committed",
            Self::Canceled => "canceled",
        }
    }
}
