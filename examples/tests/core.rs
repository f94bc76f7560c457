//! Requests without any client, and a client with a transport of one's own.

use std::sync::{Arc, Mutex};

use hyper::body::Bytes;
use hyper::http::{self, HeaderMap};
use stripe_billing::billing_intents::{self, BillingIntent, Commit, CommitError, ReleaseReservation, Reserve};
use stripe_billing::{
    API_VERSION, Body, Client, Config, Error, Limits, Operation, Request, Transport, TransportError,
    TransportErrorKind, TransportFuture,
};

const COMMITTED: &str = include_str!("responses/committed.json");

fn config() -> Config {
    Config::new("sk_test_example").expect("the key can be sent")
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().expect("headers are ASCII"))
}

#[test]
fn a_configuration_makes_requests_without_a_client() {
    let request = billing_intents::commit(&config(), "bilint_123").payment_intent("pi_123");
    let request = request.into_http().expect("the id can be sent");
    assert_eq!(request.method(), http::Method::POST);
    assert_eq!(request.uri(), "https://api.stripe.com/v2/billing/intents/bilint_123/commit");
    assert_eq!(request.body(), r#"{"payment_intent":"pi_123"}"#);
    let headers = request.headers();
    assert_eq!(header(headers, "authorization"), Some("Bearer sk_test_example"));
    assert_eq!(header(headers, "stripe-version"), Some(API_VERSION));
    assert_eq!(header(headers, "content-type"), Some("application/json"));
    assert_eq!(header(headers, "accept"), Some("application/json"));
    assert!(header(headers, "user-agent").is_some_and(|agent| agent.starts_with("stripe-billing/")));
    assert!(headers["authorization"].is_sensitive(), "the key is marked as a secret");
    assert_eq!(headers.len(), 5, "{headers:?}");
}

/// A request says for itself what it says to a client.
#[test]
fn what_is_set_for_a_request_is_in_it() {
    let request = || billing_intents::commit(&config(), "bilint_123");
    let own = request().idempotency_key("order-42").stripe_account("acct_1").api_key("another_key");
    let own = own.base_url("https://proxy.example.com/stripe").into_http().expect("all of it can be sent");
    assert_eq!(own.uri(), "https://proxy.example.com/stripe/v2/billing/intents/bilint_123/commit");
    let sent = ["authorization", "stripe-account", "idempotency-key"].map(|name| header(own.headers(), name));
    assert_eq!(sent, [Some("Bearer another_key"), Some("acct_1"), Some("order-42")]);

    let refused = request().header("authorization", "Bearer x").into_http().expect_err("it is the client's own");
    assert!(refused.to_string().contains("authorization"), "{refused}");
    let refused = request().idempotency_key("").into_http().expect_err("a key has letters");
    assert_eq!((refused.operation(), refused.parameter()), ("billing_intents.commit", None));
}

/// A client without a transport of its own gives the same request.
#[test]
fn a_client_gives_what_it_would_send() {
    let client = Client::builder().api_key("sk_test_example").stripe_account("acct_1").build().expect("a client");
    let request = billing_intents::reserve(&client, "bilint_123").into_http().expect("the id can be sent");
    assert_eq!(request.uri(), "https://api.stripe.com/v2/billing/intents/bilint_123/reserve");
    assert_eq!(header(request.headers(), "stripe-account"), Some("acct_1"));
}

#[test]
fn every_operation_knows_its_endpoint() {
    fn check<O: Operation>(name: &str, path: &str) {
        assert_eq!((O::ENDPOINT.name, O::ENDPOINT.path), (name, path));
    }
    check::<Reserve>("billing_intents.reserve", "/v2/billing/intents/{id}/reserve");
    check::<Commit>("billing_intents.commit", "/v2/billing/intents/{id}/commit");
    check::<ReleaseReservation>("billing_intents.release_reservation", "/v2/billing/intents/{id}/release_reservation");
}

#[test]
fn an_operation_reads_a_response_without_a_client() {
    let intent = Commit::from_http(http::Response::new(COMMITTED.into())).expect("an intent");
    assert_eq!(intent, BillingIntent::from_json(COMMITTED).expect("an intent"));

    let mut refusal = http::Response::new(Bytes::from(r#"{"error": {"code": "payment_intent_not_found"}}"#));
    *refusal.status_mut() = http::StatusCode::NOT_FOUND;
    let Err(Error::Api(error)) = Commit::from_http(refusal) else { panic!("a refusal") };
    assert_eq!((error.status(), error.kind), (404, CommitError::PaymentIntentNotFound));
}

#[test]
fn operations_are_values() {
    let config = config();
    let commit = || billing_intents::commit(&config, "bilint_123");
    assert_eq!(commit().operation(), commit().clone().operation());
    assert_ne!(commit().operation(), commit().payment_intent("pi_123").operation());
    let paid = commit().payment_intent("pi_1").payment_intent("pi_2");
    assert_eq!(paid.operation(), commit().payment_intent("pi_2").operation(), "the last one counts");
    let client = Client::new("sk_test_example").expect("a client");
    let bound = Request::new(&client, paid.operation().clone());
    assert_eq!(bound.operation(), paid.operation(), "it goes from request to request");
}

/// A transport that keeps what it is given and answers with a committed intent, or not at all.
#[derive(Clone, Default)]
struct InMemory {
    sent: Arc<Mutex<Vec<http::Request<Body>>>>,
    fails: bool,
}

impl Transport for InMemory {
    fn send(&self, request: http::Request<Body>, _limits: Limits) -> TransportFuture {
        let (sent, fails) = (Arc::clone(&self.sent), self.fails);
        Box::pin(async move {
            sent.lock().expect("no test panics in here").push(request);
            if fails {
                Err(TransportError::new(TransportErrorKind::Other, "the cable is cut"))
            } else {
                Ok(http::Response::new(COMMITTED.into()))
            }
        })
    }
}

#[tokio::test]
async fn a_client_takes_any_transport() {
    let transport = InMemory::default();
    let client = Client::builder().api_key("sk_test_example").transport(transport.clone()).build().expect("a client");
    let intent = billing_intents::commit(&client, "bilint_123").payment_intent("pi_123").await.expect("an intent");
    assert_eq!(intent.status, "committed");

    let sent = transport.sent.lock().expect("no test panics in here");
    let expected = billing_intents::commit(&config(), "bilint_123").payment_intent("pi_123");
    let expected = expected.into_http().expect("the id can be sent");
    assert_eq!(sent.len(), 1);
    let mut headers = sent[0].headers().clone();
    assert!(headers.remove("idempotency-key").is_some(), "a client adds a key");
    assert_eq!((sent[0].uri(), &headers), (expected.uri(), expected.headers()));
    assert_eq!(sent[0].body().as_bytes(), Some(expected.body()));
}

#[tokio::test]
async fn what_a_transport_says_arrives_as_a_transport_error() {
    let transport = InMemory { fails: true, ..InMemory::default() };
    let client = Client::builder().api_key("sk_test_example").transport(transport.clone()).build().expect("a client");
    let error = billing_intents::commit(&client, "bilint_123").await.expect_err("the transport fails");
    assert!(matches!(&error, Error::Transport(_)), "{error:?}");
    assert_eq!(error.to_string(), "no answer: the cable is cut");
    let error = billing_intents::commit(&client, "..").await.expect_err("the id is refused");
    assert!(matches!(&error, Error::Request(_)), "{error:?}");
    assert_eq!(transport.sent.lock().expect("no test panics in here").len(), 1, "what is refused is not sent");
}
