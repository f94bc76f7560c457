//! Transports of a program around those of this crate: they count, write down, sign and route what goes through.

use std::io::{self, Read};
use std::sync::{Arc, Mutex};

use http::{HeaderValue, Uri};

use super::streams::sample::{Streams, download, tail};
use super::support::any_client::for_each_client;
use super::support::fake_environment::FakeEnvironment;
use super::support::script::{Turn, chunked};
use super::support::server::Server;
use super::uploads::Upload;
use crate::runtime::{Body, ClientBuilder, File, Limits, Request, TransportError};

for_each_client!(uploads_and_streams_go_through_a_transport_around_the_usual_one);

/// What went through.
#[derive(Default)]
struct Seen {
    log: Vec<String>,
    bytes_up: usize,
    bytes_down: usize,
}

/// A transport around another one.
struct Around<T> {
    inner: T,
    seen: Arc<Mutex<Seen>>,
    /// Where requests go instead.
    route: String,
}

impl<T> Around<T> {
    /// Writes a request down, signs it, and sends it elsewhere.
    fn prepare(&self, request: &mut http::Request<Body>) {
        self.seen.lock().unwrap().log.push(format!("{} {}", request.method(), request.uri().path()));
        request.headers_mut().insert("x-signature", HeaderValue::from_static("signed"));
        *request.uri_mut() = format!("{}{}", self.route, request.uri().path()).parse::<Uri>().unwrap();
    }
}

/// Which of two numbers a body adds to.
type Number = fn(&mut Seen) -> &mut usize;

#[cfg(feature = "async")]
mod around_hyper {
    use std::pin::Pin;
    use std::task::{Context, Poll, ready};

    use bytes::Bytes;
    use futures_core::Stream;

    use super::{Arc, Around, Body, Limits, Mutex, Number, Seen, TransportError};
    use crate::runtime::{Transport, TransportFuture};

    struct Counted {
        body: Body,
        seen: Arc<Mutex<Seen>>,
        number: Number,
    }

    impl Stream for Counted {
        type Item = Result<Bytes, TransportError>;

        fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            let chunk = ready!(Pin::new(&mut self.body).poll_next(context));
            if let Some(Ok(chunk)) = &chunk {
                *(self.number)(&mut self.seen.lock().unwrap()) += chunk.len();
            }
            Poll::Ready(chunk)
        }
    }

    fn counted(body: Body, seen: &Arc<Mutex<Seen>>, number: Number) -> Body {
        let length = body.length();
        Body::from_stream(Counted { body, seen: Arc::clone(seen), number }).with_length(length)
    }

    impl Transport for Around<Box<dyn Transport>> {
        fn send(&self, mut request: http::Request<Body>, limits: Limits) -> TransportFuture {
            self.prepare(&mut request);
            let seen = Arc::clone(&self.seen);
            let answer = self.inner.send(request.map(|body| counted(body, &seen, |seen| &mut seen.bytes_up)), limits);
            Box::pin(async move { Ok(answer.await?.map(|body| counted(body, &seen, |seen| &mut seen.bytes_down))) })
        }
    }
}

#[cfg(feature = "blocking")]
mod around_ureq {
    use super::{Arc, Around, Body, Limits, Mutex, Number, Read, Seen, TransportError, io};
    use crate::runtime::BlockingTransport;

    struct Counted {
        body: Body,
        seen: Arc<Mutex<Seen>>,
        number: Number,
    }

    impl Read for Counted {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.body.read(buffer)?;
            *(self.number)(&mut self.seen.lock().unwrap()) += length;
            Ok(length)
        }
    }

    fn counted(body: Body, seen: &Arc<Mutex<Seen>>, number: Number) -> Body {
        let length = body.length();
        Body::from_reader(Counted { body, seen: Arc::clone(seen), number }).with_length(length)
    }

    impl BlockingTransport for Around<Box<dyn BlockingTransport>> {
        fn send(
            &self,
            mut request: http::Request<Body>,
            limits: Limits,
        ) -> Result<http::Response<Body>, TransportError> {
            self.prepare(&mut request);
            let request = request.map(|body| counted(body, &self.seen, |seen| &mut seen.bytes_up));
            let answer = self.inner.send(request, limits)?;
            Ok(answer.map(|body| counted(body, &self.seen, |seen| &mut seen.bytes_down)))
        }
    }
}

/// A client whose transport can be wrapped.
trait Wraps: Streams {
    fn around(builder: ClientBuilder<Self>, seen: &Arc<Mutex<Seen>>, route: String) -> ClientBuilder<Self>;
}

#[cfg(feature = "async")]
impl Wraps for crate::runtime::Client {
    fn around(builder: ClientBuilder<Self>, seen: &Arc<Mutex<Seen>>, route: String) -> ClientBuilder<Self> {
        let seen = Arc::clone(seen);
        builder.wrap_transport(move |inner| Around { inner, seen, route })
    }
}

#[cfg(feature = "blocking")]
impl Wraps for crate::runtime::BlockingClient {
    fn around(builder: ClientBuilder<Self>, seen: &Arc<Mutex<Seen>>, route: String) -> ClientBuilder<Self> {
        let seen = Arc::clone(seen);
        builder.wrap_transport(move |inner| Around { inner, seen, route })
    }
}

fn uploads_and_streams_go_through_a_transport_around_the_usual_one<C: Wraps>() {
    let clock = FakeEnvironment::new(0);
    let lines = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n";
    let turns = [Turn::answer(200, &[], ""), Turn::raw(chunked(lines, 5)), Turn::raw(chunked("bytes", 2))];
    let server = Server::playing(turns, &clock);
    let seen = Arc::default();
    let builder = C::set_up().api_key("sk_test_example").base_url("http://127.0.0.1:1").environment(clock);
    let client = C::build(C::around(builder, &seen, server.url())).unwrap();
    C::send(Request::new(&client, Upload { title: "A".to_owned(), file: File::reader(&b"file"[..]) })).unwrap();
    let came: Vec<_> = C::lines(tail(&client)).into_iter().map(Result::unwrap).collect();
    assert_eq!(came, ["a", "b"]);
    assert_eq!(C::bytes(download(&client)).unwrap().1, b"bytes");
    let received = server.finish();
    assert!(received.iter().all(|request| request.header("x-signature") == Some("signed")), "{received:?}");
    let seen = seen.lock().unwrap();
    assert_eq!(seen.log, ["PUT /files", "GET /v2/tail", "GET /v2/file"]);
    assert_eq!(seen.bytes_down, lines.len() + "bytes".len());
    let content = String::from_utf8_lossy(&received[0].body);
    assert!(content.contains("file") && seen.bytes_up >= "file".len(), "{} bytes: {content}", seen.bytes_up);
}
