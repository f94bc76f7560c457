//! Calls whose answers come piece by piece, in the form of generated code.

use bytes::Bytes;

use crate::runtime;
use crate::runtime::tests::support::any_client::AnyClient;
use crate::runtime::tests::support::sample::{PingError, V2};
use crate::runtime::{ApiClient, Error, Events, Lines, Request};

/// A part of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub text: String,
}

runtime::object! {
    Part, r#"{"text":"a"}"#;
    required text "text";
}

/// Gives events, until it says that there are no more.
#[derive(Clone, Debug, PartialEq)]
pub struct Tell {}

runtime::operation! {
    Tell => Events<Part>, PingError;
    GET "/v2/tell", "parts.tell", V2, {
        content: runtime::EVENTS, accept: "text/event-stream", done: Some("[DONE]"), resumes: true
    };
}

/// Gives lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Tail {}

runtime::operation! {
    Tail => Lines<Part>, PingError;
    GET "/v2/tail", "parts.tail", V2, { content: runtime::LINES, accept: "application/x-ndjson" };
}

/// Gives bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Download {}

runtime::operation! {
    Download => Bytes, PingError;
    GET "/v2/file", "parts.download", V2, { content: runtime::BYTES, accept: "*/*" };
}

/// Gives a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Show {}

runtime::operation! {
    Show => String, PingError;
    GET "/v2/text", "parts.show", V2, { content: runtime::TEXT, accept: "text/plain" };
}

pub fn tell<C: ApiClient>(client: &C) -> Request<C, Tell> {
    Request::new(client, Tell {})
}

pub fn tail<C: ApiClient>(client: &C) -> Request<C, Tail> {
    Request::new(client, Tail {})
}

pub fn download<C: ApiClient>(client: &C) -> Request<C, Download> {
    Request::new(client, Download {})
}

pub fn show<C: ApiClient>(client: &C) -> Request<C, Show> {
    Request::new(client, Show {})
}

/// What came before the end, and how that was: pieces in short, and errors as their texts.
pub(in crate::tests) type Came = Vec<Result<String, Error<PingError>>>;

/// Either client, as one that reads streams.
pub(in crate::tests) trait Streams: AnyClient {
    /// All events, each as `name/id/text`.
    fn events(request: Request<Self, Tell>) -> Came;

    /// All lines.
    fn lines(request: Request<Self, Tail>) -> Came;

    /// All bytes, and what the head says of their number.
    fn bytes(request: Request<Self, Download>) -> Result<(Option<u64>, Vec<u8>), Error>;

    /// How many bytes there are, without keeping them.
    fn count(request: Request<Self, Download>) -> usize;
}

fn short(event: runtime::Event<Part>) -> String {
    format!("{}/{}/{}", event.event.unwrap_or_default(), event.id.unwrap_or_default(), event.data.text)
}

#[cfg(feature = "async")]
impl Streams for runtime::Client {
    fn events(request: Request<Self, Tell>) -> Came {
        let (mut events, mut came) = (request.events(), Vec::new());
        runtime::tests::support::any_client::block_on(async {
            while let Some(event) = events.next().await {
                came.push(event.map(short));
            }
        });
        came
    }

    fn lines(request: Request<Self, Tail>) -> Came {
        let (mut lines, mut came) = (request.lines(), Vec::new());
        runtime::tests::support::any_client::block_on(async {
            while let Some(line) = lines.next().await {
                came.push(line.map(|line| line.text));
            }
        });
        came
    }

    fn bytes(request: Request<Self, Download>) -> Result<(Option<u64>, Vec<u8>), Error> {
        runtime::tests::support::any_client::block_on(async {
            let mut chunks = request.chunks().await?;
            let mut bytes = Vec::new();
            while let Some(chunk) = chunks.next().await {
                bytes.extend_from_slice(&chunk?);
            }
            Ok((chunks.length(), bytes))
        })
    }

    fn count(request: Request<Self, Download>) -> usize {
        runtime::tests::support::any_client::block_on(async {
            let (mut chunks, mut count) = (request.chunks().await.unwrap(), 0);
            while let Some(chunk) = chunks.next().await {
                count += chunk.unwrap().len();
            }
            count
        })
    }
}

#[cfg(feature = "blocking")]
impl Streams for runtime::BlockingClient {
    fn events(request: Request<Self, Tell>) -> Came {
        request.events().map(|event| event.map(short)).collect()
    }

    fn lines(request: Request<Self, Tail>) -> Came {
        request.lines().map(|line| line.map(|line| line.text)).collect()
    }

    fn bytes(request: Request<Self, Download>) -> Result<(Option<u64>, Vec<u8>), Error> {
        let mut chunks = request.chunks()?;
        let length = chunks.length();
        let bytes = chunks.by_ref().collect::<Result<Vec<_>, _>>()?;
        Ok((length, bytes.concat()))
    }

    fn count(request: Request<Self, Download>) -> usize {
        request.chunks().unwrap().map(|chunk| chunk.unwrap().len()).sum()
    }
}
