//! What the service knows, and what each call does to it.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::intent::{Collection, Intent, Status};
use super::payment::Payment;
use super::refusal::Refusal;

/// Bounds of what can be charged, in cents. The API says that there are bounds but not which.
const SMALLEST_CHARGE: i64 = 50;
const LARGEST_CHARGE: i64 = 99_999_999;

/// The billing intents and payment intents of a service.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    intents: BTreeMap<String, Intent>,
    payments: BTreeMap<String, Payment>,
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

    /// Reserves a draft.
    pub(super) fn reserve(&mut self, id: &str, now: Timestamp) -> Result<&Intent, Refusal> {
        let intent = find(&mut self.intents, id, Status::Draft, Refusal::InvalidStatusForReserve)?;
        match intent.amounts.total() {
            total if total > LARGEST_CHARGE => Err(Refusal::AmountTooLarge),
            // Nothing is charged for a total of zero or less.
            total if total > 0 && total < SMALLEST_CHARGE => Err(Refusal::AmountTooSmall),
            _ => Ok(intent.enter(Status::Reserved, now)),
        }
    }

    /// Commits a reserved intent.
    pub(super) fn commit(&mut self, id: &str, payment: Option<&str>, now: Timestamp) -> Result<&Intent, Refusal> {
        let intent = find(&mut self.intents, id, Status::Reserved, Refusal::InvalidStatusForCommit)?;
        match payment {
            Some(payment) => check_payment(intent, self.payments.get(payment))?,
            None => check_no_payment(intent)?,
        }
        Ok(intent.enter(Status::Committed, now))
    }

    /// Makes a reserved intent a draft again.
    pub(super) fn release_reservation(&mut self, id: &str, now: Timestamp) -> Result<&Intent, Refusal> {
        let intent = find(&mut self.intents, id, Status::Reserved, Refusal::InvalidStatusForRelease)?;
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
    let intent = intents.get_mut(id).ok_or(Refusal::BillingIntentNotFound)?;
    if intent.status() == needed { Ok(intent) } else { Err(otherwise) }
}

/// Whether the intent can be committed without a payment intent.
fn check_no_payment(intent: &Intent) -> Result<(), Refusal> {
    match intent.collection {
        Collection::Automatic if intent.amounts.total() > 0 => Err(Refusal::PaymentRequiredToCommit),
        Collection::Automatic | Collection::SendInvoice => Ok(()),
    }
}

/// Whether the intent can be committed with this payment intent, or with one that is not there.
fn check_payment(intent: &Intent, payment: Option<&Payment>) -> Result<(), Refusal> {
    let total = intent.amounts.total();
    if intent.collection == Collection::SendInvoice {
        return Err(Refusal::PaymentNotRequiredForSendInvoice);
    }
    if total <= 0 {
        return Err(Refusal::PaymentNotRequired);
    }
    match payment {
        None => Err(Refusal::PaymentIntentNotFound),
        Some(payment) if !payment.succeeded => Err(Refusal::PaymentIntentStatusInvalid),
        Some(payment) if payment.amount != total => Err(Refusal::PaymentIntentAmountInvalid),
        Some(payment) if payment.customer != intent.customer => Err(Refusal::PaymentIntentCustomerInvalid),
        Some(_) => Ok(()),
    }
}
