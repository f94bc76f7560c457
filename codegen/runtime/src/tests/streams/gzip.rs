//! Streams that are compressed.

use std::io::Write;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::calls::{client, told};
use super::sample::{Streams, download, tail, tell};
use crate::runtime::RetryPolicy;
use crate::runtime::tests::gzip::{bomb, gzip};
use crate::runtime::tests::support::any_client::for_each_client;
use crate::runtime::tests::support::child_process::in_little_memory;
use crate::runtime::tests::support::fake_environment::FakeEnvironment;
use crate::runtime::tests::support::script::Turn;
use crate::runtime::tests::support::server::Server;

for_each_client!(
    events_come_as_they_are_sent,
    a_stream_may_be_cut_anywhere,
    a_stream_that_is_cut_off_is_an_error,
    a_line_of_zeros_is_an_error,
    bytes_come_in_little_memory,
);

const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 100000\r\n\r\n";
const ENCODED: (&str, &str) = ("content-encoding", "gzip");

/// The first event is there, though the second one never comes.
fn events_come_as_they_are_sent<C: Streams>() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(b"data: {\"text\":\"a\"}\n\n").unwrap();
    encoder.flush().unwrap();
    let server = Server::repeating(Turn::raw(HEAD).send(encoder.get_ref()).silence());
    let client = client::<C>(&server, &FakeEnvironment::new(0));
    let brief = Duration::from_millis(50);
    let came = C::events(tell(&client).attempt_timeout(brief).retry(RetryPolicy::times(0)));
    assert_eq!(told(&came), ["//a", "no answer in time: nothing came for 50ms"]);
}

fn a_stream_may_be_cut_anywhere<C: Streams>() {
    let lines = gzip("{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
    let head = format!("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n", lines.len());
    let server = Server::repeating(Turn::raw(head).drip(lines, 1));
    assert_eq!(told(&C::lines(tail(&client::<C>(&server, &FakeEnvironment::new(0))))), ["a", "b"]);
}

fn a_stream_that_is_cut_off_is_an_error<C: Streams>() {
    let mut lines = gzip("{\"text\":\"a\"}\n");
    lines.truncate(lines.len() - 4);
    let server = Server::repeating(Turn::answer(200, &[ENCODED], lines));
    let came = told(&C::lines(tail(&client::<C>(&server, &FakeEnvironment::new(0)))));
    assert_eq!(came[0], "a");
    assert!(came[1].starts_with("the connection broke: its gzip is damaged or cut off: "), "{came:?}");
    assert_eq!(came.len(), 2);
}

/// In one piece of a few bytes.
fn a_line_of_zeros_is_an_error<C: Streams>() {
    let server = Server::repeating(Turn::answer(200, &[ENCODED], bomb(1024)));
    let client = client::<C>(&server, &FakeEnvironment::new(0));
    let wrong = "the answer is too large: an event or a line in it is larger than 100000 bytes";
    assert_eq!(told(&C::events(tell(&client).response_limit(100_000))), [wrong]);
    assert_eq!(told(&C::lines(tail(&client).response_limit(100_000))), [wrong]);
}

/// What comes as it comes may be larger than the limit, and no more of it is made than is asked for.
fn bytes_come_in_little_memory<C: Streams>() {
    let this_test = format!("{}::{}::bytes_come_in_little_memory", module_path!(), C::TESTS);
    in_little_memory(&this_test, || {
        let server = Server::repeating(Turn::answer(200, &[ENCODED], bomb(256)));
        let client = client::<C>(&server, &FakeEnvironment::new(0));
        assert_eq!(C::count(download(&client).response_limit(1000)), 256 << 20);
    });
}
