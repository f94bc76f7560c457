//! Answers that are compressed.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::support::any_client::{AnyClient, for_each_client};
use super::support::child_process::in_little_memory;
use super::support::fake_environment::FakeEnvironment;
use super::support::sample::{Commit, Order, commit};
use super::support::script::{ORDER, Turn};
use super::support::server::Server;
use crate::runtime::{Error, Operation, RawCall, Request, TransportErrorKind};

for_each_client!(
    an_answer_is_asked_for_in_gzip_and_inflated,
    a_body_that_is_not_there_is_no_damage,
    what_is_damaged_is_asked_for_again,
    an_error_is_inflated_too,
    a_bomb_is_cut_off_in_little_memory,
    what_was_not_asked_for_is_an_error,
);

pub(super) fn gzip(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes.as_ref()).unwrap();
    encoder.finish().unwrap()
}

/// Many zeros: this many times a MiB of them, each a member of a kilobyte.
pub(super) fn bomb(mebibytes: usize) -> Vec<u8> {
    gzip(vec![0; 1 << 20]).repeat(mebibytes)
}

const ENCODED: (&str, &str) = ("content-encoding", "gzip");

fn client<C: AnyClient>(server: &Server, clock: &FakeEnvironment) -> C {
    C::build(C::set_up().api_key("sk_test_example").base_url(server.url()).environment(clock.clone())).unwrap()
}

fn raw<C: AnyClient>(client: &C) -> Request<C, RawCall> {
    Request::raw(client, http::Method::GET, "/v1/x".to_owned())
}

fn an_answer_is_asked_for_in_gzip_and_inflated<C: AnyClient>() {
    let (start, end) = ORDER.split_at(20);
    let turns = [
        Turn::answer(200, &[ENCODED], gzip(ORDER)),
        Turn::answer(200, &[("content-encoding", "X-GZIP")], [gzip(start), gzip(end)].concat()),
        Turn::after_request()
            .send(format!("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n", gzip(ORDER).len()))
            .drip(gzip(ORDER), 7),
        Turn::answer(200, &[("content-encoding", "identity")], ORDER),
        Turn::ok(),
    ];
    let (clock, calls) = (FakeEnvironment::new(0), turns.len());
    let server = Server::playing(turns, &clock);
    let client = client::<C>(&server, &clock);
    for call in 0..calls {
        let answer = C::send(commit(&client, "ord_1")).unwrap();
        assert_eq!(answer.output, Order::example());
        assert_eq!(answer.raw.body(), ORDER.as_bytes());
        let told = ["content-encoding", "content-length"].map(|name| answer.raw.headers().contains_key(name));
        assert_eq!(told, [call == 3, call > 2], "what is told of the gzip is gone");
    }
    assert!(server.finish().iter().all(|request| request.header("accept-encoding") == Some("gzip")));
}

/// The answer to `HEAD` says how it would be compressed.
fn a_body_that_is_not_there_is_no_damage<C: AnyClient>() {
    let server = Server::repeating(Turn::answer(200, &[ENCODED], ""));
    let answer = C::send_raw(raw(&client::<C>(&server, &FakeEnvironment::new(0)))).unwrap();
    assert!(answer.body().is_empty());
}

fn what_is_damaged_is_asked_for_again<C: AnyClient>() {
    let whole = gzip(ORDER);
    let cut = |by: usize| whole[..whole.len() - by].to_vec();
    let mut wrong_sum = whole.clone();
    let sum = wrong_sum.len() - 8;
    wrong_sum[sum] ^= 1;
    let with_more = [&whole[..], b"more"].concat();
    for damaged in [cut(1), cut(9), cut(whole.len() - 3), wrong_sum, with_more, ORDER.into()] {
        let clock = FakeEnvironment::new(0);
        let server = Server::playing([Turn::answer(200, &[ENCODED], &damaged), Turn::ok()], &clock);
        assert_eq!(C::send(commit(&client::<C>(&server, &clock), "ord_1")).unwrap().raw.attempts(), 2);

        let server = Server::repeating(Turn::answer(200, &[ENCODED], &damaged));
        let error = C::send(commit(&client::<C>(&server, &clock), "ord_1")).unwrap_err();
        assert!(error.to_string().starts_with("the connection broke: its gzip is damaged or cut off: "), "{error}");
        assert_eq!(error.attempts(), 3);
    }
}

fn an_error_is_inflated_too<C: AnyClient>() {
    let body = gzip(r#"{"error":{"code":"oops","message":"no luck"}}"#);
    let server = Server::repeating(Turn::answer(400, &[ENCODED], body));
    let error = C::send(commit(&client::<C>(&server, &FakeEnvironment::new(0)), "ord_1")).unwrap_err();
    assert_eq!(error.to_string(), "400 oops: no luck (req_1)");
}

/// A GiB of zeros in a MiB.
fn a_bomb_is_cut_off_in_little_memory<C: AnyClient>() {
    let this_test = format!("{}::{}::a_bomb_is_cut_off_in_little_memory", module_path!(), C::TESTS);
    in_little_memory(&this_test, || {
        for status in [200, 400] {
            let server = Server::repeating(Turn::answer(status, &[ENCODED], bomb(1024)));
            let client = client::<C>(&server, &FakeEnvironment::new(0));
            let error = C::send(commit(&client, "ord_1").response_limit(8 << 20)).unwrap_err();
            assert_eq!(error.to_string(), "the answer is too large: its body is larger than 8388608 bytes");
            assert!(matches!(&error, Error::Transport(it) if it.kind() == TransportErrorKind::ResponseTooLarge));
            assert_eq!(error.attempts(), 1);
        }
    });
}

fn what_was_not_asked_for_is_an_error<C: AnyClient>() {
    let found = "the encoding `br`, which was not asked for";
    let server = Server::repeating(Turn::answer(200, &[("content-encoding", "br")], "\u{b}"));
    let sent = client::<C>(&server, &FakeEnvironment::new(0));
    let error = C::send(commit(&sent, "ord_1")).unwrap_err();
    let told = format!("the answer to orders.commit does not fit: expected a body as it is, found {found} (req_1)");
    assert_eq!(error.to_string(), told);
    let error = C::send_raw(raw(&sent)).unwrap_err();
    assert!(error.to_string().contains(found), "{error}");

    let server = Server::repeating(Turn::answer(400, &[("content-encoding", "br")], "\u{b}"));
    let error = C::send(commit(&client::<C>(&server, &FakeEnvironment::new(0)), "ord_1")).unwrap_err();
    assert_eq!(error.to_string(), format!("400 with {found} (req_1)"));
}

/// Who sends a request by other means has not asked for gzip, unless by a header of their own, and then they inflate it.
#[test]
fn without_a_client_nothing_is_inflated() {
    let response = http::Response::builder().header("content-encoding", "gzip").body(gzip(ORDER).into()).unwrap();
    let error = Commit::from_http(response).unwrap_err();
    assert!(error.to_string().contains("found the encoding `gzip`, which was not asked for"), "{error}");
}
