//! Tokens that a client gets by itself: when it asks for one, for how long it keeps it, and what happens without one.

use std::error::Error as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::support::any_client::{AnyClient, for_each_client};
use super::support::fake_environment::FakeEnvironment;
use super::support::script::{Turn, framed};
use super::support::server::{Received, Server};
use super::support::vault::{ByRobot, ROBOT, VAULT_CALLS, by_robot};
use crate::runtime::{
    ClientBuilder, Config, ConfigError, Credential, Error, Request, RetryPolicy, TokenClient, TokenError,
    TransportErrorKind,
};

for_each_client!(
    a_token_is_asked_for_once_and_kept,
    a_token_is_renewed_before_its_end,
    a_refused_token_is_renewed_once,
    one_asks_and_the_others_wait,
    failures_of_the_token_endpoint_are_told_as_such,
    an_overloaded_token_endpoint_is_asked_again,
    a_silent_token_endpoint_takes_the_time_of_the_attempt,
    a_moved_client_does_not_ask_the_real_service,
    a_token_of_ones_own_is_sent_as_it_is,
);

const TOKEN: &str = r#"{"access_token":"tok_1","token_type":"bearer","expires_in":3600}"#;
const OTHER: &str = r#"{"access_token":"tok_2","token_type":"Bearer","expires_in":"3600"}"#;

fn builder<C: AnyClient + TokenClient>(url: String, clock: &FakeEnvironment) -> ClientBuilder<C> {
    drop(C::set_up());
    let builder = ClientBuilder::for_service(&VAULT_CALLS).base_url(url).environment(clock.clone());
    builder.get_tokens(&ROBOT, &"robot 1".into(), &"s:cret".into(), None)
}

/// A client of a server that plays these turns.
fn playing<C: AnyClient + TokenClient>(turns: &[Turn], clock: &FakeEnvironment) -> (C, Server) {
    let server = Server::playing(turns, clock);
    let client = C::build(builder::<C>(server.url(), clock).retry(RetryPolicy::times(2))).unwrap();
    (client, server)
}

fn token(body: &str) -> Turn {
    Turn::answer(200, &[], body)
}

fn nothing() -> Turn {
    Turn::answer(200, &[], "")
}

fn call<C: AnyClient>(client: &C) -> Result<u32, Error> {
    C::send(by_robot(client)).map(|response| response.raw.attempts())
}

/// The paths that were asked for, and what proved who did.
fn asked(received: &[Received]) -> Vec<(&str, &str)> {
    let path = |received: &'_ Received| -> usize { received.head.find(" HTTP").unwrap() };
    received.iter().map(|one| (&one.head[..path(one)], one.header("authorization").unwrap_or_default())).collect()
}

// `robot%201:s%3Acret`, as RFC 6749 has it.
const BASIC: &str = "Basic cm9ib3QlMjAxOnMlM0FjcmV0";

fn a_token_is_asked_for_once_and_kept<C: AnyClient + TokenClient>() {
    let clock = FakeEnvironment::new(1);
    let (client, server) = playing::<C>(&[token(TOKEN), nothing(), nothing()], &clock);
    assert_eq!(call(&client).unwrap(), 1);
    assert_eq!(call(&client.clone()).unwrap(), 1);
    let received = server.finish();
    let expected = [("POST /oauth/token", BASIC), ("GET /vault", "Bearer tok_1"), ("GET /vault", "Bearer tok_1")];
    assert_eq!(asked(&received), expected);
    assert_eq!(received[0].header("content-type"), Some("application/x-www-form-urlencoded"));
    let body = String::from_utf8(received[0].body.clone()).unwrap();
    assert_eq!(body, "grant_type=client_credentials&scope=files.read%20files.write");
}

fn a_token_is_renewed_before_its_end<C: AnyClient + TokenClient>() {
    let clock = FakeEnvironment::new(1);
    let (client, server) = playing::<C>(&[token(TOKEN), nothing(), nothing(), token(OTHER), nothing()], &clock);
    call(&client).unwrap();
    clock.pass(Duration::from_secs(3539));
    call(&client).unwrap();
    clock.pass(Duration::from_secs(1));
    call(&client).unwrap();
    let received = server.finish();
    let proofs: Vec<&str> = asked(&received).into_iter().map(|(_, proof)| proof).collect();
    assert_eq!(proofs, [BASIC, "Bearer tok_1", "Bearer tok_1", BASIC, "Bearer tok_2"]);
}

fn a_refused_token_is_renewed_once<C: AnyClient + TokenClient>() {
    let clock = FakeEnvironment::new(1);
    let refused = || Turn::error(401, &[]);
    let turns = [token(TOKEN), refused(), token(OTHER), nothing(), refused(), token(TOKEN), refused()];
    let (client, server) = playing::<C>(&turns, &clock);
    assert_eq!(call(&client).unwrap(), 1);
    assert_eq!(call(&client).unwrap_err().status(), Some(401));
    let received = server.finish();
    let proofs: Vec<&str> = asked(&received).into_iter().map(|(_, proof)| proof).collect();
    let expected = [BASIC, "Bearer tok_1", BASIC, "Bearer tok_2", "Bearer tok_2", BASIC, "Bearer tok_1"];
    assert_eq!(proofs, expected);
}

fn one_asks_and_the_others_wait<C: AnyClient + TokenClient>() {
    let fetches = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&fetches);
    let server = Server::deciding([], move |received| {
        if received.head.starts_with("POST") {
            counted.fetch_add(1, Ordering::Relaxed);
            return Turn::at_once().send(framed(200, &[], TOKEN.as_bytes()));
        }
        assert_eq!(received.header("authorization"), Some("Bearer tok_1"));
        Turn::at_once().send(framed(200, &[], b""))
    });
    let client = C::build(builder::<C>(server.url(), &FakeEnvironment::new(1))).unwrap();
    let left = Arc::new(AtomicUsize::new(40));
    let next = {
        let (client, left) = (client, Arc::clone(&left));
        move || {
            let is_left = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok();
            is_left.then(|| by_robot(&client))
        }
    };
    C::send_all(8, next, |sent| assert!(sent.is_ok()));
    assert_eq!(fetches.load(Ordering::Relaxed), 1);
}

fn token_error(error: &Error) -> &TokenError {
    let Error::Transport(transport) = error else { panic!("{error}") };
    transport.source().unwrap().downcast_ref().unwrap()
}

fn failures_of_the_token_endpoint_are_told_as_such<C: AnyClient + TokenClient>() {
    for (status, body, text) in [
        (
            401,
            r#"{"error":"invalid_client","error_description":"s:cret"}"#,
            "the token endpoint answered 401: invalid_client",
        ),
        (400, r#"{"error":"s:cret"}"#, "the token endpoint answered 400"),
        (302, "", "the token endpoint answered 302"),
        (200, "<html>tok_1</html>", "the token endpoint answered 200 with HTML in place of JSON"),
        (200, "tok_1", "the token endpoint answered 200 with other than JSON"),
        (200, r#"{"token":"tok_1"}"#, "the token endpoint answered 200 without a token that can be sent"),
        (
            200,
            r#"{"access_token":"tok_1","token_type":"mac"}"#,
            "the token endpoint answered 200 without a token that can be sent",
        ),
        (200, r#"{"access_token":"tok 1"}"#, "the token endpoint answered 200 without a token that can be sent"),
    ] {
        let (client, server) = playing::<C>(&[Turn::answer(status, &[], body)], &FakeEnvironment::new(1));
        let error = call(&client).unwrap_err();
        assert_eq!(error.to_string(), format!("no answer: there is no access token: {text}"));
        assert_eq!((token_error(&error).status(), error.attempts()), (Some(status), 1));
        assert_eq!(token_error(&error).code(), text.split_once(": ").map(|(_, code)| code));
        assert!(!format!("{error:?}").contains("s:cret") && !format!("{error:?}").contains("tok_1"));
        assert_eq!(server.finish().len(), 1);
    }
}

fn an_overloaded_token_endpoint_is_asked_again<C: AnyClient + TokenClient>() {
    let clock = FakeEnvironment::new(1);
    let (client, server) = playing::<C>(&[Turn::answer(503, &[], ""), token(TOKEN), nothing()], &clock);
    assert_eq!(call(&client).unwrap(), 2);
    assert_eq!(server.finish().len(), 3);
}

fn a_silent_token_endpoint_takes_the_time_of_the_attempt<C: AnyClient + TokenClient>() {
    let clock = FakeEnvironment::new(1);
    let server = Server::playing([Turn::after_request().silence()], &clock);
    let builder = builder::<C>(server.url(), &clock).retry(RetryPolicy::never());
    let client = C::build(builder.attempt_timeout(Duration::from_millis(50))).unwrap();
    let error = call(&client).unwrap_err();
    let Error::Transport(transport) = &error else { panic!("{error}") };
    assert_eq!(transport.kind(), TransportErrorKind::Timeout);
    assert!(error.to_string().contains("the token endpoint did not answer"), "{error}");
}

fn a_moved_client_does_not_ask_the_real_service<C: AnyClient + TokenClient>() {
    static ELSEWHERE: crate::runtime::ClientCredentials = crate::runtime::ClientCredentials {
        scheme: 5,
        name: "robot",
        token_url: "https://auth.example.test/token",
        scopes: "",
    };
    let set_up = |url: Option<&str>| {
        drop(C::set_up());
        let builder = ClientBuilder::<C>::for_service(&VAULT_CALLS).base_url("http://127.0.0.1:1");
        C::build(builder.get_tokens(&ELSEWHERE, &"a".into(), &"b".into(), url))
    };
    let moved = "it is moved, but the place where tokens are to be had is not";
    assert_eq!(set_up(None).unwrap_err(), ConfigError::BaseUrl(moved));
    set_up(Some("http://127.0.0.1:1/token")).unwrap();
    assert!(matches!(set_up(Some("http://auth.example.test/token")), Err(ConfigError::BaseUrl(_))));
}

fn a_token_of_ones_own_is_sent_as_it_is<C: AnyClient + TokenClient>() {
    let (client, server) = playing::<C>(&[nothing()], &FakeEnvironment::new(1));
    let own = || Credential::Key("tok_own".into());
    C::send(by_robot(&client).prove(5, &own())).unwrap();
    assert_eq!(asked(&server.finish()), [("GET /vault", "Bearer tok_own")]);
    // Without input and output, there is no other one.
    let unsent: Result<_, _> = by_robot(&client).into_http();
    let text = "vault.open was not sent: a client gets the token for `robot` when it sends: give one to the request";
    assert_eq!(unsent.unwrap_err().to_string(), text);
    let config = Config::for_service(&VAULT_CALLS).unwrap().with_credential(5, &own()).unwrap();
    let request: Request<Config, ByRobot> = by_robot(&config);
    assert_eq!(request.into_http().unwrap().headers()["authorization"], "Bearer tok_own");
}
