//! From an operation to an HTTP request.

use http::Method;

use super::support::sample::{Commit, OrderStatus, Ping};
use crate::runtime::{Config, Operation};

fn config() -> Config {
    Config::new("sk_test_example").unwrap()
}

#[test]
fn a_request_carries_all_it_needs() {
    let request = Commit::new("ord_1").into_http(&config()).unwrap();
    assert_eq!(request.method(), Method::POST);
    assert_eq!(request.uri(), "https://api.example.test/v2/orders/ord_1/commit");
    assert_eq!(request.body(), "{}");
    let headers = [
        ("authorization", "Bearer sk_test_example"),
        ("accept", "application/json"),
        ("content-type", "application/json"),
        ("sample-version", "2025-08-27.preview"),
        ("user-agent", "sample/0.1.0"),
    ];
    assert_eq!(request.headers().len(), headers.len());
    for (name, value) in headers {
        assert_eq!(request.headers()[name], value);
    }
}

#[test]
fn a_body_holds_what_is_set() {
    let request = Commit::new("ord_1").payment("pi_\"1").into_http(&config()).unwrap();
    assert_eq!(request.body(), r#"{"payment":"pi_\"1"}"#);
}

#[test]
fn a_request_without_a_body_names_no_content_type() {
    let request = Ping::new("example", 443).into_http(&config()).unwrap();
    assert_eq!(request.method(), Method::GET);
    assert_eq!(request.uri(), "https://api.example.test/v2/hosts/example:443");
    assert!(request.body().is_empty());
    assert!(!request.headers().contains_key("content-type"));
}

#[test]
fn a_path_parameter_stays_one_segment() {
    let cases = [
        ("a-b._~Z9", "a-b._~Z9"),
        ("a/b", "a%2Fb"),
        ("../x", "..%2Fx"),
        ("a?b#c", "a%3Fb%23c"),
        ("a b+c", "a%20b%2Bc"),
        ("100%", "100%25"),
        ("é{id}", "%C3%A9%7Bid%7D"),
        ("\r\n\0", "%0D%0A%00"),
        ("...", "..."),
    ];
    for (id, segment) in cases {
        let request = Commit::new(id).into_http(&config()).unwrap();
        assert_eq!(request.uri().path(), format!("/v2/orders/{segment}/commit"));
    }
}

#[test]
fn an_id_that_leads_elsewhere_is_refused() {
    let cases = [
        ("", "orders.commit was not sent: `id` must not be empty"),
        (".", "orders.commit was not sent: `id` must not be `.` or `..`, which would lead to another path"),
        ("..", "orders.commit was not sent: `id` must not be `.` or `..`, which would lead to another path"),
    ];
    for (id, message) in cases {
        let error = Commit::new(id).into_http(&config()).unwrap_err();
        assert_eq!((error.operation(), error.parameter()), ("orders.commit", Some("id")));
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn a_url_that_is_too_long_is_refused() {
    let error = Commit::new("x".repeat(70_000)).into_http(&config()).unwrap_err();
    assert_eq!(error.parameter(), None);
    assert_eq!(error.to_string(), "orders.commit was not sent: its URL would be too long: shorten its parameters");
}

#[test]
fn a_query_holds_what_is_set() {
    type Set = fn(&mut Ping);
    let cases: [(&str, Set); 6] = [
        ("", |_| {}),
        ("?limit=-5", |ping| ping.limit = Some(-5)),
        ("?verbose=false", |ping| ping.verbose = Some(false)),
        ("?status=a%26b%3Dc%20%2B%C3%A9", |ping| ping.status = Some("a&b=c +é".into())),
        ("?include%5B%5D=x&include%5B%5D=y%2Cz", |ping| ping.include = Some(vec!["x".into(), "y,z".into()])),
        ("?limit=1&verbose=true&status=draft", |ping| {
            (ping.limit, ping.verbose, ping.status) = (Some(1), Some(true), Some(OrderStatus::Draft));
        }),
    ];
    for (query, set) in cases {
        let mut ping = Ping::new("example", 443);
        set(&mut ping);
        let request = ping.into_http(&config()).unwrap();
        assert_eq!(request.uri(), format!("https://api.example.test/v2/hosts/example:443{query}").as_str());
    }
}

#[test]
fn a_list_without_items_is_no_query() {
    let mut ping = Ping::new("example", 443);
    ping.include = Some(vec![]);
    let error = ping.into_http(&config()).unwrap_err();
    let reason = "`include[]` is an empty list, which a query cannot say: leave it out";
    assert_eq!(error.to_string(), format!("hosts.ping was not sent: {reason}"));
}

#[test]
fn a_base_url_may_have_a_path() {
    let config = config().with_base_url("http://localhost:8080/proxy/api/").unwrap();
    let request = Commit::new("ord_1").into_http(&config).unwrap();
    assert_eq!(request.uri(), "http://localhost:8080/proxy/api/v2/orders/ord_1/commit");
}
