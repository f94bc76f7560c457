//! The API key never shows: not in a client, not in a request, not in an error.

use std::error::Error as _;
use std::fmt::Debug;

use examples::scripted::{Answer, ScriptedServer};
use stripe_billing::billing_intents::{self, CommitError};
use stripe_billing::{ApiKey, Client, Config, Error};

const KEY: &str = "sk_test_example";

fn check_debug(value: &impl Debug) {
    for shown in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!shown.contains(KEY), "{shown}");
    }
}

/// Looks at an error and at everything behind it.
fn check_error(error: &dyn std::error::Error) {
    let mut cause = Some(error);
    while let Some(error) = cause {
        for shown in [format!("{error}"), format!("{error:?}"), format!("{error:#?}")] {
            assert!(!shown.contains(KEY), "{shown}");
        }
        cause = error.source();
    }
}

#[test]
fn nothing_that_holds_the_key_shows_it() {
    let client = Client::new(KEY).expect("a client");
    check_debug(&ApiKey::from(KEY));
    check_debug(&Client::builder().api_key(KEY));
    check_debug(&client);
    check_debug(&billing_intents::commit(&client, "bilint_123").payment_intent("pi_123"));
    let config = Config::new(KEY).expect("the key can be sent");
    check_debug(&config);
    check_debug(&billing_intents::commit(&config, "bilint_123").into_http().expect("the id can be sent"));
}

#[tokio::test]
async fn no_error_shows_the_key() {
    let answers = [
        Answer::json(401, r#"{"error": {"code": "unauthorized", "message": "no"}}"#),
        Answer::with_body(500, "text/html", "<html></html>"),
        Answer::json(200, r#"{"id": 7}"#),
        Answer::bytes("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n").then_hang_up(),
        Answer::bytes("nonsense").then_hang_up(),
    ];
    for answer in answers {
        let server = ScriptedServer::start(vec![answer]);
        let client = Client::builder().api_key(KEY).base_url(server.base_url()).build().expect("a client");
        let error: Error<CommitError> = billing_intents::commit(&client, "bilint_123").await.expect_err("no intent");
        check_error(&error);
        if let Error::Api(error) = &error {
            check_error(error);
        }
    }
    let client = Client::new(KEY).expect("a client");
    check_error(&billing_intents::commit(&client, "..").await.expect_err("the id is refused"));
}

#[test]
fn a_key_that_cannot_be_sent_is_refused_and_not_shown() {
    let line_feed = format!("{KEY}\n");
    for key in [line_feed.as_str(), "", " ", "sk_test_example sk_test_example", "sk_test_example\u{e9}", "\0"] {
        let error = Client::new(key).expect_err("the key is refused");
        check_error(&error);
        assert!(error.to_string().to_lowercase().contains("key"), "{error}");
        check_error(&Config::new(key).expect_err("the key is refused"));
    }
    assert!(Client::builder().build().is_err(), "there is no client without a key");
}

#[test]
fn the_key_only_goes_where_it_is_safe() {
    let with_user = format!("https://{KEY}@127.0.0.1");
    let refused = [
        "http://api.stripe.com",
        "http://192.0.2.1",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://[::2]",
        "ftp://127.0.0.1",
        "127.0.0.1:8080",
        "/v2",
        "",
        "https://",
        "https://api.stripe.com?a=b",
        "https://api.stripe.com/#a",
        with_user.as_str(),
    ];
    for url in refused {
        let error = Client::builder().api_key(KEY).base_url(url).build().expect_err(url);
        check_error(&error);
        assert!(error.source().is_none() && !error.to_string().is_empty());
    }
    let taken = [
        "https://api.stripe.com",
        "https://api.stripe.com:8443/proxy/",
        "http://127.0.0.1:8080",
        "http://127.9.9.9",
        "http://localhost",
        "http://LOCALHOST:8080/proxy",
        "http://[::1]:8080",
    ];
    for url in taken {
        Client::builder().api_key(KEY).base_url(url).build().unwrap_or_else(|error| panic!("{url}: {error}"));
    }
}
