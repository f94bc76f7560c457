//! What happens to connections between calls, for both clients.

use std::time::Duration;

use super::support::any_client::{AnyClient, for_each_client};
use super::support::fake_environment::FakeEnvironment;
use super::support::sample::{Order, commit, ping, remove};
use super::support::script::{ORDER, Turn, framed};
use super::support::server::{Received, Server};
use crate::runtime::{Error, RetryPolicy, TransportErrorKind};

for_each_client!(
    a_request_has_exactly_these_lines,
    connections_are_used_again_even_after_an_error,
    connections_that_the_server_has_closed_are_left_alone,
    what_follows_an_answer_is_not_the_next_one,
    redirects_are_not_followed,
    a_host_may_be_a_name,
    a_name_that_nobody_has_is_no_connection,
    what_is_meant_for_https_is_never_sent_in_plain_text,
    this_machine_can_be_reached_in_plain_text,
    each_call_has_a_key_of_its_own,
);

const KEY: &str = "sk_test_example";

fn client<C: AnyClient>(server: &Server) -> C {
    C::build(C::set_up().api_key(KEY).base_url(server.url())).unwrap()
}

fn playing(turns: impl Into<Vec<Turn>>) -> Server {
    Server::playing(turns, &FakeEnvironment::new(0))
}

fn a_request_has_exactly_these_lines<C: AnyClient>() {
    let server = playing([Turn::ok(), Turn::answer(204, &[], "")]);
    let client = client::<C>(&server);
    let host = server.url().replace("http://", "host: ");
    C::send(commit(&client, "ord/1").payment("pi_1").idempotency_key("key_1")).unwrap();
    C::send(ping(&client, "a b", 1).limit(2)).unwrap();
    let [post, get] = server.finish().try_into().unwrap();
    assert_eq!(post.body, br#"{"payment":"pi_1"}"#);
    assert_eq!(
        lines(&post),
        with_encoding([
            "POST /v2/orders/ord%2F1/commit HTTP/1.1",
            "accept: application/json",
            "authorization: Bearer sk_test_example",
            "content-length: 18",
            "content-type: application/json",
            &host,
            "idempotency-key: key_1",
            "sample-version: 2025-08-27.preview",
            "user-agent: sample/0.1.0",
        ])
    );
    assert_eq!(
        lines(&get),
        with_encoding([
            "GET /v2/hosts/a%20b:1?limit=2 HTTP/1.1",
            "accept: application/json",
            "authorization: Bearer sk_test_example",
            &host,
            "sample-version: 2025-08-27.preview",
            "user-agent: sample/0.1.0",
        ])
    );
}

/// The same with the header by which gzip is asked for, if it is.
fn with_encoding<const N: usize>(lines: [&str; N]) -> Vec<&str> {
    let mut lines = lines.to_vec();
    if cfg!(feature = "gzip") {
        lines.insert(1, "accept-encoding: gzip");
    }
    lines
}

/// The request line and the headers, whose order means nothing.
fn lines(received: &Received) -> Vec<&str> {
    let mut lines: Vec<_> = received.head.trim_end().lines().collect();
    lines[1..].sort_unstable();
    lines
}

fn connections_are_used_again_even_after_an_error<C: AnyClient>() {
    let fates = [Turn::error(404, &[]), Turn::error(500, &[]), Turn::ok(), Turn::answer(200, &[], "{}"), Turn::ok()];
    let server = Server::playing(fates, &FakeEnvironment::new(0));
    let client = C::set_up().environment(FakeEnvironment::new(0)).api_key(KEY).base_url(server.url());
    let client = C::build(client).unwrap();
    assert_eq!(C::send(commit(&client, "ord_1")).unwrap_err().status(), Some(404));
    assert_eq!(C::send(commit(&client, "ord_1")).unwrap().raw.attempts(), 2);
    assert_eq!(C::send(commit(&client.clone(), "ord_1")).unwrap_err().status(), Some(200));
    C::send(commit(&client, "ord_1")).unwrap();
    let connections: Vec<_> = server.finish().iter().map(|received| received.connection).collect();
    assert_eq!(connections, [0; 5]);
}

/// Nothing is sent on such a connection, even if nothing has looked after it since the last call: what must not be
/// repeated goes through too, and all is done once.
fn connections_that_the_server_has_closed_are_left_alone<C: AnyClient>() {
    const ROUNDS: usize = 6;
    let none = Turn::answer(204, &[], "").close();
    let server = playing(vec![[Turn::ok().close(), none.clone(), none]; ROUNDS].concat());
    let client = client::<C>(&server);
    for _ in 0..ROUNDS {
        assert_eq!(C::send(commit(&client, "ord_1")).unwrap().raw.attempts(), 1);
        server.wait_until_a_connection_is_known_to_have_ended();
        assert_eq!(C::send(remove(&client, "ord_1")).unwrap().raw.attempts(), 1);
        server.wait_until_a_connection_is_known_to_have_ended();
        assert_eq!(C::send(ping(&client, "a", 1)).unwrap().raw.attempts(), 1);
        server.wait_until_a_connection_is_known_to_have_ended();
    }
    let connections: Vec<_> = server.finish().iter().map(|received| received.connection).collect();
    assert_eq!(connections, (0..3 * ROUNDS).collect::<Vec<_>>());
}

/// A server, or a proxy on the way to it, that sends two answers to one request.
fn what_follows_an_answer_is_not_the_next_one<C: AnyClient>() {
    let forged = ORDER.replace("ord_1", "ord_forged");
    let twice = Turn::raw([framed(200, &[], ORDER.as_bytes()), framed(200, &[], forged.as_bytes())].concat());
    let server = playing([twice.clone(), twice, Turn::ok()]);
    let client = client::<C>(&server);
    for _ in 0..3 {
        let response = C::send(commit(&client, "ord_1")).unwrap();
        assert_eq!((response.output, response.raw.attempts()), (Order::example(), 1));
    }
}

fn redirects_are_not_followed<C: AnyClient>() {
    let elsewhere = playing([]);
    for status in [301, 302, 303, 307, 308] {
        for place in [elsewhere.url(), elsewhere.url().replace("http:", "")] {
            let server = playing([Turn::answer(status, &[("location", &place)], "")]);
            let error = C::send(commit(&client::<C>(&server), "ord_1")).unwrap_err();
            assert_eq!((error.status(), error.attempts()), (Some(status), 1));
            assert_eq!(error.raw().unwrap().headers()["location"], place);
            assert_eq!(server.finish().len(), 1);
        }
    }
    assert_eq!(elsewhere.connections(), 0);
}

fn a_host_may_be_a_name<C: AnyClient>() {
    let server = playing([Turn::ok(), Turn::ok()]);
    let client = C::set_up().api_key(KEY).base_url(server.url().replace("127.0.0.1", "localhost"));
    let client = C::build(client).unwrap();
    C::send(commit(&client, "ord_1")).unwrap();
    C::send(commit(&client, "ord_1")).unwrap();
    assert_eq!(server.connections(), 1);
}

fn a_name_that_nobody_has_is_no_connection<C: AnyClient>() {
    // Longer than a part of a name may be, so that no name service is asked.
    let host = "a".repeat(64);
    let client = C::set_up().api_key(KEY).allow_http_to(&host).base_url(format!("http://{host}:1"));
    let client = C::build(client.retry(RetryPolicy::never())).unwrap();
    let error = C::send(commit(&client, "ord_1")).unwrap_err();
    let kind = if let Error::Transport(error) = &error { Some(error.kind()) } else { None };
    assert_eq!(kind, Some(TransportErrorKind::Connect), "{error}");
}

/// Not even by a client that knows nothing of TLS, because it was made for a place without.
fn what_is_meant_for_https_is_never_sent_in_plain_text<C: AnyClient>() {
    let server = playing([Turn::ok()]);
    let request = commit(&client::<C>(&server), "ord_1").base_url(server.url().replace("http:", "https:"));
    let error = C::send(request.attempt_timeout(Duration::from_millis(80)).retry(RetryPolicy::never())).unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error}");
    assert_eq!(server.finish().len(), 0);
}

/// Also by a client that was made for another place, with TLS.
fn this_machine_can_be_reached_in_plain_text<C: AnyClient>() {
    let server = playing([Turn::ok()]);
    // Without TLS in this build, there is no such client.
    let Ok(client) = C::build(C::set_up().api_key(KEY)) else { return };
    C::send(commit(&client, "ord_1").base_url(server.url())).unwrap();
}

fn each_call_has_a_key_of_its_own<C: AnyClient>() {
    let server = Server::repeating(Turn::ok());
    let client = client::<C>(&server);
    let request = commit(&client, "ord_1");
    for _ in 0..50 {
        C::send(request.clone()).unwrap();
    }
    let received = server.finish();
    let keys: std::collections::HashSet<_> =
        received.iter().map(|one| one.header("idempotency-key").unwrap()).collect();
    assert!(keys.iter().all(|key| super::table::is_uuid(key)), "{keys:?}");
    assert_eq!(keys.len(), 50);
}

/// The clock of tokio goes on by this while nothing is under way.
#[cfg(feature = "async")]
#[test]
fn a_connection_is_kept_for_ninety_seconds() {
    for (idle, connections) in [(89, 1), (91, 2)] {
        let server = playing([Turn::ok(), Turn::ok()]);
        let client = client::<crate::runtime::Client>(&server);
        super::support::any_client::block_on(async {
            commit(&client, "ord_1").await.unwrap();
            tokio::time::pause();
            tokio::time::advance(std::time::Duration::from_secs(idle)).await;
            tokio::time::resume();
            commit(&client, "ord_1").await.unwrap();
        });
        assert_eq!(server.connections(), connections, "{idle}");
    }
}

/// Nobody has to make a call for that.
#[cfg(feature = "async")]
#[test]
fn what_is_kept_in_vain_is_given_up() {
    let server = playing([Turn::ok()]);
    let client = client::<crate::runtime::Client>(&server);
    super::support::any_client::block_on(async {
        commit(&client, "ord_1").await.unwrap();
        tokio::time::pause();
        // The time between two looks passes again and again.
        for _ in 0..10 {
            tokio::time::advance(std::time::Duration::from_secs(10)).await;
            tokio::task::yield_now().await;
        }
        tokio::time::resume();
    });
    server.wait_for_the_end_of_a_connection();
    assert_eq!(server.connections(), 1);
}

/// What moved its connections is gone with the runtime.
#[cfg(feature = "async")]
#[test]
fn a_client_outlives_a_runtime() {
    let server = playing([Turn::ok(), Turn::ok(), Turn::ok()]);
    let client = client::<crate::runtime::Client>(&server);
    for connections in 1..=3 {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let response = runtime.block_on(commit(&client, "ord_1").with_response().into_future()).unwrap();
        assert_eq!((response.raw.attempts(), server.connections()), (1, connections));
    }
}
