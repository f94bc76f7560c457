//! Answers that come piece by piece, over HTTP on this machine.

mod service;

use std::future::Future;

use case_streams::letters::{self, Delta, StreamError};
use case_streams::{Client, Error};

fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

fn client(url: String) -> Client {
    Client::builder().api_key("sk_test_example").base_url(url).build().unwrap()
}

const WORDS: &str = concat!(
    ": hello\n\n",
    "event: delta\ndata: {\"type\":\"started\",\"letter\":\"l_1\"}\n\n",
    "event: delta\ndata: {\"type\":\"word\",\ndata: \"text\":\"Dear\"}\n\n",
    "data: [DONE]\n\n",
);

#[test]
fn events_are_typed() {
    let (url, service) = service::answering(WORDS);
    let events = run(async {
        let mut events = letters::stream(&client(url), "spring").words(1).events();
        let mut came = Vec::new();
        while let Some(event) = events.next().await {
            came.push(event.unwrap());
        }
        came
    });
    assert_eq!(service.join().unwrap(), r#"{"stream":true,"about":"spring","words":1}"#);
    assert!(matches!(&events[0].data, Delta::Started(started) if started.letter == "l_1"));
    assert!(matches!(&events[1].data, Delta::Word(word) if word.text == "Dear"));
    assert_eq!((events.len(), events[1].event.as_deref()), (2, Some("delta")));
}

#[test]
fn all_events_are_an_answer_too() {
    let (url, _) = service::answering(WORDS);
    assert_eq!(run(async { letters::stream(&client(url), "spring").await }).unwrap().len(), 2);
}

#[test]
fn a_stream_without_its_end_is_an_error() {
    let (url, _) = service::answering("data: {\"type\":\"word\",\"text\":\"Dear\"}\n\n");
    let mut events = letters::stream(&client(url), "spring").events();
    let (first, error) = run(async { (events.next().await, events.next().await) });
    assert!(first.unwrap().is_ok());
    let error: Error<StreamError> = error.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "the connection broke: the stream ended without `[DONE]`");
}

#[test]
fn the_same_call_gives_all_of_it() {
    let (url, service) = service::answering(r#"{"text":"Dear"}"#);
    assert_eq!(run(async { letters::write(&client(url), "spring").await }).unwrap().text, "Dear");
    assert_eq!(service.join().unwrap(), r#"{"stream":false,"about":"spring"}"#);
}

#[test]
fn texts_stand_by_themselves_in_events() {
    let (url, _) = service::answering("id: 7\ndata: two\ndata: lines\n\n");
    let mut events = letters::watch(&client(url)).events();
    let event = run(events.next()).unwrap().unwrap();
    assert_eq!((event.data.as_str(), event.id.as_deref()), ("two\nlines", Some("7")));
}

#[test]
fn lines_are_typed() {
    let line = r#"{"at":"2025-08-27T12:00:00Z","text":"begun"}"#;
    let (url, _) = service::answering(&format!("{line}\n{line}"));
    let mut lines = letters::journal(&client(url)).lines();
    let (first, second, end) = run(async { (lines.next().await, lines.next().await, lines.next().await) });
    assert_eq!(first.unwrap().unwrap(), second.unwrap().unwrap());
    assert!(end.is_none());
}

#[test]
fn bytes_and_texts_are_no_json() {
    let (url, _) = service::answering("<png>");
    assert_eq!(run(async { letters::scan(&client(url), "l_1").await }).unwrap(), "<png>");
    let (url, _) = service::answering("Dear");
    assert_eq!(run(async { letters::print(&client(url), "l_1").await }).unwrap(), "Dear");
}

#[test]
fn bytes_come_as_they_are_sent() {
    let (url, _) = service::answering("<png>");
    let bytes = run(async {
        let mut chunks = letters::scan(&client(url), "l_1").chunks().await.unwrap();
        assert_eq!((chunks.length(), chunks.response().status()), (Some(5), 200));
        let mut bytes = Vec::new();
        while let Some(chunk) = chunks.next().await {
            bytes.extend_from_slice(&chunk.unwrap());
        }
        bytes
    });
    assert_eq!(bytes, b"<png>");
}

#[cfg(feature = "blocking")]
#[test]
fn threads_that_block_iterate() {
    let client = |url: String| {
        case_streams::BlockingClient::builder().api_key("sk_test_example").base_url(url).build().unwrap()
    };
    let (url, _) = service::answering(WORDS);
    assert_eq!(letters::stream(&client(url), "spring").events().map(Result::unwrap).count(), 2);
    let (url, _) = service::answering("<png>");
    let chunks = letters::scan(&client(url), "l_1").chunks().unwrap();
    assert_eq!(chunks.map(Result::unwrap).collect::<Vec<_>>().concat(), b"<png>");
}
