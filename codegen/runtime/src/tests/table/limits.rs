//! Answers up to the limit are taken, and no more of an answer than that.

use super::super::support::any_client::{AnyClient, for_each_client};
use super::super::support::fake_environment::FakeEnvironment;
use super::super::support::sample::commit;
use super::super::support::script::{ORDER, Turn, chunked};
use super::super::support::server::Server;
use super::case::{Case, End, KEY, play};
use super::setting::Setting::{ResponseLimit, Retry};
use crate::runtime::RetryPolicy;
use crate::runtime::TransportErrorKind::ResponseTooLarge;

for_each_client!(an_answer_may_fill_the_limit, an_answer_without_end_is_cut_off);

const MIB: usize = 1 << 20;

/// Makes an answer of a body.
type Framing = fn(&str) -> Turn;

fn an_answer_may_fill_the_limit<C: AnyClient>() {
    const LIMIT: usize = 1000;
    let body = |length: usize| format!("{ORDER}{}", " ".repeat(length - ORDER.len()));
    let framings: [(&str, Framing); 4] = [
        ("with a length", |body| Turn::answer(200, &[], body)),
        ("in chunks", |body| Turn::raw(chunked(body, 64))),
        ("in small chunks", |body| Turn::raw(chunked(body, 1))),
        ("without a length", |body| Turn::raw(format!("HTTP/1.1 200 OK\r\n\r\n{body}")).close()),
    ];
    for (framing, turn) in framings {
        play::<C>([
            Case::new(format!("all that is allowed, {framing}"), [turn(&body(LIMIT))]).client([ResponseLimit(LIMIT)]),
            // The server has most likely done its part: the call is not repeated.
            Case::new(format!("a byte more, {framing}"), [turn(&body(LIMIT + 1))])
                .client([ResponseLimit(LIMIT)])
                .fails(End::NoAnswer(ResponseTooLarge), "the answer is too large: its body is larger than 1000 bytes"),
            Case::new(format!("no limit, {framing}"), [turn(&body(LIMIT))]).client([ResponseLimit(usize::MAX)]),
        ]);
    }
    play::<C>([
        Case::new("nothing allowed, and nothing there", [Turn::answer(204, &[], "")])
            .ask(super::case::Ask::Ping)
            .client([ResponseLimit(0)]),
        Case::new("an error that is too large", [Turn::answer(400, &[], body(LIMIT))])
            .client([ResponseLimit(10), Retry(RetryPolicy::never())])
            .fails(End::NoAnswer(ResponseTooLarge), "the answer is too large: its body is larger than 10 bytes"),
    ]);
}

/// 100 MiB against the limit that holds unless another is set.
fn an_answer_without_end_is_cut_off<C: AnyClient>() {
    let flood = format!("{:x}\r\n{}\r\n", MIB, " ".repeat(MIB));
    let answers = [("content-length: 104857600", " ".repeat(MIB)), ("transfer-encoding: chunked", flood)];
    for (framing, piece) in answers {
        let turn = Turn::raw(format!("HTTP/1.1 200 OK\r\n{framing}\r\n\r\n")).flood(100, piece);
        let server = Server::playing([turn], &FakeEnvironment::new(1));
        let client = C::build(C::set_up().api_key(KEY).base_url(server.url())).unwrap();
        let error = C::send(commit(&client, "ord_1")).unwrap_err();
        assert_eq!(error.to_string(), "the answer is too large: its body is larger than 33554432 bytes");
        drop(client);
        // What is beyond the limit is on its way, in the buffers of the system.
        assert!(server.bytes_sent() < 100 * MIB, "{framing}: {} bytes", server.bytes_sent());
    }
}
