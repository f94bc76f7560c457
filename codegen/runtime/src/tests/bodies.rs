//! Bodies that are whole, and bodies that are read as they are sent or received.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};
use std::time::Duration;
use std::{env, fs};

use super::support::any_client::{AnyClient, for_each_client};
use super::support::child_process::in_little_memory;
use super::support::fake_environment::FakeEnvironment;
use super::support::script::{Turn, chunked};
use super::support::server::Server;
use crate::runtime::configuration::base_url::BaseUrl;
use crate::runtime::configuration::settings::DEFAULT_LIMITS;
use crate::runtime::formats::encoding::Writing;
use crate::runtime::formats::format::Content;
use crate::runtime::transports::network::Network;
use crate::runtime::{Body, File, Limits, MULTIPART_BODY, Members, TransportError, TransportErrorKind, WireForm};

for_each_client!(
    many_bytes_take_little_memory,
    a_body_that_is_read_as_it_is_sent_says_its_length_where_that_is_known,
    a_body_that_cannot_be_read_is_an_error,
    an_answer_that_stands_still_is_an_error,
    an_answer_that_breaks_off_is_an_error,
    an_answer_as_it_comes_may_be_larger_than_the_limit,
    a_connection_is_used_again_once_an_answer_was_read,
);

/// The transport of a client, which the tests of both have in common.
pub(super) trait OwnTransport: AnyClient {
    /// Sends a request, and gives its answer to a reader of pieces.
    fn exchange(
        url: &str,
        requests: Vec<http::Request<Body>>,
        limits: Limits,
        read: &mut dyn FnMut(&[u8]),
    ) -> Result<(), TransportError>;
}

fn base_url(url: &str) -> BaseUrl {
    BaseUrl::parse(url, &[]).unwrap()
}

#[cfg(feature = "async")]
impl OwnTransport for crate::runtime::Client {
    fn exchange(
        url: &str,
        requests: Vec<http::Request<Body>>,
        limits: Limits,
        read: &mut dyn FnMut(&[u8]),
    ) -> Result<(), TransportError> {
        use super::support::any_client::block_on;
        use crate::runtime::{HyperTransport, Transport};

        let transport = HyperTransport::new(&Network::default(), &base_url(url)).unwrap();
        block_on(async {
            for request in requests {
                let mut body = transport.send(request, limits).await?.into_body();
                while let Some(chunk) = body.chunk().await {
                    read(&chunk?);
                }
            }
            Ok(())
        })
    }
}

#[cfg(feature = "blocking")]
impl OwnTransport for crate::runtime::BlockingClient {
    fn exchange(
        url: &str,
        requests: Vec<http::Request<Body>>,
        limits: Limits,
        read: &mut dyn FnMut(&[u8]),
    ) -> Result<(), TransportError> {
        use crate::runtime::{BlockingTransport, UreqTransport};

        let transport = UreqTransport::new(&Network::default(), DEFAULT_LIMITS.timeout, &base_url(url)).unwrap();
        for request in requests {
            let mut body = transport.send(request, limits)?.into_body();
            while let Some(chunk) = body.read_chunk() {
                read(&chunk?);
            }
        }
        Ok(())
    }
}

const AS_IT_COMES: Limits = Limits { idle: Some(Duration::from_secs(20)), ..DEFAULT_LIMITS };

fn post(url: &str, body: impl Into<Body>) -> http::Request<Body> {
    http::Request::post(format!("{url}/things")).body(body.into()).unwrap()
}

fn many_bytes_take_little_memory<C: OwnTransport>() {
    let test = format!("{}::{}::many_bytes_take_little_memory", module_path!(), C::TESTS);
    many_bytes::<C>(&test, 256 << 20);
}

/// Moves many bytes up and down, in a process of its own, in which there is only the test that is named.
pub(super) fn many_bytes<C: OwnTransport>(this_test: &str, many: u64) {
    in_little_memory(this_test, || move_many::<C>(many));
}

fn move_many<C: OwnTransport>(many: u64) {
    let path = env::temp_dir().join(format!("clientsmith {} many {}", C::TESTS, std::process::id()));
    fs::File::create(&path).unwrap().set_len(many).unwrap();
    let read = || Body::from_reader(io::repeat(b'x').take(many));
    let in_parts = in_parts(File::open(&path));
    assert!(in_parts.length().is_some_and(|length| length > many));
    for body in [read(), read().with_length(many), in_parts] {
        let (url, server) = mirror(many);
        let (mut received, sent) = (0, body.length().unwrap_or(many));
        C::exchange(&url, vec![post(&url, body)], AS_IT_COMES, &mut |chunk| {
            assert!(chunk.starts_with(b"y") && chunk.ends_with(b"y"));
            received += chunk.len() as u64;
        })
        .unwrap();
        assert_eq!(received, many);
        assert_eq!(server.join().unwrap(), sent);
    }
    fs::remove_file(&path).unwrap();
}

/// A body of several parts, one of which is a file.
fn in_parts(mut file: File) -> Body {
    let (mut members, environment) = (Members::default(), FakeEnvironment::new(1));
    members.required("file", &mut file);
    let writing = Writing { form: WireForm::Default, encodings: &[], environment: &environment };
    let written = (MULTIPART_BODY.write)(Content::Members(members), &writing);
    written.map_err(|unsendable| unsendable.reason).unwrap().body.into()
}

/// A server that reads a request to its end, and answers with as many bytes. It tells how many came.
fn mirror(many: u64) -> (String, JoinHandle<u64>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = thread::spawn(move || {
        let mut stream = listener.accept().unwrap().0;
        let came = read_request(&mut BufReader::new(&stream));
        write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {many}\r\n\r\n").unwrap();
        io::copy(&mut io::repeat(b'y').take(many), &mut stream).unwrap();
        came
    });
    (url, server)
}

/// Reads a body of a length that is told, or in chunks, and says how long it was.
fn read_request(stream: &mut impl BufRead) -> u64 {
    let mut length = None;
    loop {
        let line = line_of(stream);
        match line.to_lowercase().strip_prefix("content-length: ") {
            Some(told) => length = Some(told.parse().unwrap()),
            None if line.is_empty() => break,
            None => {}
        }
    }
    if let Some(length) = length {
        return io::copy(&mut stream.take(length), &mut io::sink()).unwrap();
    }
    let mut came = 0;
    loop {
        let length = u64::from_str_radix(&line_of(stream), 16).unwrap();
        came += io::copy(&mut stream.take(length), &mut io::sink()).unwrap();
        assert_eq!(line_of(stream), "");
        if length == 0 {
            return came;
        }
    }
}

fn line_of(stream: &mut impl BufRead) -> String {
    let mut line = String::new();
    stream.read_line(&mut line).unwrap();
    line.trim_end().to_owned()
}

/// A reader that gives some bytes, and then fails.
fn broken() -> impl Read + Send + 'static {
    struct Broken;

    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    b"some".chain(Broken)
}

fn a_body_that_is_read_as_it_is_sent_says_its_length_where_that_is_known<C: OwnTransport>() {
    let server = Server::repeating(Turn::ok());
    let body = || Body::from_reader(&b"hello"[..]).with_length(5);
    C::exchange(&server.url(), vec![post(&server.url(), body())], DEFAULT_LIMITS, &mut |_| ()).unwrap();
    let received = server.finish();
    assert_eq!((received[0].header("content-length"), &*received[0].body), (Some("5"), &b"hello"[..]));
    assert_eq!(received[0].header("transfer-encoding"), None);
}

fn a_body_that_cannot_be_read_is_an_error<C: OwnTransport>() {
    let server = Server::repeating(Turn::after_head().silence());
    let request = post(&server.url(), Body::from_reader(broken()));
    let error = C::exchange(&server.url(), vec![request], DEFAULT_LIMITS, &mut |_| ()).unwrap_err();
    assert!(error.to_string().contains("the disk is gone"), "{error}");
}

/// What came until a request failed, and the failure.
fn failure<C: OwnTransport>(turn: Turn, limits: Limits) -> (String, TransportError) {
    let (server, mut came) = (Server::repeating(turn), Vec::new());
    let request = post(&server.url(), "");
    let result = C::exchange(&server.url(), vec![request], limits, &mut |chunk| came.extend_from_slice(chunk));
    (String::from_utf8(came).unwrap(), result.unwrap_err())
}

fn head_of(length: usize) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n")
}

fn an_answer_that_stands_still_is_an_error<C: OwnTransport>() {
    let limits = Limits { idle: Some(Duration::from_millis(30)), ..DEFAULT_LIMITS };
    let (came, error) = failure::<C>(Turn::raw(head_of(9)).send("abc").silence(), limits);
    assert_eq!((came.as_str(), error.kind()), ("abc", TransportErrorKind::Timeout));
    assert_eq!(error.to_string(), "no answer in time: nothing came for 30ms");
}

fn an_answer_that_breaks_off_is_an_error<C: OwnTransport>() {
    for turn in
        [Turn::raw(head_of(9)).send("abc").close(), Turn::raw(chunked("abc", 3).trim_end_matches("0\r\n\r\n")).close()]
    {
        let (came, error) = failure::<C>(turn, AS_IT_COMES);
        assert_eq!((came.as_str(), error.kind()), ("abc", TransportErrorKind::Interrupted), "{error}");
    }
}

/// It also takes longer than the whole of an answer may, as long as it goes on.
fn an_answer_as_it_comes_may_be_larger_than_the_limit<C: OwnTransport>() {
    let server = Server::repeating(Turn::raw(head_of(100)).drip([b'x'; 100], 10));
    let limits = Limits { response_bytes: 10, ..AS_IT_COMES };
    let (mut came, request) = (0, post(&server.url(), ""));
    C::exchange(&server.url(), vec![request], limits, &mut |chunk| came += chunk.len()).unwrap();
    assert_eq!(came, 100);
}

fn a_connection_is_used_again_once_an_answer_was_read<C: OwnTransport>() {
    let server = Server::repeating(Turn::ok());
    let request = |_| http::Request::get(format!("{}/things", server.url())).body(Body::default()).unwrap();
    C::exchange(&server.url(), (0..3).map(request).collect(), AS_IT_COMES, &mut |_| ()).unwrap();
    assert_eq!(server.connections(), 1);
}

/// What is whole can be had again and shows nothing but its length; what is read can be had once.
#[test]
fn a_body_says_what_it_is() {
    let whole = Body::from("secret");
    assert_eq!((whole.length(), whole.as_bytes().map(|it| &**it)), (Some(6), Some(&b"secret"[..])));
    assert_eq!(whole.try_clone().unwrap().try_into_bytes().unwrap(), "secret");
    assert_eq!(format!("{whole:?}"), "Body { is_whole: true, length: Some(6), .. }");
    let read = Body::from_reader(&b"secret"[..]);
    assert!(read.try_clone().is_none() && read.as_bytes().is_none() && read.length().is_none());
    assert!(read.with_length(6).try_into_bytes().is_err());
    assert_eq!(size_of::<Body>(), size_of::<bytes::Bytes>(), "each request moves it");
}

/// The limit holds for all pieces together, and a body may be read as one.
#[cfg(feature = "blocking")]
#[test]
fn a_body_is_read_whole_within_a_limit() {
    let body = || Body::from_reader((&b"one "[..]).chain(&b"two"[..]));
    assert_eq!(body().read_whole(7).unwrap(), "one two");
    assert_eq!(body().read_whole(6).unwrap_err().kind(), TransportErrorKind::ResponseTooLarge);
    let mut text = String::new();
    Body::from("all of it").read_to_string(&mut text).unwrap();
    assert_eq!(text, "all of it");
}

#[cfg(feature = "async")]
#[test]
fn a_stream_is_for_the_async_client() {
    use super::support::any_client::block_on;

    let body = || Body::from_stream(Body::from_reader((&b"one "[..]).chain(&b"two"[..])));
    assert_eq!(block_on(body().whole(7)).unwrap(), "one two");
    assert_eq!(block_on(body().whole(6)).unwrap_err().kind(), TransportErrorKind::ResponseTooLarge);
    #[cfg(feature = "blocking")]
    assert!(body().read_whole(7).unwrap_err().to_string().contains("give a reader"));
}
