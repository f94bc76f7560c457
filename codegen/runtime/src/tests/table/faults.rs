//! Servers that are not there, hang up, stay silent, or do not speak HTTP.

use std::time::Duration;

use super::super::support::any_client::{AnyClient, for_each_client};
use super::super::support::sample::Commit;
use super::super::support::script::{ORDER, Turn, chunked};
use super::case::{Ask, Case, End, play};
use super::setting::Setting::{AttemptTimeout, Retry};
use crate::runtime::RetryPolicy;
use crate::runtime::TransportErrorKind::{Connect, Interrupted, Timeout};

/// What is waited between three attempts.
const WAITS: [u64; 2] = [500, 1000];

const HEAD: &str = "HTTP/1.1 200 OK\r\nrequest-id: req_1\r\n";

for_each_client!(broken_connections_are_tried_again, silence_ends_with_the_attempt, half_an_answer_is_none);

fn broken_connections_are_tried_again<C: AnyClient>() {
    // More than the system takes for a peer that does not read.
    let large = Ask::Commit(Commit::new("ord_1").payment("x".repeat(16 << 20)));
    let broken = |name, turn: Turn| Case::new(name, vec![turn; 3]).waits(WAITS).fails(BROKEN, "the connection broke: ");
    play::<C>([
        Case::new("nobody listens", []).waits(WAITS).requests(0).fails(End::NoAnswer(Connect), "cannot connect: "),
        broken("a reset before the request", Turn::at_once().reset()).requests(0),
        broken("a reset before the body of the request", Turn::after_head().reset()),
        broken("a reset within the body of the request", Turn::after_head().reset()).ask(large.clone()),
        broken("a reset after the request", Turn::after_request().reset()),
        broken("an end in order after the request", Turn::after_request().close()),
        broken("a reset within the head of the answer", Turn::raw("HTTP/1.1 200 OK\r\nconte").reset()),
        broken(
            "a reset within the body of the answer",
            Turn::raw(format!("{HEAD}content-length: 9\r\n\r\n{{")).reset(),
        ),
        broken("another protocol", Turn::raw("SSH-2.0-OpenSSH_9.6\r\n").close()),
        broken("another protocol, without an end", Turn::raw("220 mail.example.test ESMTP\r\n\r\n")),
        broken("a length that is none", Turn::raw(format!("{HEAD}content-length: -1\r\n\r\n{ORDER}"))),
        broken("two lengths", Turn::raw(format!("{HEAD}content-length: 1\r\ncontent-length: 2\r\n\r\n{ORDER}"))),
        broken(
            "a chunk without a size",
            Turn::raw(format!("{HEAD}transfer-encoding: chunked\r\n\r\nlarge\r\n{ORDER}")),
        ),
        Case::new("a reset, and then an answer", [Turn::at_once().reset(), Turn::ok()]).waits([500]).requests(1),
        Case::new("a reset after the request, and then an answer", [Turn::after_request().reset(), Turn::ok()])
            .waits([500]),
        Case::new("a reset within a large request, and then an answer", [Turn::after_head().reset(), Turn::ok()])
            .ask(large)
            .waits([500]),
    ]);
}

const BROKEN: End = End::NoAnswer(Interrupted);

fn silence_ends_with_the_attempt<C: AnyClient>() {
    let times_out = |name, turn: Turn| {
        Case::new(name, [turn])
            .client([AttemptTimeout(Duration::from_millis(80)), Retry(RetryPolicy::never())])
            .fails(End::NoAnswer(Timeout), "no answer in time: the answer was not whole within 80ms")
            .hardly_sent()
    };
    play::<C>([
        times_out("nothing", Turn::after_request().silence()),
        times_out("nothing on the head of the request", Turn::after_head().silence()),
        times_out("half a head", Turn::raw("HTTP/1.1 200 OK\r\nconte").silence()),
        times_out("a head without its body", Turn::raw(format!("{HEAD}content-length: 9\r\n\r\n")).silence()),
        times_out("half a body", Turn::raw(format!("{HEAD}content-length: 9\r\n\r\n{{\"id\"")).silence()),
        times_out(
            "chunks without an end",
            Turn::raw(format!("{HEAD}transfer-encoding: chunked\r\n\r\n1\r\n{{\r\n")).silence(),
        ),
        times_out("a body without an end", Turn::raw(format!("{HEAD}\r\n{{")).silence()),
        times_out("a head that drips", Turn::after_request().drip(format!("{HEAD}x: {}", "y".repeat(4096)), 1)),
        times_out(
            "a body that drips",
            Turn::raw(format!("{HEAD}content-length: 9999\r\n\r\n")).drip(" ".repeat(9999), 1),
        ),
        Case::new("silence, and then an answer", [Turn::after_request().silence(), Turn::ok()])
            .client([AttemptTimeout(Duration::from_millis(400))])
            .waits([500]),
        Case::new(
            "a body that drips, but not for too long",
            [Turn::raw(format!("{HEAD}content-length: {}\r\n\r\n", ORDER.len())).drip(ORDER, 1)],
        ),
    ]);
}

fn half_an_answer_is_none<C: AnyClient>() {
    let length = ORDER.len();
    let cut = |name, bytes: String| {
        Case::new(name, vec![Turn::raw(bytes).close(); 3]).waits(WAITS).fails(BROKEN, "the connection broke: ")
    };
    play::<C>([
        cut("a length that is too long", format!("{HEAD}content-length: {}\r\n\r\n{ORDER}", length + 1)),
        cut("no body at all", format!("{HEAD}content-length: {length}\r\n\r\n")),
        cut("half a chunk", format!("{HEAD}transfer-encoding: chunked\r\n\r\nff\r\n{{")),
        cut("no last chunk", chunked(ORDER, 50).replace("0\r\n\r\n", "")),
        cut("half an error", "HTTP/1.1 404 Not Found\r\ncontent-length: 99\r\n\r\n{\"error\":".to_owned()),
        Case::new(
            "a length that is too short",
            [Turn::raw(format!("{HEAD}content-length: {}\r\n\r\n{ORDER}", length - 9)).close()],
        )
        .fails(
            End::Unfit(200),
            "the answer to orders.commit does not fit: at `parent`: malformed JSON: EOF while parsing",
        ),
        Case::new(
            "half an answer, and then a whole one",
            [Turn::raw(format!("{HEAD}content-length: {length}\r\n\r\n{{")).close(), Turn::ok()],
        )
        .waits([500]),
        // Without a length the end of the connection is the end of the body.
        Case::new("no length", [Turn::raw(format!("{HEAD}\r\n{ORDER}")).close()]),
        Case::new("HTTP/1.0", [Turn::raw(format!("HTTP/1.0 200 OK\r\n\r\n{ORDER}")).close()]),
    ]);
}
