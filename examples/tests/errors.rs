//! What the caller gets when the service refuses, fails, or answers with something else than the API.

use std::fmt::Debug;

use examples::scripted::{Answer, ScriptedServer};
use stripe_billing::billing_intents::{self, BillingIntent, CommitError, ReleaseReservationError, ReserveError};
use stripe_billing::{Client, Error, Operation, Request};

/// The codes of each endpoint as the documentation of the API lists them: kind, code and HTTP status.
const RESERVE: [(ReserveError, &str, u16); 4] = [
    (ReserveError::AmountTooLarge, "amount_too_large", 400),
    (ReserveError::AmountTooSmall, "amount_too_small", 400),
    (ReserveError::InvalidStatusForReserve, "invalid_status_for_reserve", 400),
    (ReserveError::BillingIntentNotFound, "billing_intent_not_found", 404),
];
const COMMIT: [(CommitError, &str, u16); 11] = [
    (CommitError::InvalidStatusForCommit, "invalid_status_for_commit", 400),
    (CommitError::PaymentIntentAmountInvalid, "payment_intent_amount_invalid", 400),
    (CommitError::PaymentIntentCustomerInvalid, "payment_intent_customer_invalid", 400),
    (CommitError::PaymentIntentStatusInvalid, "payment_intent_status_invalid", 400),
    (CommitError::PaymentNotRequired, "payment_not_required", 400),
    (CommitError::PaymentNotRequiredForSendInvoice, "payment_not_required_for_send_invoice", 400),
    (CommitError::PaymentRequiredToCommit, "payment_required_to_commit", 400),
    (CommitError::PricingPlanSubscriptionAlreadyExists, "pricing_plan_subscription_already_exists", 400),
    (CommitError::BillingIntentNotFound, "billing_intent_not_found", 404),
    (CommitError::PaymentIntentNotFound, "payment_intent_not_found", 404),
    (CommitError::PaymentRecordNotFound, "payment_record_not_found", 404),
];
const RELEASE_RESERVATION: [(ReleaseReservationError, &str, u16); 2] = [
    (ReleaseReservationError::InvalidStatusForRelease, "invalid_status_for_release", 400),
    (ReleaseReservationError::BillingIntentNotFound, "billing_intent_not_found", 404),
];

#[tokio::test]
async fn every_code_of_reserve_arrives_as_its_own_kind() {
    check_codes(&RESERVE, |client| billing_intents::reserve(client, "bilint_123")).await;
}

#[tokio::test]
async fn every_code_of_commit_arrives_as_its_own_kind() {
    check_codes(&COMMIT, |client| billing_intents::commit(client, "bilint_123")).await;
}

#[tokio::test]
async fn every_code_of_release_reservation_arrives_as_its_own_kind() {
    check_codes(&RELEASE_RESERVATION, |client| billing_intents::release_reservation(client, "bilint_123")).await;
}

#[test]
fn known_holds_exactly_the_documented_codes() {
    check_known(ReserveError::KNOWN, &RESERVE);
    check_known(CommitError::KNOWN, &COMMIT);
    check_known(ReleaseReservationError::KNOWN, &RELEASE_RESERVATION);
}

fn check_known<K: PartialEq + Debug>(known: &[(K, &str, u16)], documented: &[(K, &str, u16)]) {
    assert_eq!(known.len(), documented.len(), "{known:?}");
    for row in documented {
        assert!(known.contains(row), "{row:?} is missing in {known:?}");
    }
}

/// Lets a server answer with each error and looks at what arrives.
async fn check_codes<O>(table: &[(O::Error, &str, u16)], request: impl Fn(&Client) -> Request<Client, O>)
where
    O: Operation<Output = BillingIntent>,
    O::Error: PartialEq,
{
    let body = |code: &str| format!(r#"{{"error": {{"code": "{code}", "message": "no: {code}"}}}}"#);
    let script = table.iter().map(|(_, code, status)| Answer::json(*status, &body(code))).collect();
    let server = ScriptedServer::start(script);
    let client = client(&server);
    for (kind, code, status) in table {
        let error = request(&client).await.expect_err(code);
        assert_eq!(error.to_string(), format!("{status} {code}: no: {code} (req_scripted)"));
        let Error::Api(error) = error else { panic!("{error:?}") };
        assert_eq!((error.status(), &error.kind), (*status, kind));
        assert_eq!((error.code(), error.kind.to_string()), (Some(*code), (*code).to_owned()));
        assert_eq!(error.message(), Some(format!("no: {code}").as_str()));
        assert_eq!(error.request_id(), Some("req_scripted"));
        assert_eq!(error.raw().text(), body(code));
    }
}

fn client(server: &ScriptedServer) -> Client {
    Client::builder().api_key("sk_test_example").base_url(server.base_url()).build().expect("a client for loopback")
}

/// What `commit` gives when the server answers like this.
async fn commit_error(answer: Answer) -> Error<CommitError> {
    let server = ScriptedServer::start(vec![answer]);
    billing_intents::commit(&client(&server), "bilint_123").await.expect_err("the answer is no intent")
}

#[tokio::test]
async fn a_code_that_is_new_or_of_another_endpoint_is_kept() {
    for code in ["billing_intent_expired", "invalid_status_for_reserve", "Invalid_Status_For_Commit", "neuer Grund €"]
    {
        let error = commit_error(Answer::json(409, &format!(r#"{{"error": {{"code": "{code}"}}}}"#))).await;
        let Error::Api(error) = error else { panic!("{error:?}") };
        let CommitError::Unknown(unknown) = &error.kind else { panic!("{error:?}") };
        assert_eq!((unknown.as_str(), error.code(), error.status()), (code, Some(code), 409));
        assert_eq!(error.kind, code, "an unknown kind compares with text");
        assert_eq!(error.to_string(), format!("409 {code} (req_scripted)"));
    }
}

#[tokio::test]
async fn whatever_the_server_answers_status_body_and_request_id_are_kept() {
    let page = "<html><body><h1>502 Bad Gateway</h1></body></html>";
    let message_only = r#"{"error": {"message": "The key is not valid"}}"#;
    // Status, content type, body, message, text of the error.
    let table = [
        (500, "text/html", page, None, "500 without an error code (req_scripted)"),
        (503, "text/plain", "", None, "503 without an error code (req_scripted)"),
        (401, "application/json", message_only, Some("The key is not valid"), ""),
        (400, "application/json", "{}", None, "400 without an error code (req_scripted)"),
        (400, "application/json", r#"{"error": "no such thing"}"#, None, "400 without an error code (req_scripted)"),
        (400, "application/json", r#"{"error": {"code": 7, "message": []}}"#, None, ""),
        (400, "application/json", r#"{"error": {"code": null, "message": null}}"#, None, ""),
        (400, "application/json", r#"{"error": {"code": "invalid_status"#, None, ""),
        (429, "application/json", "[]", None, "429 without an error code (req_scripted)"),
        (302, "text/html", "moved", None, "302 without an error code (req_scripted)"),
    ];
    for (status, content_type, body, message, text) in table {
        let error = commit_error(Answer::with_body(status, content_type, body)).await;
        let shown = error.to_string();
        assert!(text.is_empty() || shown == text, "{shown}");
        assert!(shown.starts_with(&format!("{status} without an error code")) && !shown.contains('<'), "{shown}");
        assert_eq!((error.status(), error.code(), error.message()), (Some(status), None, message), "{body}");
        assert_eq!(
            (error.raw().map(|raw| raw.text()).as_deref(), error.request_id()),
            (Some(body), Some("req_scripted")),
            "{body}"
        );
        let Error::Api(error) = error else { panic!("{error:?}") };
        assert!(matches!(&error.kind, CommitError::Unknown(unknown) if unknown == ""), "{error:?}");
    }
}

#[tokio::test]
async fn an_answer_without_request_id_and_with_other_than_utf_8_is_still_an_answer() {
    let head = "HTTP/1.1 500 Internal Server Error\r\ncontent-length: 4\r\n\r\n";
    let error = commit_error(Answer::bytes([head.as_bytes(), b"a\xff\xfeb"].concat())).await;
    assert_eq!(error.to_string(), "500 without an error code");
    assert_eq!((error.request_id(), error.raw().map(|raw| raw.text()).as_deref()), (None, Some("a\u{fffd}\u{fffd}b")));
}

#[tokio::test]
async fn every_status_but_2xx_is_an_error_of_the_api() {
    for status in [300, 304, 307, 400, 402, 403, 404, 409, 424, 429, 500, 502, 504, 599] {
        let body = if status == 304 { "" } else { r#"{"error": {"code": "payment_not_required"}}"# };
        let error = commit_error(Answer::json(status, body)).await;
        let Error::Api(error) = error else { panic!("{error:?}") };
        assert_eq!((error.status(), error.raw().text().as_ref()), (status, body));
        // The code decides, whatever the status.
        assert_eq!(error.kind == CommitError::PaymentNotRequired, status != 304);
    }
}

#[test]
fn errors_are_small_and_can_cross_threads() {
    fn check<E: std::error::Error + Send + Sync + 'static>() {}
    check::<Error<ReserveError>>();
    check::<Error<CommitError>>();
    check::<Error<ReleaseReservationError>>();
    assert!(size_of::<Error<CommitError>>() <= 64, "{} bytes", size_of::<Error<CommitError>>());
}
