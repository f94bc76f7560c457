//! The API key and the password of a proxy are looked for in everything that is shown of clients, requests and errors.

use std::fmt::{Debug, Display};
use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::support::any_client::{AnyClient, for_each_client};
use super::support::fake_environment::FakeEnvironment;
use super::support::sample::commit;
use super::support::script::Turn;
use super::support::server::Server;
use super::support::vault::{VAULT, VAULT_CALLS, by_cookies, by_key_and_header, by_query, by_robot};
use crate::runtime::{ApiKey, ClientBuilder, Config, Credential, ErrorCode, RetryPolicy};

pub(crate) const KEY: &str = "sk_test_example";
pub(crate) const PASSWORD: &str = "open-sesame";

/// The secrets, and other forms of them: as they stand in URLs, in base64 with what goes before them in headers, as
/// bytes, and in hexadecimal digits.
const SECRETS: [&str; 9] = [
    KEY,
    PASSWORD,
    "sk%5Ftest%5Fexample",
    "open%2Dsesame",
    "c2tfdGVzdF9leGFtcGxl",
    "QmVhcmVyIHNrX3Rlc3RfZXhhbXBsZQ==",
    "dXNlcjpvcGVuLXNlc2FtZQ==",
    "115, 107, 95, 116, 101, 115, 116",
    "736b5f74657374",
];

/// The secret that a text shows, if it shows one.
pub(crate) fn secret_in(text: &str) -> Option<&'static str> {
    SECRETS.into_iter().find(|secret| text.contains(secret))
}

fn assert_hidden(text: &str) {
    assert_eq!(secret_in(text), None, "{text}");
}

fn assert_debug_hides(value: &impl Debug) {
    assert_hidden(&format!("{value:?} {value:#?}"));
}

/// An error with all its causes, and what a panic makes of it.
fn assert_error_hides<E: std::error::Error + Debug + Display>(error: E) {
    assert_debug_hides(&error);
    assert_hidden(&error.to_string());
    let mut cause = error.source();
    while let Some(error) = cause {
        assert_hidden(&format!("{error} {error:?}"));
        cause = error.source();
    }
    let panic = catch_unwind(AssertUnwindSafe(|| black_box(Err::<(), E>(error)).unwrap())).unwrap_err();
    assert_hidden(panic.downcast_ref::<String>().unwrap());
}

for_each_client!(
    clients_and_requests_hide_them,
    responses_hide_them,
    errors_hide_them,
    refused_settings_hide_them,
    each_scheme_hides_them
);

fn set_up<C: AnyClient>(url: String) -> crate::runtime::ClientBuilder<C> {
    let builder = C::set_up().api_key(KEY).base_url(url).environment(FakeEnvironment::new(1));
    #[cfg(feature = "proxy")]
    let builder = builder.proxy(format!("http://user:{PASSWORD}@127.0.0.1:1"));
    builder.header("x-another", KEY)
}

fn clients_and_requests_hide_them<C: AnyClient>() {
    let builder = set_up::<C>("http://localhost".to_owned());
    assert_debug_hides(&builder);
    let client = C::build(builder).unwrap();
    assert_debug_hides(&client);
    let request = commit(&client, "ord_1").api_key(KEY).header("x-more", KEY);
    assert_debug_hides(&request);
    assert_debug_hides(&request.with_response());
}

fn responses_hide_them<C: AnyClient>() {
    // Whatever a server sends back in headers and body.
    let server = Server::repeating(Turn::answer(200, &[("x-key", KEY)], super::support::script::ORDER));
    let client = C::build(set_up::<C>(server.url())).unwrap();
    let response = C::send(commit(&client, "ord_1")).unwrap();
    assert_debug_hides(&response);
    assert_debug_hides(&response.raw);
}

fn errors_hide_them<C: AnyClient>() {
    let server = Server::playing(
        [
            Turn::error(401, &[("x-key", KEY)]),
            Turn::answer(404, &[], KEY),
            Turn::answer(200, &[("x-key", KEY)], format!("{{\"{KEY}\":")),
            Turn::after_request().close(),
        ],
        &FakeEnvironment::new(1),
    );
    let client = C::build(set_up::<C>(server.url()).retry(crate::runtime::RetryPolicy::never())).unwrap();
    for _ in 0..4 {
        assert_call_hides(C::send(commit(&client, "ord_1")));
    }
    let nowhere = commit(&client, "ord_1").base_url(Server::url_of_nobody());
    assert_call_hides(C::send(nowhere));
    assert_call_hides(C::send(commit(&client, "..")));
    for request in [
        commit(&client, "ord_1").api_key(format!("{KEY}\n")),
        commit(&client, "ord_1").base_url(format!("https://{KEY}@api.example.test")),
        commit(&client, "ord_1").header("authorization", format!("Bearer {KEY}")),
        commit(&client, "ord_1").idempotency_key(format!("{KEY}\n")),
    ] {
        assert_call_hides(C::send(request));
    }
}

fn assert_call_hides<T: Debug, E: ErrorCode + Debug + 'static>(result: Result<T, crate::runtime::Error<E>>) {
    assert_error_hides(result.unwrap_err());
}

fn each_scheme_hides_them<C: AnyClient>() {
    let server = Server::repeating(Turn::answer(404, &[("location", KEY)], format!("/vault?key={KEY}")));
    let key = || Credential::Key(KEY.into());
    drop(C::set_up());
    let mut builder = ClientBuilder::<C>::for_service(&VAULT_CALLS).base_url(server.url()).retry(RetryPolicy::never());
    for scheme in 0..VAULT.schemes.len() {
        builder = builder.prove(scheme, key());
    }
    let builder = builder.prove(1, Credential::Login("user".into(), PASSWORD.into()));
    assert_debug_hides(&builder);
    let client = C::build(builder).unwrap();
    assert_debug_hides(&client);
    let nowhere = Server::url_of_nobody();
    for place in [server.url(), nowhere] {
        assert_call_hides(C::send(by_key_and_header(&client).base_url(&place)));
        assert_call_hides(C::send(by_query(&client).base_url(&place)));
        assert_call_hides(C::send(by_cookies(&client).base_url(&place)));
        assert_call_hides(C::send(by_robot(&client).base_url(&place)));
    }
    assert_call_hides(C::send(by_query(&client).text(&"x".repeat(70_000))));
    for refused in [
        by_query(&client).prove(2, &Credential::Key(format!("{KEY}\n").as_str().into())),
        by_query(&client).prove(4, &Credential::Key(format!("{KEY};").as_str().into())),
        by_query(&client).prove(1, &Credential::Login(format!("{KEY}:").as_str().into(), PASSWORD.into())),
    ] {
        assert_debug_hides(&refused);
        assert_call_hides(C::send(refused));
    }
}

fn refused_settings_hide_them<C: AnyClient>() {
    let set_up = || set_up::<C>("http://localhost".to_owned());
    for builder in [
        set_up().api_key(format!("{KEY}\n")),
        set_up().base_url(format!("https://user:{PASSWORD}@api.example.test")),
        set_up().header("x-another", format!("{KEY}\n")),
        set_up().header("authorization", format!("Bearer {KEY}")),
        set_up().app_name(format!("{KEY}\n")),
    ] {
        assert_debug_hides(&builder);
        assert_error_hides(C::build(builder).unwrap_err());
    }
}

#[test]
fn requests_without_a_client_hide_them() {
    assert_debug_hides(&ApiKey::from(KEY));
    let config = Config::new(KEY).unwrap().with_header("x-another", KEY).unwrap();
    assert_debug_hides(&config);
    let request = commit(&config.with_api_key(KEY).unwrap(), "ord_1").into_http().unwrap();
    assert_hidden(&format!("{:?}", request.headers()["authorization"]));
}
