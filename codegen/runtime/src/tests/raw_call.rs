//! Calls that the description does not know: by both clients, over HTTP on this machine.

use std::time::Duration;

use http::Method;
use serde_json::json;

use super::support::any_client::{AnyClient, for_each_client};
use super::support::fake_environment::FakeEnvironment;
use super::support::script::Turn;
use super::support::server::Server;
use crate::runtime::{Body, Config, Error, RawCall, Request};

for_each_client!(
    a_call_is_signed_repeated_and_answered,
    a_body_may_be_read_while_it_is_sent,
    a_refusal_is_an_error,
    nothing_leads_elsewhere,
);

const KEY: &str = "sk_test_example";

fn call<C: AnyClient>(client: &C, method: Method, path: &str) -> Request<C, RawCall> {
    Request::raw(client, method, path.to_owned())
}

fn a_call_is_signed_repeated_and_answered<C: AnyClient>() {
    let clock = FakeEnvironment::new(7);
    let server = Server::playing([Turn::error(500, &[]), Turn::answer(200, &[("request-id", "req_1")], "[1]")], &clock);
    let client =
        C::build(C::set_up().api_key(KEY).base_url(server.url() + "/base").environment(clock.clone())).unwrap();
    let request = call(&client, Method::POST, "/v1/things?kind=a%20b")
        .query("limit", 5)
        .query("text", "c d")
        .header("x-beta", "1")
        .timeout(Duration::from_secs(9))
        .json(&json!({"a": [1]}));
    let response = C::send_raw(request).unwrap();
    assert_eq!((response.status(), response.attempts(), response.request_id()), (200, 2, Some("req_1")));
    assert_eq!(response.json(), Some(json!([1])));
    assert_eq!(clock.waits().len(), 1);
    let received = server.finish();
    assert_eq!(received.len(), 2);
    let key = received[0].header("idempotency-key").unwrap();
    for received in &received {
        assert!(received.head.starts_with("POST /base/v1/things?kind=a%20b&limit=5&text=c%20d HTTP/1.1\r\n"));
        assert_eq!(received.header("authorization"), Some("Bearer sk_test_example"));
        assert_eq!((received.header("x-beta"), received.header("content-type")), (Some("1"), Some("application/json")));
        assert_eq!(received.header("idempotency-key"), Some(key));
        assert_eq!(received.body, br#"{"a":[1]}"#);
    }
}

fn a_body_may_be_read_while_it_is_sent<C: AnyClient>() {
    let clock = FakeEnvironment::new(7);
    let server =
        Server::playing([Turn::error(500, &[]), Turn::answer(200, &[], ""), Turn::answer(200, &[], "")], &clock);
    let builder = C::set_up().api_key(KEY).base_url(server.url()).environment(clock);
    let client = C::build(builder).unwrap();
    let body = Body::from_open(|| Ok(&b"again"[..])).with_length(5);
    let sent = C::send_raw(call(&client, Method::PUT, "/v1/picture").body("image/png", body)).unwrap();
    assert_eq!(sent.attempts(), 2);
    let request = call(&client, Method::PUT, "/v1/picture").body("image/png", Body::from_reader(&b"once"[..]));
    let refused = C::send_raw(request.clone()).unwrap_err();
    assert!(refused.to_string().contains("its body can be read once"), "{refused}");
    C::send_raw(request).unwrap();
    let bodies: Vec<_> = server.finish().into_iter().map(|received| received.body).collect();
    assert_eq!(bodies, [&b"again"[..], b"again", b"once"]);
}

fn a_refusal_is_an_error<C: AnyClient>() {
    let body = r#"{"error":{"code":"no_such_thing","message":"There is none."}}"#;
    let server = Server::repeating(Turn::answer(404, &[], body));
    let client = C::build(C::set_up().api_key(KEY).base_url(server.url())).unwrap();
    let request = call(&client, Method::DELETE, "/v1/things/1").form([("a", "b c"), ("d", "é")]);
    let error = C::send_raw(request).unwrap_err();
    assert_eq!((error.code(), error.message(), error.attempts()), (Some("no_such_thing"), Some("There is none."), 1));
    let Error::Api(refused) = &error else { panic!("{error}") };
    assert!(refused.kind == "no_such_thing");
    let request = call(&client, Method::PUT, "/v1/picture").body("image/png", b"\x89".as_slice()).idempotency_key("k");
    C::send_raw(request).unwrap_err();
    let received = server.finish();
    assert_eq!((received[0].header("idempotency-key"), received[1].header("idempotency-key")), (None, Some("k")));
    assert_eq!(received[0].body, b"a=b%20c&d=%C3%A9");
    assert_eq!((received[1].header("content-type"), &*received[1].body), (Some("image/png"), b"\x89".as_slice()));
}

fn nothing_leads_elsewhere<C: AnyClient>() {
    let client = C::build(C::set_up().api_key(KEY).base_url("http://127.0.0.1:1")).unwrap();
    for path in ["/", "/a", "/a/", "http://127.0.0.1:1/a?b=c", "/a?u=http://b", "/..a"] {
        let request = call(&client, Method::GET, path).into_http().unwrap();
        assert_eq!(request.uri().authority().unwrap(), "127.0.0.1:1", "{path}");
    }
    let wrong = [
        "",
        "?a=b",
        "http://127.0.0.1:1",
        "https://127.0.0.1:1/a",
        "http://127.0.0.1:12/a",
        "http://127.0.0.1:1@evil.example/a",
        "https://evil.example/",
        "//evil.example/a",
        "a",
        "@evil.example",
        ":80/a",
        "/a/../b",
        "/a/%2E./b",
        "/a b",
        "/a#b",
        "/a\\b",
        "/ä",
        "/a\r\nb: c",
    ];
    for path in wrong {
        let error = C::send_raw(call(&client, Method::GET, path)).unwrap_err();
        assert!(matches!(error, Error::Request(_)), "{path}: {error}");
        assert!(error.to_string().starts_with("call was not sent: its "), "{path}: {error}");
    }
}

#[test]
fn without_a_client_it_is_what_is_to_be_sent() {
    let config = Config::new(KEY).unwrap();
    let request = config.call(Method::GET, "/v1/things").into_http().unwrap();
    assert_eq!(request.uri(), "https://api.example.test/v1/things");
    assert_eq!(request.headers()["authorization"], "Bearer sk_test_example");
    let error = config.call(Method::POST, "/a").body("a\nb", "").into_http().unwrap_err();
    assert_eq!(error.to_string(), "call was not sent: its media type cannot stand in a header");
}
