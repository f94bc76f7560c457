//! What is set for a call holds in place of what is set for the client.

use std::time::Duration;

use super::super::support::any_client::{AnyClient, for_each_client};
use super::super::support::script::{ORDER, Turn};
use super::case::{Case, End, play};
use super::setting::Setting::{
    ApiKey, AppName, AttemptTimeout, BaseUrl, Header, IdempotencyKey, ResponseLimit, Retry, Timeout,
};
use crate::runtime::{RetryPolicy, TransportErrorKind};

for_each_client!(a_client_is_set_up, a_call_is_set_up, a_call_overrides_its_client);

fn a_client_is_set_up<C: AnyClient>() {
    play::<C>([
        Case::new("an API key", [Turn::ok()]).sees("authorization: Bearer sk_test_example\r\n"),
        Case::new("no encoding is offered", [Turn::ok()]).sees("\r\naccept: application/json\r\n"),
        Case::new("a name", [Turn::ok()]).client([AppName("shop/1")]).sees("user-agent: sample/0.1.0 shop/1\r\n"),
        Case::new("a header", [Turn::ok()]).client([Header("x-team", "a")]).sees("x-team: a\r\n"),
        Case::new("a header in place of the service's", [Turn::ok()])
            .client([Header("Sample-Version", "2")])
            .sees("sample-version: 2\r\n"),
        Case::new("a base URL", [Turn::ok()])
            .client([BaseUrl("{server}/a/b/")])
            .sees("post /a/b/v2/orders/ord_1/commit http/1.1\r\n"),
    ]);
}

fn a_call_is_set_up<C: AnyClient>() {
    let longest = "k".repeat(255);
    play::<C>([
        Case::new("an idempotency key", [Turn::ok()])
            .call([IdempotencyKey("order-42".to_owned())])
            .sees("idempotency-key: order-42\r\n"),
        Case::new("the longest idempotency key", [Turn::ok()]).call([IdempotencyKey(longest)]),
        Case::new("the last of two headers", [Turn::ok()])
            .call([Header("x-team", "a"), Header("X-Team", "b")])
            .sees("x-team: b\r\n"),
        Case::new("all of it", [Turn::ok()])
            .call([
                Header("x-team", "a"),
                IdempotencyKey("order-42".to_owned()),
                ApiKey("another-key"),
                BaseUrl("{server}/a"),
            ])
            .sees("post /a/v2/orders/ord_1/commit http/1.1\r\n")
            .sees("authorization: Bearer another-key\r\n")
            .sees("idempotency-key: order-42\r\n")
            .sees("x-team: a\r\n"),
    ]);
}

fn a_call_overrides_its_client<C: AnyClient>() {
    let milliseconds = Duration::from_millis;
    let (long, short) = (Duration::from_secs(80), milliseconds(400));
    let failing = |name| Case::new(name, [Turn::error(500, &[]), Turn::ok()]);
    let silent = [Turn::after_request().silence()];
    play::<C>([
        failing("less time").client([Timeout(long)]).call([Timeout(short)]).fails(End::Api(500), "500 oops"),
        failing("more time").client([Timeout(short)]).call([Timeout(long)]).waits([500]),
        Case::new("less time for attempts", silent)
            .client([AttemptTimeout(long), Retry(RetryPolicy::never())])
            .call([AttemptTimeout(milliseconds(80))])
            .hardly_sent()
            .fails(
                End::NoAnswer(TransportErrorKind::Timeout),
                "no answer in time: the answer was not whole within 80ms",
            ),
        Case::new(
            "more time for attempts",
            [Turn::after_request().drip("HTTP/1.1 200 OK\r\n\r\n", 1).send(ORDER).close()],
        )
        .client([AttemptTimeout(milliseconds(10)), Retry(RetryPolicy::never())])
        .call([AttemptTimeout(long)]),
        failing("no retries")
            .client([Retry(RetryPolicy::times(1))])
            .call([Retry(RetryPolicy::never())])
            .fails(End::Api(500), "500 oops"),
        failing("retries").client([Retry(RetryPolicy::never())]).call([Retry(RetryPolicy::times(1))]).waits([500]),
        Case::new("a smaller answer", [Turn::ok()]).client([ResponseLimit(9999)]).call([ResponseLimit(10)]).fails(
            End::NoAnswer(TransportErrorKind::ResponseTooLarge),
            "the answer is too large: its body is larger than 10 bytes",
        ),
        Case::new("a larger answer", [Turn::ok()]).client([ResponseLimit(10)]).call([ResponseLimit(ORDER.len())]),
        Case::new("another header", [Turn::ok()])
            .client([Header("x-team", "a")])
            .call([Header("x-team", "b")])
            .sees("x-team: b\r\n"),
        Case::new("another API key", [Turn::ok()])
            .call([ApiKey("another-key")])
            .sees("authorization: Bearer another-key\r\n"),
        Case::new("another place", [Turn::ok()])
            .client([BaseUrl("http://127.0.0.1:1/nowhere")])
            .call([BaseUrl("{server}/here")])
            .sees("post /here/v2/orders/ord_1/commit http/1.1\r\n"),
        Case::new("this machine in place of another", [Turn::ok()])
            .client([BaseUrl("http://192.0.2.1/"), super::setting::Setting::AllowHttpTo("192.0.2.1")])
            .call([BaseUrl("{server}/here")]),
    ]);
}
