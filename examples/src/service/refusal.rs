//! The errors that the service answers with.

use serde_json::{Value, json};

/// Why the service does not do what it was asked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    status: u16,
    code: &'static str,
    message: &'static str,
    /// The class of the error, where the API has one.
    class: Option<&'static str>,
}

impl Refusal {
    pub(super) const AMOUNT_TOO_LARGE: Self =
        Self::new(400, "amount_too_large", "The total is above the largest amount");
    pub(super) const AMOUNT_TOO_SMALL: Self =
        Self::new(400, "amount_too_small", "The total is below the smallest amount");
    pub(super) const BILLING_CADENCE_NOT_FOUND: Self =
        Self::new(404, "billing_cadence_not_found", "There is no such cadence");
    pub(super) const BILLING_INTENT_ACTION_NOT_FOUND: Self =
        Self::new(404, "billing_intent_action_not_found", "There is no such action");
    pub(super) const BILLING_INTENT_NOT_FOUND: Self =
        Self::new(404, "billing_intent_not_found", "There is no such billing intent");
    pub(super) const DUPLICATE_METER_EVENT: Self =
        Self::new(400, "duplicate_meter_event", "An event with this identifier was counted already");
    pub(super) const INVALID_STATUS_FOR_COMMIT: Self =
        Self::new(400, "invalid_status_for_commit", "The intent is not reserved");
    pub(super) const INVALID_STATUS_FOR_RELEASE: Self =
        Self::new(400, "invalid_status_for_release", "The intent is not reserved");
    pub(super) const INVALID_STATUS_FOR_RESERVE: Self =
        Self::new(400, "invalid_status_for_reserve", "The intent is not a draft");
    pub(super) const NO_METER: Self = Self::new(400, "no_meter", "There is no meter for events of this name");
    pub(super) const PAYLOAD_INVALID_VALUE: Self =
        Self::new(400, "payload_invalid_value", "The value in the payload is not a positive whole number");
    pub(super) const PAYLOAD_NO_CUSTOMER_DEFINED: Self =
        Self::new(400, "payload_no_customer_defined", "The payload names no customer");
    pub(super) const PAYLOAD_NO_VALUE_DEFINED: Self =
        Self::new(400, "payload_no_value_defined", "The payload holds no value");
    pub(super) const PAYMENT_INTENT_AMOUNT_INVALID: Self =
        Self::new(400, "payment_intent_amount_invalid", "The payment intent is over another amount than the total");
    pub(super) const PAYMENT_INTENT_CUSTOMER_INVALID: Self =
        Self::new(400, "payment_intent_customer_invalid", "The payment intent belongs to another customer");
    pub(super) const PAYMENT_INTENT_NOT_FOUND: Self =
        Self::new(404, "payment_intent_not_found", "There is no such payment intent");
    pub(super) const PAYMENT_INTENT_STATUS_INVALID: Self =
        Self::new(400, "payment_intent_status_invalid", "The payment intent has not succeeded");
    pub(super) const PAYMENT_NOT_REQUIRED: Self = Self::new(400, "payment_not_required", "There is nothing to pay");
    pub(super) const PAYMENT_NOT_REQUIRED_FOR_SEND_INVOICE: Self =
        Self::new(400, "payment_not_required_for_send_invoice", "The cadence collects by an invoice");
    pub(super) const PAYMENT_REQUIRED_TO_COMMIT: Self =
        Self::new(400, "payment_required_to_commit", "The intent needs a payment intent to be committed");
    pub(super) const REQUIRE_CADENCE_OR_DATA: Self =
        Self::new(400, "require_cadence_or_data", "What is applied needs a cadence");
    /// The parameters are not what the call takes.
    pub(super) const PARAMETERS_INVALID: Self =
        Self::new(400, "parameter_invalid", "The parameters are not what this call takes").of("invalid_request_error");
    /// What a call of the first generation is about is not there.
    pub(super) const RESOURCE_MISSING: Self =
        Self::new(404, "resource_missing", "There is no such thing").of("invalid_request_error");
    /// There is no such endpoint.
    pub(super) const ROUTE_NOT_FOUND: Self = Self::new(404, "not_found", "There is no such endpoint");
    /// The token of a session is too old.
    pub(super) const SESSION_EXPIRED: Self =
        Self::new(401, "billing_meter_event_session_expired", "The session has expired")
            .of("temporary_session_expired");
    /// The request does not show the key of the service, or the token of a session where that is asked for.
    pub(super) const UNAUTHORIZED: Self = Self::new(401, "unauthorized", "The key is not one of this service");

    const fn new(status: u16, code: &'static str, message: &'static str) -> Self {
        Self { status, code, message, class: None }
    }

    const fn of(self, class: &'static str) -> Self {
        Self { class: Some(class), ..self }
    }

    /// The HTTP status to answer with.
    pub(super) fn status(self) -> u16 {
        self.status
    }

    /// The body to answer with. The class of an error is left out where there is none.
    pub(super) fn to_json(self) -> Value {
        let mut error = json!({"code": self.code, "message": self.message});
        if let Some(class) = self.class {
            error["type"] = class.into();
        }
        json!({"error": error})
    }
}
