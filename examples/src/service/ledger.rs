//! What the service knows, and what each call does to it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::Value;

use super::action::Action;
use super::alert::Alerts;
use super::event::Events;
use super::fields::{Fields, items, text};
use super::intent::{Collection, Intent, Status};
use super::meter::Meters;
use super::payment::Payment;
use super::refusal::Refusal;
use super::session::Sessions;

/// Bounds of what can be charged, in cents. The API says that there are bounds but not which.
const SMALLEST_CHARGE: i64 = 50;
const LARGEST_CHARGE: i64 = 99_999_999;

/// What a service knows: billing intents, payment intents and cadences, and what is metered.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    intents: BTreeMap<String, Intent>,
    payments: BTreeMap<String, Payment>,
    cadences: BTreeSet<String>,
    pub(super) meters: Meters,
    pub(super) events: Events,
    pub(super) alerts: Alerts,
    pub(super) sessions: Sessions,
    /// What the service told by webhooks, with its data.
    told: BTreeMap<String, Value>,
}

impl Ledger {
    /// Adds a billing intent, in place of one with the same id.
    #[must_use]
    pub fn with_intent(mut self, intent: Intent) -> Self {
        self.intents.insert(intent.id.clone(), intent);
        self
    }

    /// Adds a payment intent, in place of one with the same id.
    #[must_use]
    pub fn with_payment(mut self, payment: Payment) -> Self {
        self.payments.insert(payment.id.clone(), payment);
        self
    }

    /// Adds a cadence, for which intents can be created.
    #[must_use]
    pub fn with_cadence(mut self, id: &str) -> Self {
        self.cadences.insert(id.to_owned());
        self
    }

    /// Adds an event that the service tells by webhooks, as it is when it is retrieved.
    #[must_use]
    pub fn with_told(mut self, id: &str, event: Value) -> Self {
        self.told.insert(id.to_owned(), event);
        self
    }

    /// What the service told by an event.
    pub(super) fn told(&self, id: &str) -> Result<&Value, Refusal> {
        self.told.get(id).ok_or(Refusal::RESOURCE_MISSING)
    }

    /// The intent with this id.
    pub(super) fn intent(&self, id: &str) -> Result<&Intent, Refusal> {
        self.intents.get(id).ok_or(Refusal::BILLING_INTENT_NOT_FOUND)
    }

    /// Creates a draft. It is over 22 dollars, whatever it changes: the service knows no prices.
    pub(super) fn create_intent(&mut self, mut body: Fields, now: Timestamp) -> Result<&Intent, Refusal> {
        // Intents that were there from the start may have any id.
        let mut number = self.intents.len() + 1;
        while self.intents.contains_key(&format!("bilint_{number}")) {
            number += 1;
        }
        let mut intent = Intent::new(&format!("bilint_{number}"), Status::Draft);
        body.required("currency", |value| (value == "usd").then_some(()))?;
        intent.cadence = body.optional("cadence", text)?;
        let read = |(index, action)| Action::read(action, &format!("bilinti_{number}_{}", index + 1), now);
        intent.actions =
            body.required("actions", items)?.into_iter().enumerate().map(read).collect::<Result<_, _>>()?;
        body.finish()?;
        match &intent.cadence {
            Some(cadence) if !self.cadences.contains(cadence) => return Err(Refusal::BILLING_CADENCE_NOT_FOUND),
            None if intent.actions.iter().any(Action::is_application) => return Err(Refusal::REQUIRE_CADENCE_OR_DATA),
            Some(_) | None => {}
        }
        Ok(self.intents.entry(intent.id.clone()).or_insert(intent))
    }

    /// Reserves a draft.
    pub(super) fn reserve(&mut self, id: &str, now: Timestamp) -> Result<&Intent, Refusal> {
        let intent = find(&mut self.intents, id, Status::Draft, Refusal::INVALID_STATUS_FOR_RESERVE)?;
        match intent.amounts.total() {
            total if total > LARGEST_CHARGE => Err(Refusal::AMOUNT_TOO_LARGE),
            // Nothing is charged for a total of zero or less.
            total if total > 0 && total < SMALLEST_CHARGE => Err(Refusal::AMOUNT_TOO_SMALL),
            _ => Ok(intent.enter(Status::Reserved, now)),
        }
    }

    /// Commits a reserved intent.
    pub(super) fn commit(&mut self, id: &str, payment: Option<&str>, now: Timestamp) -> Result<&Intent, Refusal> {
        let intent = find(&mut self.intents, id, Status::Reserved, Refusal::INVALID_STATUS_FOR_COMMIT)?;
        match payment {
            Some(payment) => check_payment(intent, self.payments.get(payment))?,
            None => check_no_payment(intent)?,
        }
        Ok(intent.enter(Status::Committed, now))
    }

    /// Makes a reserved intent a draft again.
    pub(super) fn release_reservation(&mut self, id: &str, now: Timestamp) -> Result<&Intent, Refusal> {
        let intent = find(&mut self.intents, id, Status::Reserved, Refusal::INVALID_STATUS_FOR_RELEASE)?;
        Ok(intent.enter(Status::Draft, now))
    }
}

/// The intent, if it has the status that a call needs.
fn find<'a>(
    intents: &'a mut BTreeMap<String, Intent>,
    id: &str,
    needed: Status,
    otherwise: Refusal,
) -> Result<&'a mut Intent, Refusal> {
    let intent = intents.get_mut(id).ok_or(Refusal::BILLING_INTENT_NOT_FOUND)?;
    if intent.status() == needed { Ok(intent) } else { Err(otherwise) }
}

/// Whether the intent can be committed without a payment intent.
fn check_no_payment(intent: &Intent) -> Result<(), Refusal> {
    match intent.collection {
        Collection::Automatic if intent.amounts.total() > 0 => Err(Refusal::PAYMENT_REQUIRED_TO_COMMIT),
        Collection::Automatic | Collection::SendInvoice => Ok(()),
    }
}

/// Whether the intent can be committed with this payment intent, or with one that is not there.
fn check_payment(intent: &Intent, payment: Option<&Payment>) -> Result<(), Refusal> {
    let total = intent.amounts.total();
    if intent.collection == Collection::SendInvoice {
        return Err(Refusal::PAYMENT_NOT_REQUIRED_FOR_SEND_INVOICE);
    }
    if total <= 0 {
        return Err(Refusal::PAYMENT_NOT_REQUIRED);
    }
    match payment {
        None => Err(Refusal::PAYMENT_INTENT_NOT_FOUND),
        Some(payment) if !payment.succeeded => Err(Refusal::PAYMENT_INTENT_STATUS_INVALID),
        Some(payment) if payment.amount != total => Err(Refusal::PAYMENT_INTENT_AMOUNT_INVALID),
        Some(payment) if payment.customer != intent.customer => Err(Refusal::PAYMENT_INTENT_CUSTOMER_INVALID),
        Some(_) => Ok(()),
    }
}
