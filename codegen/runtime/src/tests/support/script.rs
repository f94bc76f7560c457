//! The language in which servers are told what to do.

use std::fmt::Write;
use std::time::Duration;

use super::server::Received;

/// The sample order, as the service sends it.
pub(crate) const ORDER: &str = include_str!("order.json");

/// What a server does with one request, step by step. The connection stays open for another one, unless a step ends it.
#[derive(Clone, Debug)]
#[must_use = "a turn has to be played"]
pub(crate) struct Turn {
    pub(super) steps: Vec<Step>,
}

/// One thing that a server does.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// Reads the request as far as its body.
    ReadHead,
    /// Reads the whole request.
    ReadRequest,
    /// Sends these bytes.
    Send(Vec<u8>),
    /// Sends these bytes in pieces of a size, with two milliseconds between them, until nobody takes them.
    Drip { bytes: Vec<u8>, size: usize },
    /// Sends the same piece over and over, until nobody takes it.
    Flood { pieces: usize, piece: Vec<u8> },
    /// Waits until as many requests are there.
    Meet(usize),
    /// Takes this time by the client's fake clock.
    Pass(Duration),
    /// Says nothing until the client hangs up, or the test is over.
    Silence,
    /// Ends the connection in order.
    Close,
    /// Ends the connection out of order.
    Reset,
}

impl Turn {
    /// Acts before anything more is read.
    pub(crate) fn at_once() -> Self {
        Self { steps: Vec::new() }
    }

    /// Acts on the head of a request, with its body unread.
    pub(crate) fn after_head() -> Self {
        Self::at_once().then(Step::ReadHead)
    }

    /// Acts on a whole request.
    pub(crate) fn after_request() -> Self {
        Self::at_once().then(Step::ReadRequest)
    }

    /// Answers in order, with the length of the body.
    pub(crate) fn answer(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Self {
        Self::after_request().then(Step::Send(framed(status, headers, body.as_ref())))
    }

    /// Answers with the sample order.
    pub(crate) fn ok() -> Self {
        Self::answer(200, &[], ORDER)
    }

    /// Answers with an error of the API.
    pub(crate) fn error(status: u16, headers: &[(&str, &str)]) -> Self {
        Self::answer(status, headers, r#"{"error":{"code":"oops","message":"no luck"}}"#)
    }

    /// Answers with these very bytes.
    pub(crate) fn raw(bytes: impl AsRef<[u8]>) -> Self {
        Self::after_request().send(bytes)
    }

    pub(crate) fn send(self, bytes: impl AsRef<[u8]>) -> Self {
        self.then(Step::Send(bytes.as_ref().to_vec()))
    }

    pub(crate) fn drip(self, bytes: impl AsRef<[u8]>, size: usize) -> Self {
        self.then(Step::Drip { bytes: bytes.as_ref().to_vec(), size })
    }

    pub(crate) fn flood(self, pieces: usize, piece: impl AsRef<[u8]>) -> Self {
        self.then(Step::Flood { pieces, piece: piece.as_ref().to_vec() })
    }

    pub(crate) fn meet(self, number: usize) -> Self {
        self.then(Step::Meet(number))
    }

    pub(crate) fn silence(self) -> Self {
        self.then(Step::Silence)
    }

    pub(crate) fn close(self) -> Self {
        self.then(Step::Close)
    }

    pub(crate) fn reset(self) -> Self {
        self.then(Step::Reset)
    }

    /// Takes this time by the client's fake clock before anything else.
    pub(crate) fn after(mut self, time: Duration) -> Self {
        self.steps.insert(0, Step::Pass(time));
        self
    }

    fn then(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }
}

/// The sample order, with the identifier that the path of a request names.
pub(crate) fn order_for(request: &Received) -> Vec<u8> {
    let id = request.head.split('/').nth(3).unwrap();
    framed(200, &[], ORDER.replace("ord_1", id).as_bytes())
}

/// A response with the length of its body.
pub(crate) fn framed(status: u16, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    // A status of 204 forbids a length, even one of 0.
    let length = if status == 204 { String::new() } else { format!("content-length: {}\r\n", body.len()) };
    let headers: String = headers.iter().flat_map(|(name, value)| [*name, ": ", *value, "\r\n"]).collect();
    let head = format!("HTTP/1.1 {status} Whatever\r\nrequest-id: req_1\r\n{length}{headers}\r\n");
    [head.as_bytes(), body].concat()
}

/// A response in chunks of this size.
pub(crate) fn chunked(body: &str, size: usize) -> String {
    let mut response = "HTTP/1.1 200 OK\r\nrequest-id: req_1\r\ntransfer-encoding: chunked\r\n\r\n".to_owned();
    for chunk in body.as_bytes().chunks(size) {
        let text = str::from_utf8(chunk).unwrap();
        write!(response, "{:x}\r\n{text}\r\n", chunk.len()).unwrap();
    }
    response + "0\r\n\r\n"
}
