//! The errors that the service answers with.

use serde_json::{Value, json};

/// Why the service does not do what it was asked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    AmountTooLarge,
    AmountTooSmall,
    BillingIntentNotFound,
    InvalidStatusForCommit,
    InvalidStatusForRelease,
    InvalidStatusForReserve,
    PaymentIntentAmountInvalid,
    PaymentIntentCustomerInvalid,
    PaymentIntentNotFound,
    PaymentIntentStatusInvalid,
    PaymentNotRequired,
    PaymentNotRequiredForSendInvoice,
    PaymentRequiredToCommit,
    /// The body is not what the call takes.
    BodyInvalid,
    /// There is no such endpoint.
    RouteNotFound,
    /// The request does not show the key of the service.
    Unauthorized,
}

impl Refusal {
    /// HTTP status, code and message.
    fn parts(self) -> (u16, &'static str, &'static str) {
        match self {
            Self::AmountTooLarge => (400, "amount_too_large", "The total is above the largest amount"),
            Self::AmountTooSmall => (400, "amount_too_small", "The total is below the smallest amount"),
            Self::BillingIntentNotFound => (404, "billing_intent_not_found", "There is no such billing intent"),
            Self::InvalidStatusForCommit => (400, "invalid_status_for_commit", "The intent is not reserved"),
            Self::InvalidStatusForRelease => (400, "invalid_status_for_release", "The intent is not reserved"),
            Self::InvalidStatusForReserve => (400, "invalid_status_for_reserve", "The intent is not a draft"),
            Self::PaymentIntentAmountInvalid => {
                (400, "payment_intent_amount_invalid", "The payment intent is over another amount than the total")
            }
            Self::PaymentIntentCustomerInvalid => {
                (400, "payment_intent_customer_invalid", "The payment intent belongs to another customer")
            }
            Self::PaymentIntentNotFound => (404, "payment_intent_not_found", "There is no such payment intent"),
            Self::PaymentIntentStatusInvalid => {
                (400, "payment_intent_status_invalid", "The payment intent has not succeeded")
            }
            Self::PaymentNotRequired => (400, "payment_not_required", "There is nothing to pay"),
            Self::PaymentNotRequiredForSendInvoice => {
                (400, "payment_not_required_for_send_invoice", "The cadence collects by an invoice")
            }
            Self::PaymentRequiredToCommit => {
                (400, "payment_required_to_commit", "The intent needs a payment intent to be committed")
            }
            Self::BodyInvalid => (400, "invalid_request_body", "The body is not what this call takes"),
            Self::RouteNotFound => (404, "not_found", "There is no such endpoint"),
            Self::Unauthorized => (401, "unauthorized", "The key is not one of this service"),
        }
    }

    /// The HTTP status to answer with.
    pub(super) fn status(self) -> u16 {
        self.parts().0
    }

    /// The body to answer with.
    pub(super) fn to_json(self) -> Value {
        let (_, code, message) = self.parts();
        json!({"error": {"code": code, "message": message}})
    }
}
