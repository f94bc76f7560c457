//! What is repeated and what is not, and how long clients wait before.

use std::time::Duration;

use super::super::support::any_client::{AnyClient, for_each_client};
use super::super::support::script::Turn;
use super::case::{Ask, Case, End, play};
use super::setting::Setting::{AttemptTimeout, ConnectTimeout, IdempotencyKey, Retry, Timeout};
use crate::runtime::RetryPolicy;
use crate::runtime::TransportErrorKind::{self, Interrupted};

for_each_client!(
    statuses_decide,
    the_server_decides_first,
    the_server_says_when,
    only_safe_requests_are_repeated,
    policies_decide,
    the_time_for_the_call_is_kept_to,
);

const SHOULD: (&str, &str) = ("sample-should-retry", "true");
const SHOULD_NOT: (&str, &str) = ("sample-should-retry", "false");

fn statuses_decide<C: AnyClient>() {
    let gives_up = [400, 401, 403, 404, 408, 410, 422, 429].map(|status| {
        Case::new(format!("{status} alone"), [Turn::error(status, &[]), Turn::ok()])
            .fails(End::Api(status), format!("{status} oops: no luck (req_1)"))
    });
    let goes_on = [409, 500, 501, 502, 503, 504, 529].map(|status| {
        Case::new(format!("{status}, and then an answer"), [Turn::error(status, &[]), Turn::ok()]).waits([500])
    });
    play::<C>(gives_up.into_iter().chain(goes_on));
    play::<C>([
        Case::new("500 thrice", vec![Turn::error(500, &[]); 3])
            .waits([500, 1000])
            .fails(End::Api(500), "500 oops: no luck (req_1)"),
        Case::new("one failure after another", [Turn::error(409, &[]), Turn::after_request().reset(), Turn::ok()])
            .waits([500, 1000]),
    ]);
}

fn the_server_decides_first<C: AnyClient>() {
    play::<C>([
        Case::new("400, to be repeated", [Turn::error(400, &[SHOULD]), Turn::ok()]).waits([500]),
        Case::new("429, to be repeated", [Turn::error(429, &[SHOULD]), Turn::ok()]).waits([500]),
        Case::new("500, not to be repeated", [Turn::error(500, &[SHOULD_NOT]), Turn::ok()])
            .fails(End::Api(500), "500 oops"),
        Case::new("409, not to be repeated", [Turn::error(409, &[SHOULD_NOT]), Turn::ok()])
            .fails(End::Api(409), "409 oops"),
        Case::new(
            "500, with a word that means nothing",
            [Turn::error(500, &[("sample-should-retry", "yes")]), Turn::ok()],
        )
        .waits([500]),
        Case::new("a success, to be repeated", [Turn::answer(200, &[SHOULD], super::super::support::script::ORDER)]),
        Case::new("400, always to be repeated", vec![Turn::error(400, &[SHOULD]); 3])
            .waits([500, 1000])
            .fails(End::Api(400), "400 oops"),
    ]);
}

fn the_server_says_when<C: AnyClient>() {
    let asks = |name: &str, value| Case::new(name, [Turn::error(503, &[("retry-after", value)]), Turn::ok()]);
    let longest = RetryPolicy::default().longest_retry_after(Duration::from_secs(5000));
    play::<C>([
        asks("three seconds", "3").waits([3000]),
        asks("no time at all", "0").waits([0]),
        asks("a date to come", "Wed, 27 Aug 2025 12:00:07 GMT").waits([7000]),
        asks("a date that has passed", "Wed, 27 Aug 2025 11:59:00 GMT").waits([0]),
        asks("the longest that is waited", "60").waits([60_000]),
        asks("a second more", "61").fails(End::Api(503), "503 oops").retry_after(61),
        asks("an hour", "3600").fails(End::Api(503), "503 oops").retry_after(3600),
        asks("a date in an hour", "Wed, 27 Aug 2025 13:00:00 GMT").fails(End::Api(503), "503 oops").retry_after(3600),
        asks("an hour, which the program allows", "3600")
            .client([Retry(longest), Timeout(Duration::from_secs(4000))])
            .waits([3_600_000]),
        asks("what is no time", "soon").waits([500]),
        asks("a time before now", "-1").waits([500]),
        asks("a time without end", "99999999999999999999").waits([500]),
        asks("all the time there is", "30")
            .client([Timeout(Duration::from_secs(30))])
            .fails(End::Api(503), "503 oops")
            .retry_after(30),
        Case::new(
            "more time than is left",
            [Turn::error(503, &[("retry-after", "50")]).after(Duration::from_secs(40))],
        )
        .fails(End::Api(503), "503 oops")
        .retry_after(50),
        Case::new("a time for a call that is not repeated", [Turn::error(429, &[("retry-after", "2")])])
            .fails(End::Api(429), "429 oops")
            .retry_after(2),
        Case::new("a time for a call that is", [Turn::error(429, &[("retry-after", "2"), SHOULD]), Turn::ok()])
            .waits([2000]),
    ]);
}

fn only_safe_requests_are_repeated<C: AnyClient>() {
    let turns = [Turn::error(500, &[]), Turn::answer(204, &[], "")];
    let reset = [Turn::after_request().reset(), Turn::answer(204, &[], "")];
    play::<C>([
        Case::new("a GET answered 500", turns.clone()).ask(Ask::Ping).waits([500]),
        Case::new("a GET without an answer", reset.clone()).ask(Ask::Ping).waits([500]),
        Case::new("a DELETE answered 500", turns.clone()).ask(Ask::Remove).waits([500]),
        Case::new("a DELETE without an answer", reset.clone()).ask(Ask::Remove).waits([500]),
        Case::new("a POST without a key answered 500", turns.clone())
            .ask(Ask::Recount)
            .fails(End::Api(500), "500 oops"),
        Case::new("a POST without a key, to be repeated", [Turn::error(500, &[SHOULD])])
            .ask(Ask::Recount)
            .fails(End::Api(500), "500 oops"),
        Case::new("a POST without a key and without an answer", reset.clone())
            .ask(Ask::Recount)
            .fails(End::NoAnswer(Interrupted), "the connection broke: "),
        Case::new("a POST without a key, to nobody", [])
            .ask(Ask::Recount)
            .requests(0)
            .fails(End::NoAnswer(TransportErrorKind::Connect), "cannot connect: "),
        Case::new("a POST with a key of the program's own", [Turn::error(500, &[]), Turn::ok()])
            .call([IdempotencyKey("order-42".to_owned())])
            .waits([500])
            .sees("idempotency-key: order-42\r\n"),
    ]);
}

fn policies_decide<C: AnyClient>() {
    let seconds = Duration::from_secs;
    let patient = RetryPolicy::times(6);
    let own = RetryPolicy::times(4).first_wait(seconds(1)).longest_wait(seconds(3));
    let failing = |name, count| Case::new(name, vec![Turn::error(500, &[]); count]).fails(End::Api(500), "500 oops");
    play::<C>([
        failing("never", 1).client([Retry(RetryPolicy::never())]),
        failing("once", 2).client([Retry(RetryPolicy::times(1))]).waits([500]),
        failing("six times", 7).client([Retry(patient)]).waits([500, 1000, 2000, 4000, 5000, 5000]),
        failing("waits of one's own", 5).client([Retry(own)]).waits([1000, 2000, 3000, 3000]),
    ]);
}

fn the_time_for_the_call_is_kept_to<C: AnyClient>() {
    let seconds = Duration::from_secs;
    let slow = |time| Turn::error(500, &[]).after(seconds(time));
    play::<C>([
        Case::new("three slow attempts", vec![slow(30); 3])
            .client([Retry(RetryPolicy::times(9))])
            .waits([500, 1000])
            .fails(End::Api(500), "500 oops"),
        Case::new("no time for a wait", vec![slow(0); 3])
            .client([Timeout(Duration::from_millis(1400))])
            .waits([500])
            .fails(End::Api(500), "500 oops"),
        Case::new("an answer after the time of the call", [Turn::ok().after(seconds(100))]),
        // The second attempt gets the 80 milliseconds that are left, not its 30 seconds.
        Case::new(
            "little time for an attempt",
            [Turn::error(500, &[]).after(Duration::from_millis(79_420)), Turn::after_request().silence()],
        )
        .waits([500])
        .hardly_sent()
        .fails(End::NoAnswer(TransportErrorKind::Timeout), "no answer in time: the answer was not whole within 80"),
        Case::new("time without end", [Turn::error(500, &[]), Turn::ok()])
            .client([Timeout(Duration::MAX), AttemptTimeout(Duration::MAX), ConnectTimeout(Duration::MAX)])
            .waits([500]),
    ]);
}
