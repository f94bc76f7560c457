//! The billing service on loopback keeps the lifecycle of an intent, seen through the generated client.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use examples::service::{Amounts, BillingService, Collection, Intent, Ledger, Payment, Status};
use stripe_billing::billing_intents::{self, BillingIntent, StatusTransitions};
use stripe_billing::{Client, Error};

const KEY: &str = "sk_test_example";

/// What a call comes to: the new status, or the HTTP status and the code of the refusal.
#[derive(Debug, PartialEq)]
enum Outcome {
    Is(String),
    Refused(u16, String),
}

fn is(status: &str) -> Outcome {
    Outcome::Is(status.to_owned())
}

fn refused(status: u16, code: &str) -> Outcome {
    Outcome::Refused(status, code.to_owned())
}

fn outcome<E: std::fmt::Debug>(result: Result<BillingIntent, Error<E>>) -> Outcome {
    match result {
        Ok(intent) => is(intent.status.as_str()),
        Err(Error::Api(error)) => {
            let id = error.request_id().expect("each answer has an id");
            assert!(id.starts_with("req_") && error.message().is_some(), "{error:?}");
            refused(error.status(), error.code().expect("each refusal has a code"))
        }
        Err(error) => panic!("{error:?}"),
    }
}

async fn start(ledger: Ledger) -> (BillingService, Client) {
    let service = BillingService::start(KEY, ledger).await.expect("loopback has a free port");
    let client = Client::builder().api_key(KEY).base_url(service.base_url()).build().expect("a client for loopback");
    (service, client)
}

#[tokio::test]
async fn every_call_in_every_status() {
    let reserve_refused = || refused(400, "invalid_status_for_reserve");
    let commit_refused = || refused(400, "invalid_status_for_commit");
    let release_refused = || refused(400, "invalid_status_for_release");
    // Status, then what reserve, commit and release_reservation come to.
    let table = [
        (Status::Draft, is("reserved"), commit_refused(), release_refused()),
        (Status::Reserved, reserve_refused(), is("committed"), is("draft")),
        (Status::Committed, reserve_refused(), commit_refused(), release_refused()),
        (Status::Canceled, reserve_refused(), commit_refused(), release_refused()),
    ];
    for (status, reserve, commit, release) in table {
        let ledger = ["bilint_1", "bilint_2", "bilint_3"].into_iter().fold(Ledger::default(), |ledger, id| {
            ledger.with_intent(Intent::new(id, status)) // an intent for each call
        });
        let (_service, client) = start(ledger.with_payment(Payment::new("pi_1"))).await;
        let found = outcome(billing_intents::reserve(&client, "bilint_1").await);
        assert_eq!(found, reserve, "reserve of {status:?}");
        let found = outcome(billing_intents::commit(&client, "bilint_2").payment_intent("pi_1").await);
        assert_eq!(found, commit, "commit of {status:?}");
        let found = outcome(billing_intents::release_reservation(&client, "bilint_3").await);
        assert_eq!(found, release, "release_reservation of {status:?}");
    }
}

#[tokio::test]
async fn transitions_are_written_kept_and_cleared() {
    fn check(intent: &BillingIntent, reserved: bool, committed: bool) {
        let StatusTransitions { drafted_at, reserved_at, committed_at, canceled_at, .. } = intent.status_transitions;
        assert_eq!(drafted_at, Some(intent.created));
        assert_eq!((reserved_at.is_some(), committed_at.is_some()), (reserved, committed), "{intent:?}");
        assert_eq!(canceled_at, None);
    }
    let (_service, client) =
        start(Ledger::default().with_intent(Intent::new("bilint_1", Status::Draft)).with_payment(Payment::new("pi_1")))
            .await;
    check(&billing_intents::reserve(&client, "bilint_1").await.expect("a draft"), true, false);
    check(&billing_intents::release_reservation(&client, "bilint_1").await.expect("reserved"), false, false);
    check(&billing_intents::reserve(&client, "bilint_1").await.expect("a draft"), true, false);
    let commit = billing_intents::commit(&client, "bilint_1").payment_intent("pi_1");
    check(&commit.await.expect("reserved"), true, true);
}

#[tokio::test]
async fn money_decides_whether_a_commit_needs_a_payment() {
    use Collection::{Automatic, SendInvoice};
    let table = [
        (2200, Automatic, Some("pi_paid"), is("committed")),
        (2200, Automatic, None, refused(400, "payment_required_to_commit")),
        (2200, Automatic, Some("pi_pending"), refused(400, "payment_intent_status_invalid")),
        (2201, Automatic, Some("pi_paid"), refused(400, "payment_intent_amount_invalid")),
        (2200, Automatic, Some("pi_of_another"), refused(400, "payment_intent_customer_invalid")),
        (2200, Automatic, Some("pi_unknown"), refused(404, "payment_intent_not_found")),
        (0, Automatic, Some("pi_paid"), refused(400, "payment_not_required")),
        (-5, Automatic, Some("pi_paid"), refused(400, "payment_not_required")),
        (2200, SendInvoice, Some("pi_paid"), refused(400, "payment_not_required_for_send_invoice")),
        (0, SendInvoice, Some("pi_paid"), refused(400, "payment_not_required_for_send_invoice")),
        (0, Automatic, None, is("committed")),
        (-5, Automatic, None, is("committed")),
        (2200, SendInvoice, None, is("committed")),
    ];
    for (total, collection, payment, expected) in table {
        let intent = intent(Status::Reserved, total, collection);
        let ledger = Ledger::default()
            .with_intent(intent)
            .with_payment(Payment::new("pi_paid"))
            .with_payment(Payment { succeeded: false, ..Payment::new("pi_pending") })
            .with_payment(Payment { customer: "cus_other".to_owned(), ..Payment::new("pi_of_another") });
        let (_service, client) = start(ledger).await;
        let mut commit = billing_intents::commit(&client, "bilint_1");
        if let Some(payment) = payment {
            commit = commit.payment_intent(payment);
        }
        assert_eq!(outcome(commit.await), expected, "{total} {collection:?} {payment:?}");
    }
}

fn intent(status: Status, total: i64, collection: Collection) -> Intent {
    let mut intent = Intent::new("bilint_1", status);
    intent.amounts = Amounts { subtotal: total, discount: 0, tax: 0, shipping: 0 };
    intent.collection = collection;
    intent
}

#[tokio::test]
async fn a_charge_has_bounds() {
    let table = [
        (49, refused(400, "amount_too_small")),
        (50, is("reserved")),
        (0, is("reserved")),
        (-1, is("reserved")),
        (99_999_999, is("reserved")),
        (100_000_000, refused(400, "amount_too_large")),
    ];
    for (total, expected) in table {
        let intent = intent(Status::Draft, total, Collection::Automatic);
        let (_service, client) = start(Ledger::default().with_intent(intent)).await;
        assert_eq!(outcome(billing_intents::reserve(&client, "bilint_1").await), expected, "{total}");
    }
}

#[tokio::test]
async fn an_intent_that_is_not_there_is_not_found() {
    let (_service, client) = start(Ledger::default()).await;
    let expected = refused(404, "billing_intent_not_found");
    assert_eq!(outcome(billing_intents::reserve(&client, "bilint_1").await), expected);
    assert_eq!(outcome(billing_intents::commit(&client, "bilint_1").await), expected);
    assert_eq!(outcome(billing_intents::release_reservation(&client, "bilint_1").await), expected);
}

#[tokio::test]
async fn an_id_may_hold_any_text() {
    for id in ["a/b?c#d é%", "..%2F", " ", "+", "\n", "🦀"] {
        let (_service, client) = start(Ledger::default().with_intent(Intent::new(id, Status::Draft))).await;
        let intent = billing_intents::reserve(&client, id).await.unwrap_or_else(|error| panic!("{id:?}: {error}"));
        assert_eq!(intent.id, id);
    }
}

#[tokio::test]
async fn another_key_is_refused() {
    let (service, _) = start(Ledger::default().with_intent(Intent::new("bilint_1", Status::Draft))).await;
    let stranger = Client::builder().api_key("another_key").base_url(service.base_url()).build().expect("a client");
    let expected = refused(401, "unauthorized");
    assert_eq!(outcome(billing_intents::reserve(&stranger, "bilint_1").await), expected);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_body_is_not_needed() {
    let head = format!("HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {KEY}\r\nconnection: close\r\n");
    let table = [
        ("POST", "reserve", "", "200"),
        ("POST", "release_reservation", "content-length: 0\r\n\r\n", "200"),
        ("POST", "reserve", "content-length: 2\r\n\r\n{}", "200"),
        ("POST", "commit", "content-length: 2\r\n\r\n[]", "400"),
        ("POST", "commit", "content-length: 9\r\n\r\n{\"a\": \"\"}", "400"),
        ("POST", "commit", "content-length: 20\r\n\r\n{\"payment_intent\":1}", "400"),
        ("POST", "commit", "content-length: 25\r\n\r\n{\"payment_intent\":\"pi_1\"}", "200"),
        ("GET", "reserve", "", "404"),
        ("POST", "cancel", "", "404"),
    ];
    let ledger = Ledger::default().with_intent(Intent::new("bilint_1", Status::Draft));
    let (service, _) = start(ledger.with_payment(Payment::new("pi_1"))).await;
    for (method, call, rest, status) in table {
        let rest = if rest.is_empty() { "\r\n" } else { rest };
        let response =
            exchange(service.address(), &format!("{method} /v2/billing/intents/bilint_1/{call} {head}{rest}"));
        assert!(response.starts_with(&format!("HTTP/1.1 {status} ")), "{method} {call} {rest:?}: {response}");
    }
}

/// Sends literal bytes and reads until the service closes the connection.
fn exchange(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("the service listens");
    stream.write_all(request.as_bytes()).expect("the service reads");
    let mut response = String::new();
    stream.read_to_string(&mut response).expect("the service answers in UTF-8");
    response
}
