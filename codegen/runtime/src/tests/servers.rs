//! Several servers, and a token in place of the API key.

use super::support::any_client::{AnyClient, for_each_client};
use super::support::fake_environment::FakeEnvironment;
use super::support::script::Turn;
use super::support::server::Server;
use super::support::shop_calls::{ListAlerts, SendEvents};
use crate::runtime::{Config, ConfigError, Operation, Request};

const KEY: &str = "sk_test_example";

fn servers() -> [Server; 2] {
    [(); 2].map(|()| Server::repeating(Turn::answer(200, &[], r#"{"data":[],"has_more":false,"url":"/"}"#)))
}

fn events() -> SendEvents {
    SendEvents::new("tok_example", ["e".to_owned()])
}

#[test]
fn each_endpoint_goes_to_its_own_server() {
    let config = Config::new(KEY).unwrap();
    let uri = |operation: SendEvents, config: &Config| operation.into_http(config).unwrap().uri().to_string();
    assert_eq!(uri(events(), &config), "https://events.example.test/v2/events");
    let config = config.with_base_url("https://other.example.test").unwrap();
    let error = events().into_http(&config).unwrap_err();
    assert!(error.to_string().contains("the server `events` is not"), "{error}");
    let config = config.with_server_url("events", "https://proxy.example.test/e/").unwrap();
    assert_eq!(uri(events(), &config), "https://proxy.example.test/e/v2/events");
    let config = config.with_server_url("api", "https://a.example.test").unwrap();
    let listed = ListAlerts::default().into_http(&config).unwrap();
    assert_eq!(listed.uri(), "https://a.example.test/v1/alerts");
    let error = config.with_server_url("event", "https://a.example.test").unwrap_err();
    assert_eq!(error, ConfigError::Server("event".into()));
    assert_eq!(error.to_string(), "the service has no server `event`");
}

#[test]
fn a_token_that_cannot_be_sent_is_refused() {
    for token in ["", "a b", "tok\r\nx: y", "é"] {
        let operation = SendEvents::new(token, []);
        assert_eq!(format!("{operation:?}"), "SendEvents { token: ApiKey([redacted]), events: [] }");
        let error = operation.into_http(&Config::new(KEY).unwrap()).unwrap_err();
        assert_eq!(error.parameter(), Some("session_token"));
        assert!(error.to_string().contains("is empty or holds a space"), "{error}");
    }
}

fn the_api_key_stays_away_from_other_servers<C: AnyClient>() {
    let [api, other] = servers();
    let builder = C::set_up().api_key(KEY).base_url(api.url()).server_url("events", other.url());
    let client = C::build(builder).unwrap();
    C::send(Request::new(&client, ListAlerts::default())).unwrap();
    C::send(Request::new(&client, events())).unwrap();
    // Not even a key for this very call is meant for the other server.
    C::send(Request::new(&client, events()).api_key("another_key")).unwrap();
    let received = api.finish();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].header("authorization"), Some("Bearer sk_test_example"));
    let received = other.finish();
    assert_eq!(received.len(), 2);
    for request in received {
        assert_eq!(request.header("authorization"), Some("Bearer tok_example"));
        assert!(!request.head.contains(KEY));
        assert!(request.head.starts_with("POST /v2/events HTTP/1.1\r\n"));
        assert_eq!(request.body, br#"{"events":["e"]}"#);
    }
}

fn a_retry_carries_the_token_too<C: AnyClient>() {
    let clock = FakeEnvironment::new(0);
    let server = Server::playing([Turn::error(500, &[]), Turn::answer(200, &[], "{}")], &clock);
    let builder = C::set_up().api_key(KEY).environment(clock.clone()).base_url(Server::url_of_nobody());
    let builder = builder.server_url("events", server.url());
    C::send(Request::new(&C::build(builder).unwrap(), events())).unwrap();
    let received = server.finish();
    assert_eq!(received.len(), 2);
    assert!(received.iter().all(|request| request.header("authorization") == Some("Bearer tok_example")));
}

fn a_call_can_go_elsewhere<C: AnyClient>() {
    let [api, other] = servers();
    let client = C::build(C::set_up().api_key(KEY).base_url(api.url())).unwrap();
    C::send(Request::new(&client, events()).server_url("events", other.url())).unwrap();
    let error = C::send(Request::new(&client, events()).server_url("nowhere", other.url())).unwrap_err();
    assert_eq!(error.to_string(), "events.send was not sent: the service has no server `nowhere`");
    assert_eq!((api.finish().len(), other.finish().len()), (0, 1));
    let refused = C::build(C::set_up().api_key(KEY).server_url("nowhere", "https://a.example.test")).unwrap_err();
    assert_eq!(refused, ConfigError::Server("nowhere".into()));
    let refused = C::build(C::set_up().api_key(KEY).server_url("events", "http://a.example.test")).unwrap_err();
    assert!(matches!(refused, ConfigError::BaseUrl(_)));
}

for_each_client!(the_api_key_stays_away_from_other_servers, a_retry_carries_the_token_too, a_call_can_go_elsewhere,);
