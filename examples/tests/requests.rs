//! What the generated client sends, byte for byte.

use std::fs;

use examples::scripted::{Answer, ScriptedServer};
use stripe_billing::billing_intents::{BillingIntent, commit, release_reservation, reserve};
use stripe_billing::{Client, Error, Operation, Request};

const INTENT: &str = include_str!("responses/reserved.json");

/// Sends a request to a server below `path` and compares it with `tests/requests/<name>.http`.
///
/// In those files a line of the head ends in a line feed, which stands for CR LF, and `{authority}` stands for host
/// and port of the server. The body begins after the empty line and ends before the last line feed.
async fn check<O>(name: &str, path: &str, request: impl FnOnce(&Client) -> Request<Client, O>)
where
    O: Operation<Output = BillingIntent>,
{
    let server = ScriptedServer::start(vec![Answer::json(200, INTENT)]);
    let request = request(&client(&format!("{}{path}", server.base_url())));
    request.idempotency_key("order-42").await.expect("the server answers with an intent");

    let file = format!("{}/tests/requests/{name}.http", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(file).expect("the expected request is written down");
    let (head, body) = text.split_once("\n\n").expect("an empty line ends the head");
    let head = head.replace('\n', "\r\n").replace("{authority}", &server.authority());
    let expected = format!("{head}\r\n\r\n{}", body.strip_suffix('\n').expect("a line feed ends the file"));
    assert_eq!(sent(&server), [expected], "{name}");
}

fn client(base_url: &str) -> Client {
    Client::builder().api_key("sk_test_example").base_url(base_url).build().expect("a client for loopback")
}

fn sent(server: &ScriptedServer) -> Vec<String> {
    let requests = server.seen().requests.into_iter();
    requests.map(|request| String::from_utf8(request).expect("requests are ASCII")).collect()
}

#[tokio::test]
async fn reserve_sends_an_empty_object() {
    check("reserve", "", |client| reserve(client, "bilint_123")).await;
}

#[tokio::test]
async fn commit_without_payment_intent_leaves_it_out() {
    check("commit", "", |client| commit(client, "bilint_123")).await;
}

#[tokio::test]
async fn commit_sends_the_payment_intent() {
    check("commit_with_payment_intent", "", |client| commit(client, "bilint_123").payment_intent("pi_123")).await;
}

#[tokio::test]
async fn release_reservation_sends_an_empty_object() {
    check("release_reservation", "", |client| release_reservation(client, "bilint_123")).await;
}

#[tokio::test]
async fn an_id_stays_one_segment_of_the_path() {
    check("reserve_with_reserved_characters", "", |client| reserve(client, "a/b?c#d é%")).await;
}

#[tokio::test]
async fn a_base_url_keeps_its_path() {
    check("reserve_below_a_path", "/proxy/billing", |client| reserve(client, "bilint_123")).await;
    check("reserve_below_a_path", "/proxy/billing/", |client| reserve(client, "bilint_123")).await;
}

#[tokio::test]
async fn every_character_but_the_unreserved_is_encoded() {
    let table = [
        ("AZaz09-._~", "AZaz09-._~"),
        ("a b+c", "a%20b%2Bc"),
        ("%2F", "%252F"),
        ("../../v2/core", "..%2F..%2Fv2%2Fcore"),
        ("...", "..."),
        ("!$&'()*,;=:@", "%21%24%26%27%28%29%2A%2C%3B%3D%3A%40"),
        ("\"<>[]\\^`{|}", "%22%3C%3E%5B%5D%5C%5E%60%7B%7C%7D"),
        ("\0\r\n\t\u{7f}", "%00%0D%0A%09%7F"),
        ("é日🦀", "%C3%A9%E6%97%A5%F0%9F%A6%80"),
        (" ", "%20"),
    ];
    let server = ScriptedServer::start(vec![Answer::json(200, INTENT)]);
    let client = client(&server.base_url());
    for (id, _) in table {
        reserve(&client, id).await.unwrap_or_else(|error| panic!("{id:?}: {error}"));
    }
    for (request, (id, segment)) in sent(&server).iter().zip(table) {
        let line = format!("POST /v2/billing/intents/{segment}/reserve HTTP/1.1\r\n");
        assert!(request.starts_with(&line), "{id:?}: {request}");
    }
}

#[tokio::test]
async fn an_id_that_names_another_path_is_refused_before_anything_is_sent() {
    let server = ScriptedServer::start(vec![Answer::json(200, INTENT)]);
    let client = client(&server.base_url());
    for id in ["", ".", ".."] {
        check_refused(reserve(&client, id), "billing_intents.reserve").await;
        check_refused(commit(&client, id), "billing_intents.commit").await;
        check_refused(release_reservation(&client, id), "billing_intents.release_reservation").await;
    }
    // Connections are taken in order: had one of those calls made one, it would be there before this one.
    reserve(&client, "bilint_123").await.expect("the server answers with an intent");
    assert_eq!((server.seen().connections, server.seen().requests.len()), (1, 1));
}

async fn check_refused<O: Operation<Output = BillingIntent>>(request: Request<Client, O>, name: &str) {
    let error = request.await.expect_err("the id is refused");
    assert_eq!((error.status(), error.request_id(), error.raw().is_none()), (None, None, true));
    let Error::Request(refusal) = &error else { panic!("{name}: {error:?}") };
    assert_eq!((refusal.operation(), refusal.parameter()), (name, Some("id")));
    assert!(error.to_string().starts_with(&format!("{name} was not sent: `id` must not be")), "{error}");
}
