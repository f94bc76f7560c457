//! Calls whose answers come piece by piece.

use std::time::Duration;

use super::sample::{Came, Streams, Tell, download, show, tail, tell};
use crate::runtime::tests::support::any_client::for_each_client;
use crate::runtime::tests::support::fake_environment::FakeEnvironment;
use crate::runtime::tests::support::script::{Turn, chunked};
use crate::runtime::tests::support::server::Server;
use crate::runtime::{Error, Operation};

for_each_client!(
    events_come_as_they_are_sent,
    a_stream_that_breaks_is_taken_up_again,
    a_stream_is_not_taken_up_for_ever,
    what_does_not_fit_is_an_error_in_its_place,
    lines_come_as_they_are_sent,
    a_line_cut_off_is_an_error,
    bytes_come_as_they_are_sent,
    a_refusal_is_that_of_any_call,
    whole_answers_are_read_too,
);

pub(super) fn client<C: Streams>(server: &Server, clock: &FakeEnvironment) -> C {
    C::build(C::set_up().api_key("sk_test_example").base_url(server.url()).environment(clock.clone())).unwrap()
}

/// Texts of the pieces, and of the errors.
pub(super) fn told(came: &Came) -> Vec<String> {
    came.iter().map(|piece| piece.as_ref().map_or_else(ToString::to_string, Clone::clone)).collect()
}

const TWO: &str =
    "id: 1\ndata: {\"text\":\"a\"}\n\n: still here\n\nevent: x\nid: 2\ndata: {\"text\":\ndata: \"b\"}\n\n";

fn events_come_as_they_are_sent<C: Streams>() {
    let clock = FakeEnvironment::new(0);
    let server = Server::playing([Turn::raw(chunked(&format!("{TWO}data: [DONE]\n\n"), 5))], &clock);
    assert_eq!(told(&C::events(tell(&client::<C>(&server, &clock)))), ["/1/a", "x/2/b"]);
    let received = server.finish();
    assert_eq!(received[0].header("accept"), Some("text/event-stream"));
    assert_eq!(received[0].header("last-event-id"), None);
}

/// It says where it was, and waits as long as the server asked for.
fn a_stream_that_breaks_is_taken_up_again<C: Streams>() {
    let clock = FakeEnvironment::new(0);
    let rest = Turn::answer(200, &[], "id: 3\ndata: {\"text\":\"c\"}\n\ndata: [DONE]\n\n");
    let server = Server::playing([Turn::answer(200, &[], format!("retry: 7000\n{TWO}data: {{")), rest], &clock);
    assert_eq!(told(&C::events(tell(&client::<C>(&server, &clock)))), ["/1/a", "x/2/b", "/3/c"]);
    assert_eq!(clock.waits(), [Duration::from_secs(7)]);
    assert_eq!(server.finish()[1].header("last-event-id"), Some("2"));
}

fn a_stream_is_not_taken_up_for_ever<C: Streams>() {
    let clock = FakeEnvironment::new(0);
    let server = Server::playing(vec![Turn::answer(200, &[], ": nothing\n\n"); 5], &clock);
    let came = C::events(tell(&client::<C>(&server, &clock)));
    assert_eq!(told(&came), ["the connection broke: the stream ended without `[DONE]`"]);
    assert_eq!(server.finish().len(), 3, "one call, and two more");
}

fn what_does_not_fit_is_an_error_in_its_place<C: Streams>() {
    let clock = FakeEnvironment::new(0);
    let body = "data: {\"text\":\"a\"}\n\ndata: {\"text\":[]}\n\ndata: {\"text\":\"c\"}\n\ndata: [DONE]\n\n";
    let server = Server::playing([Turn::answer(200, &[], body)], &clock);
    let came = C::events(tell(&client::<C>(&server, &clock)));
    let wrong = "the answer to parts.tell does not fit: at `events[1].text`: expected a string, found an array (req_1)";
    assert_eq!(told(&came), ["//a", wrong, "//c"]);
    let error = came[1].as_ref().unwrap_err();
    assert_eq!(error.raw().unwrap().body(), br#"{"text":[]}"#);
}

fn lines_come_as_they_are_sent<C: Streams>() {
    let clock = FakeEnvironment::new(0);
    let server =
        Server::playing([Turn::raw(chunked("{\"text\":\"a\"}\n\n{\"text\":\"b\"}\r\n{\"text\":\"c\"}", 4))], &clock);
    assert_eq!(told(&C::lines(tail(&client::<C>(&server, &clock)))), ["a", "b", "c"]);
}

fn a_line_cut_off_is_an_error<C: Streams>() {
    let clock = FakeEnvironment::new(0);
    let body = chunked("{\"text\":\"a\"}\n{\"text\":", 100);
    let server = Server::playing([Turn::raw(body.trim_end_matches("0\r\n\r\n")).close()], &clock);
    let came = C::lines(tail(&client::<C>(&server, &clock)));
    assert!(matches!(&came[..], [Ok(_), Err(Error::Transport(_))]), "{came:?}");
}

fn bytes_come_as_they_are_sent<C: Streams>() {
    let clock = FakeEnvironment::new(0);
    let server = Server::playing([Turn::answer(200, &[], b"\x00\xff<>"), Turn::raw(chunked("abc", 1))], &clock);
    let client = client::<C>(&server, &clock);
    assert_eq!(C::bytes(download(&client)).unwrap(), (Some(4), b"\x00\xff<>".to_vec()));
    assert_eq!(C::bytes(download(&client)).unwrap(), (None, b"abc".to_vec()));
}

/// Whether the answer was wanted as it comes or not: it is repeated, and its body is read.
fn a_refusal_is_that_of_any_call<C: Streams>() {
    let clock = FakeEnvironment::new(0);
    let refused = || vec![Turn::error(503, &[]), Turn::error(400, &[])];
    let server = Server::playing([refused(), refused(), refused()].concat(), &clock);
    let client = client::<C>(&server, &clock);
    let refusal = "400 oops: no luck (req_1)";
    assert_eq!(told(&C::events(tell(&client))), [refusal]);
    assert_eq!(told(&C::lines(tail(&client))), [refusal]);
    let error = C::bytes(download(&client)).unwrap_err();
    assert_eq!((error.to_string().as_str(), error.attempts()), (refusal, 2));
}

fn whole_answers_are_read_too<C: Streams>() {
    let clock = FakeEnvironment::new(0);
    let turns = [
        Turn::answer(200, &[], format!("{TWO}data: [DONE]\n\n")),
        Turn::answer(200, &[], "{\"text\":\"a\"}\n{\"text\":\"b\"}"),
        Turn::answer(200, &[], b"\xff<>"),
        Turn::answer(200, &[], "<p>5</p>"),
        Turn::answer(200, &[], b"\xff"),
    ];
    let server = Server::playing(turns, &clock);
    let client = client::<C>(&server, &clock);
    let events = C::send(tell(&client)).unwrap().output;
    assert_eq!((events.len(), events[1].data.text.as_str(), events[1].id.as_deref()), (2, "b", Some("2")));
    assert_eq!(C::send(tail(&client)).unwrap().output.into_iter().map(|line| line.text).collect::<String>(), "ab");
    assert_eq!(C::send(download(&client)).unwrap().output, &b"\xff<>"[..]);
    assert_eq!(C::send(show(&client)).unwrap().output, "<p>5</p>");
    assert!(C::send(show(&client)).unwrap_err().to_string().contains("expected a text, found other than UTF-8"));
}

/// Without a client, what came is read as a whole.
#[test]
fn a_whole_stream_that_broke_is_an_error() {
    let read = |body: &'static str| Tell::from_http(http::Response::new(body.into()));
    assert_eq!(read("data: {\"text\":\"a\"}\n\ndata: [DONE]\n\n").unwrap().len(), 1);
    assert!(read("data: {\"text\":\"a\"}\n\n").unwrap_err().to_string().contains("the stream ended without `[DONE]`"));
    assert!(read("<html>").unwrap_err().to_string().contains("expected a stream, found HTML"));
    let error = read("data: {\"text\":\"a\"}\n\ndata: {\n\n").unwrap_err();
    assert!(error.to_string().contains("events[1]"), "{error}");
}
