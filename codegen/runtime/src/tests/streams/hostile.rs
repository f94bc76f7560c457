//! Servers that mean no good.

use std::time::Duration;

use super::calls::{client, told};
use super::sample::{Streams, download, tail, tell};
use crate::runtime::tests::support::any_client::for_each_client;
use crate::runtime::tests::support::fake_environment::FakeEnvironment;
use crate::runtime::tests::support::script::Turn;
use crate::runtime::tests::support::server::Server;
use crate::runtime::{Error, RetryPolicy, TransportErrorKind};

for_each_client!(
    an_endless_event_is_an_error,
    an_endless_line_is_an_error,
    a_stream_that_hangs_is_an_error,
    a_page_is_no_stream,
);

const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-length: 1073741824\r\n\r\n";

/// A piece of a stream without end: no more of it is taken than the limit, and what is on its way.
fn endless<C: Streams>(start: &str, piece: &str, read: impl FnOnce(&C) -> Vec<String>) {
    let turn = Turn::raw(format!("{HEAD}{start}")).flood(1 << 14, piece.repeat((64 << 10) / piece.len()));
    let server = Server::repeating(turn);
    let came = read(&client::<C>(&server, &FakeEnvironment::new(0)));
    assert_eq!(came, ["the answer is too large: an event or a line in it is larger than 100000 bytes"]);
    assert!(server.bytes_sent() < 64 << 20, "{} bytes were sent", server.bytes_sent());
}

fn an_endless_event_is_an_error<C: Streams>() {
    for piece in ["data: 12345\n", "x"] {
        endless::<C>("data: {", piece, |client| told(&C::events(tell(client).response_limit(100_000))));
    }
}

fn an_endless_line_is_an_error<C: Streams>() {
    endless::<C>("[", " 12,", |client| told(&C::lines(tail(client).response_limit(100_000))));
}

fn a_stream_that_hangs_is_an_error<C: Streams>() {
    let server = Server::repeating(Turn::raw(HEAD).send("data: {\"text\":\"a\"}\n\n").silence());
    let client = client::<C>(&server, &FakeEnvironment::new(0));
    let brief = Duration::from_millis(50);
    let came = C::events(tell(&client).attempt_timeout(brief).retry(RetryPolicy::times(0)));
    assert_eq!(told(&came), ["//a", "no answer in time: nothing came for 50ms"]);
    let error = C::bytes(download(&client).attempt_timeout(brief)).unwrap_err();
    assert!(matches!(&error, Error::Transport(error) if error.kind() == TransportErrorKind::Timeout), "{error}");
}

fn a_page_is_no_stream<C: Streams>() {
    let server = Server::repeating(Turn::answer(200, &[("content-type", "text/html")], "<p>Sign in</p>"));
    let client = client::<C>(&server, &FakeEnvironment::new(0));
    for came in [C::events(tell(&client)), C::lines(tail(&client))] {
        assert!(told(&came)[0].ends_with("does not fit: expected a stream, found HTML (req_1)"), "{came:?}");
        assert_eq!(came.len(), 1);
    }
}
