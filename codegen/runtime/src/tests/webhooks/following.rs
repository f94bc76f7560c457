//! From a thin event to all of it, and to what it is about.

use super::examples::SENT;
use super::sample::{Event, Order, Related};
use crate::runtime::{ApiClient, Config, Operation, Request, ThinEvent};

fn sent() -> ThinEvent<Order, Order> {
    let Ok(Event::OrderSent(event)) = Event::without_verification(SENT) else { panic!("not sent") };
    *event
}

fn config() -> Config {
    Config::new("sk_test_example").unwrap()
}

fn header<'r>(request: &'r http::Request<bytes::Bytes>, name: &str) -> Option<&'r str> {
    request.headers().get(name).map(|value| value.to_str().unwrap())
}

#[test]
fn an_event_is_fetched_with_its_type() {
    let request = sent().fetch(&config()).into_http().unwrap();
    assert_eq!(request.uri(), "https://api.example.test/v2/core/events/evt_2");
    assert_eq!(header(&request, "sample-context"), Some("acct_1"));
    assert_eq!(header(&request, "sample-trigger"), Some("event=evt_2"));
    assert_eq!(header(&request, "authorization"), Some("Bearer sk_test_example"));
    let answer = SENT.replacen('{', r#"{"data": {"id": "ord_1", "pieces": 3},"#, 1);
    let fetched = read_answer(&sent().fetch(&config()), &answer);
    assert_eq!(fetched.data.unwrap().unwrap().pieces, 3);
}

/// What an operation makes of a body.
fn read_answer<C: ApiClient, O: Operation>(_: &Request<C, O>, body: &str) -> O::Output {
    O::from_http(http::Response::new(body.to_owned().into())).unwrap()
}

#[test]
fn its_object_is_got_with_its_type() {
    let request = sent().related(&config());
    let order = read_answer(&request, r#"{"id": "ord_1", "pieces": 4}"#);
    assert_eq!(order.pieces, 4);
    let request = request.into_http().unwrap();
    assert_eq!(request.uri(), "https://api.example.test/v1/orders/ord_1");
    assert_eq!(header(&request, "sample-trigger"), Some("event=evt_2"));
    let mut without = sent();
    without.context = None;
    assert_eq!(header(&without.related(&config()).into_http().unwrap(), "sample-context"), None);
}

#[test]
fn no_credentials_go_where_an_event_leads_elsewhere() {
    for url in [
        "https://evil.test/v1/orders/ord_1",
        "//evil.test/x",
        "\\\\evil.test",
        "/v1/a b",
        "http://api.example.test/x",
        "x",
    ] {
        let mut event = sent();
        event.related_object.as_mut().unwrap().url = Some(url.to_owned());
        let refused = event.related(&config()).into_http().unwrap_err().to_string();
        assert!(refused.contains("leads to another place"), "{url}: {refused}");
    }
    let mut event = sent();
    event.related_object = None;
    let refused = event.related(&config()).into_http().unwrap_err().to_string();
    assert!(refused.contains("it is not said where that is"), "{refused}");
    let mut same = sent();
    same.related_object.as_mut().unwrap().url = Some("https://api.example.test/v1/orders/ord_1".to_owned());
    assert_eq!(same.related(&config()).into_http().unwrap().uri().path(), "/v1/orders/ord_1");
}

#[test]
fn a_context_that_no_header_holds_is_an_error_before_sending() {
    let mut event = sent();
    event.context = Some("a\nb".to_owned());
    assert!(event.fetch(&config()).into_http().is_err());
}

#[test]
fn what_is_sent_is_a_value() {
    let operation: Related<Order> = sent().related(&config()).operation().clone();
    assert_eq!(&operation, sent().related(&config()).operation());
}

#[cfg(feature = "blocking")]
#[test]
fn both_are_calls_like_others() {
    use crate::runtime::BlockingClient;
    use crate::tests::support::fake_environment::FakeEnvironment;
    use crate::tests::support::script::Turn;
    use crate::tests::support::server::Server;

    let clock = FakeEnvironment::new(7);
    let turns = [Turn::error(500, &[]), Turn::answer(200, &[], r#"{"id": "ord_1", "pieces": 4}"#)];
    let server = Server::playing(turns, &clock);
    let client = BlockingClient::builder().api_key("sk_test_example").base_url(server.url()).environment(clock.clone());
    let order = sent().related(&client.build().unwrap()).send().unwrap();
    assert_eq!((order.pieces, clock.waits().len()), (4, 1));
}
