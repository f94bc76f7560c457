//! The client for tokio: over loopback connections, and over a transport of its user.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::{io, thread};

use bytes::Bytes;

use super::sample::{Commit, CommitError, Order, Ping, commit};
use crate::runtime::{Client, ConfigError, Error, Request, Transport, TransportError, TransportFuture};

const KEY: &str = "sk_test_example";
const ORDER: &str = include_str!("order.json");

/// A request as a server met it.
struct Received {
    connection: usize,
    text: String,
}

/// Serves these responses in turn, on as many connections as are opened, and tells what was received.
fn serve(responses: Vec<String>) -> (String, Receiver<Received>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    let (sender, receiver) = channel();
    let responses = Arc::new(Mutex::new(responses.into_iter()));
    thread::spawn(move || {
        for (connection, stream) in listener.incoming().enumerate() {
            let (sender, responses) = (sender.clone(), Arc::clone(&responses));
            thread::spawn(move || {
                serve_connection(connection, stream.unwrap(), &sender, || responses.lock().unwrap().next());
            });
        }
    });
    (base_url, receiver)
}

fn serve_connection(
    connection: usize,
    mut stream: TcpStream,
    sender: &Sender<Received>,
    next_response: impl Fn() -> Option<String>,
) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    while let Ok(text) = read_request(&mut reader) {
        // The test may be over already.
        let _ = sender.send(Received { connection, text });
        let Some(response) = next_response() else { break };
        let _ = stream.write_all(response.as_bytes());
        if response.contains("connection: close") {
            break;
        }
    }
}

fn read_request(reader: &mut impl BufRead) -> io::Result<String> {
    let mut text = String::new();
    while !text.ends_with("\r\n\r\n") {
        if reader.read_line(&mut text)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: ")).map_or(0, |n| n.parse().unwrap());
    reader.take(length).read_to_string(&mut text)?;
    Ok(text)
}

fn response(status: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nrequest-id: req_1\r\n\r\n{body}", body.len())
}

fn client(base_url: &str) -> Client {
    Client::builder().api_key(KEY).base_url(base_url).build().unwrap()
}

/// Runs on one thread: an answered connection is back in the pool before a second one could be open.
fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

#[test]
fn a_request_has_exactly_these_bytes() {
    let (base_url, received) = serve(vec![response("200 OK", ORDER), response("204 No Content", "")]);
    let client = client(&base_url);
    block_on(async {
        assert_eq!(commit(&client, "ord/1").payment("pi_1").await.unwrap(), Order::example());
        Request::new(&client, Ping { limit: Some(2), ..Ping::new("a b", 1) }).await.unwrap();
    });
    let host = base_url.trim_start_matches("http://");
    assert_eq!(
        received.recv().unwrap().text,
        format!(
            "POST /v2/orders/ord%2F1/commit HTTP/1.1\r\n\
             authorization: Bearer sk_test_example\r\n\
             accept: application/json\r\n\
             sample-version: 2025-08-27.preview\r\n\
             user-agent: sample/0.1.0\r\n\
             content-type: application/json\r\n\
             host: {host}\r\n\
             content-length: 18\r\n\
             \r\n\
             {{\"payment\":\"pi_1\"}}"
        )
    );
    assert_eq!(
        received.recv().unwrap().text,
        format!(
            "GET /v2/hosts/a%20b:1?limit=2 HTTP/1.1\r\n\
             authorization: Bearer sk_test_example\r\n\
             accept: application/json\r\n\
             sample-version: 2025-08-27.preview\r\n\
             user-agent: sample/0.1.0\r\n\
             host: {host}\r\n\
             \r\n"
        )
    );
}

#[test]
fn clones_share_a_connection_even_after_an_error() {
    let refusal = r#"{"error":{"code":"order_not_found","message":"no ord_1"}}"#;
    let (base_url, received) =
        serve(vec![response("404 Not Found", refusal), response("200 OK", "{}"), response("200 OK", ORDER)]);
    let client = client(&base_url);
    block_on(async {
        let error = commit(&client, "ord_1").await.unwrap_err();
        assert_eq!(error.to_string(), "404 order_not_found: no ord_1 (req_1)");
        assert!(matches!(error, Error::Api(error) if error.kind == CommitError::OrderNotFound));
        assert!(matches!(commit(&client.clone(), "ord_1").await, Err(Error::Response(_))));
        commit(&client, "ord_1").await.unwrap();
    });
    let connections: Vec<_> = received.try_iter().map(|received| received.connection).collect();
    assert_eq!(connections, [0, 0, 0]);
}

#[test]
fn requests_and_their_futures_move_between_tasks() {
    let (base_url, _received) = serve(vec![response("200 OK", ORDER); 2]);
    block_on(async {
        let request = commit(&client(&base_url), "ord_1");
        let same = request.clone();
        let future = tokio::spawn(request.into_future());
        assert_eq!(future.await.unwrap().unwrap(), Order::example());
        let order = tokio::spawn(async move { same.await }).await.unwrap();
        assert_eq!(order.unwrap(), Order::example());
    });
}

#[test]
fn redirects_are_not_followed() {
    let (elsewhere, visits) = serve(vec![]);
    let redirect = format!("HTTP/1.1 307 Temporary Redirect\r\nlocation: {elsewhere}/\r\ncontent-length: 0\r\n\r\n");
    let (base_url, _received) = serve(vec![redirect]);
    let error = block_on(commit(&client(&base_url), "ord_1").into_future()).unwrap_err();
    assert_eq!(error.status(), Some(307));
    assert!(visits.try_recv().is_err());
}

#[test]
fn without_a_whole_answer_there_is_a_transport_error() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (cut_off, _received) =
        serve(vec!["HTTP/1.1 200 OK\r\ncontent-length: 9\r\nconnection: close\r\n\r\n{".to_owned()]);
    let (no_http, _received) = serve(vec!["SSH-2.0\r\n\r\nconnection: close".to_owned()]);
    for base_url in [format!("http://{free}"), cut_off, no_http] {
        let error = block_on(commit(&client(&base_url), "ord_1").into_future()).unwrap_err();
        assert!(matches!(error, Error::Transport(_)), "{error}");
        assert!(error.to_string().starts_with("no answer: "), "{error}");
        assert!(!format!("{error:?} {error}").contains(KEY));
    }
}

#[test]
fn an_answer_without_end_is_refused() {
    let endless = response("200 OK", &" ".repeat(17 * 1024 * 1024));
    let (base_url, _received) = serve(vec![endless]);
    let error = block_on(commit(&client(&base_url), "ord_1").into_future()).unwrap_err();
    assert_eq!(error.to_string(), "no answer: the body is larger than 16777216 bytes");
}

/// Counts requests, and answers as told.
struct Fake {
    calls: Arc<AtomicUsize>,
    answer: fn() -> Result<http::Response<Bytes>, TransportError>,
}

impl Transport for Fake {
    fn send(&self, _request: http::Request<Bytes>) -> TransportFuture {
        self.calls.fetch_add(1, Ordering::SeqCst);
        Box::pin(std::future::ready((self.answer)()))
    }
}

fn faked(answer: fn() -> Result<http::Response<Bytes>, TransportError>) -> (Client, Arc<AtomicUsize>) {
    let calls = Arc::default();
    let fake = Fake { calls: Arc::clone(&calls), answer };
    (Client::builder().api_key(KEY).transport(fake).build().unwrap(), calls)
}

#[test]
fn a_transport_may_be_the_users_own() {
    let (client, calls) = faked(|| Ok(http::Response::new(ORDER.into())));
    block_on(async {
        assert_eq!(commit(&client, "ord_1").await.unwrap(), Order::example());
        assert_eq!(calls.load(Ordering::SeqCst), 1);
    });
    let (client, _) = faked(|| Err(TransportError::new("unplugged")));
    let error = block_on(commit(&client, "ord_1").into_future()).unwrap_err();
    assert_eq!(error.to_string(), "no answer: unplugged");
}

#[test]
fn nothing_is_sent_before_the_await_or_if_a_parameter_is_refused() {
    let (client, calls) = faked(|| Ok(http::Response::new(ORDER.into())));
    let request = commit(&client, "ord_1").payment("pi_1");
    assert_eq!(request.operation(), &Commit::new("ord_1").payment("pi_1"));
    let future = request.into_future();
    assert_eq!(calls.load(Ordering::SeqCst), 0);
    drop(future);
    let error = block_on(commit(&client, "..").into_future()).unwrap_err();
    assert!(matches!(error, Error::Request(ref error) if error.parameter() == Some("id")), "{error}");
    assert_eq!(calls.load(Ordering::SeqCst), 0);
}

#[test]
fn a_client_needs_sound_settings() {
    assert_eq!(Client::builder().build().unwrap_err(), ConfigError::ApiKey);
    assert_eq!(Client::new("sk test").unwrap_err(), ConfigError::ApiKey);
    let error = Client::builder().api_key(KEY).base_url("http://api.example.test").build().unwrap_err();
    assert!(matches!(error, ConfigError::BaseUrl(_)), "{error}");
}

#[cfg(feature = "async-tls")]
#[test]
fn https_is_there() {
    Client::new(KEY).unwrap();
}

#[cfg(not(feature = "async-tls"))]
#[test]
fn https_needs_tls_or_a_transport() {
    let error = Client::new(KEY).unwrap_err();
    assert_eq!(error.to_string(), "https is not available: enable the feature `async-tls`, or set a transport");
    faked(|| Err(TransportError::new("unplugged")));
}

#[test]
fn a_client_never_shows_its_key() {
    let builder = Client::builder().api_key(KEY).base_url("http://localhost");
    let shown = format!("{builder:?}");
    let client = builder.build().unwrap();
    for shown in [shown, format!("{client:?}"), format!("{:?}", commit(&client, "ord_1"))] {
        assert!(!shown.contains(KEY), "{shown}");
    }
}
