//! What an event and a line of JSON cost, against readers by hand over the same libraries. Those cut lines, join what belongs to
//! an event, and read its data by serde into a struct, and do nothing else.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::{io, mem, thread};

use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper_util::client::legacy::Client as HyperClient;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::Deserialize;
use weather_client::{BlockingClient, Client, stations};

use crate::measure::compare;
use crate::runtime;

const EVENT: &str = "event: reading\nid: 7\ndata: {\"at\":\"12:00\",\"celsius\":-3.5}\n\n";
const LINE: &str = "{\"at\":\"12:00\",\"celsius\":-3.5}\n";
const IN_A_ROUND: u32 = 5_000;

/// Prints the figures of both clients.
pub(crate) fn measure() {
    let base_url = serve();
    let runtime = runtime();
    let client = Client::builder().base_url(&base_url).build().expect("loopback is a base URL");
    let hyper = ByHyper { client: HyperClient::builder(TokioExecutor::new()).build_http(), base_url: &base_url };
    compare(
        "an event",
        IN_A_ROUND,
        &[
            ("async client, events", &|count| runtime.block_on(events_async(&client, count))),
            ("hyper-util by hand, events", &|count| runtime.block_on(hyper.read("readings", count, Events::default()))),
        ],
    );
    compare(
        "a line",
        IN_A_ROUND,
        &[
            ("async client, lines", &|count| runtime.block_on(lines_async(&client, count))),
            ("hyper-util by hand, lines", &|count| runtime.block_on(hyper.read("journal", count, Lines))),
        ],
    );
    let client = BlockingClient::builder().base_url(&base_url).build().expect("loopback is a base URL");
    let agent = ureq::Agent::new_with_defaults();
    compare(
        "an event",
        IN_A_ROUND,
        &[
            ("blocking client, events", &|count| events_blocking(&client, count)),
            ("ureq by hand, events", &|count| read_by_ureq(&agent, &base_url, "readings", count, Events::default())),
        ],
    );
    compare(
        "a line",
        IN_A_ROUND,
        &[
            ("blocking client, lines", &|count| lines_blocking(&client, count)),
            ("ureq by hand, lines", &|count| read_by_ureq(&agent, &base_url, "journal", count, Lines)),
        ],
    );
}

/// The name of a station, of which the service knows as many readings as it says.
fn station(count: u32) -> String {
    count.to_string()
}

async fn events_async(client: &Client, count: u32) {
    let mut events = stations::watch(client, station(count)).events();
    for _ in 0..count {
        let event = events.next().await.expect("there are as many").expect("it is an event");
        assert!(event.data.celsius < 0.0);
    }
    assert!(events.next().await.is_none());
}

async fn lines_async(client: &Client, count: u32) {
    let mut lines = stations::look_back(client, station(count)).lines();
    for _ in 0..count {
        assert!(lines.next().await.expect("there are as many").expect("it is a line").celsius < 0.0);
    }
    assert!(lines.next().await.is_none());
}

fn events_blocking(client: &BlockingClient, count: u32) {
    let events = stations::watch(client, station(count)).events();
    let came = events.filter(|event| event.as_ref().expect("it is an event").data.celsius < 0.0).count();
    assert_eq!(u32::try_from(came), Ok(count));
}

fn lines_blocking(client: &BlockingClient, count: u32) {
    let lines = stations::look_back(client, station(count)).lines();
    let came = lines.filter(|line| line.as_ref().expect("it is a line").celsius < 0.0).count();
    assert_eq!(u32::try_from(came), Ok(count));
}

/// What the data says, as a program that is written by hand declares it.
#[derive(Deserialize)]
#[expect(dead_code, reason = "reading it is what is measured")]
struct Reading {
    at: String,
    celsius: f64,
}

/// What makes readings of lines.
trait ByHand {
    fn line(&mut self, line: &str) -> Option<Reading>;
}

/// Each line is one.
struct Lines;

impl ByHand for Lines {
    fn line(&mut self, line: &str) -> Option<Reading> {
        Some(serde_json::from_str(line).expect("it is a reading"))
    }
}

/// Lines make events, which empty lines end.
#[derive(Default)]
struct Events {
    event: Option<String>,
    id: Option<String>,
    data: String,
}

impl ByHand for Events {
    fn line(&mut self, line: &str) -> Option<Reading> {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "" if !self.data.is_empty() => {
                self.event = None;
                let data = mem::take(&mut self.data);
                return Some(serde_json::from_str(&data).expect("it is a reading"));
            }
            "event" => self.event = Some(value.to_owned()),
            "id" => self.id = Some(value.to_owned()),
            "data" => {
                if !self.data.is_empty() {
                    self.data.push('\n');
                }
                self.data.push_str(value);
            }
            _ => {}
        }
        None
    }
}

struct ByHyper<'a> {
    client: HyperClient<HttpConnector, Empty<Bytes>>,
    base_url: &'a str,
}

impl ByHyper<'_> {
    async fn read(&self, what: &str, count: u32, mut by_hand: impl ByHand) {
        let url = format!("{}/stations/{}/{what}", self.base_url, station(count));
        let response = self.client.get(url.parse().expect("it is a URL")).await.expect("the service answers");
        let mut body = response.into_body();
        let (mut left, mut came) = (Vec::new(), 0);
        while let Some(frame) = body.frame().await {
            left.extend_from_slice(&frame.expect("the service sends all").into_data().expect("there are no trailers"));
            let mut start = 0;
            while let Some(length) = left[start..].iter().position(|byte| *byte == b'\n') {
                let line = std::str::from_utf8(&left[start..start + length]).expect("it is text");
                came += u32::from(by_hand.line(line).is_some());
                start += length + 1;
            }
            left.drain(..start);
        }
        assert_eq!(came, count);
    }
}

fn read_by_ureq(agent: &ureq::Agent, base_url: &str, what: &str, count: u32, mut by_hand: impl ByHand) {
    let response = agent.get(format!("{base_url}/stations/{}/{what}", station(count))).call();
    let mut body = response.expect("the service answers").into_body();
    let mut reader = BufReader::new(body.as_reader());
    let (mut line, mut came) = (String::new(), 0);
    while reader.read_line(&mut line).expect("the service sends all") > 0 {
        came += u32::from(by_hand.line(line.trim_end_matches('\n')).is_some());
        line.clear();
    }
    assert_eq!(came, count);
}

/// A service that knows as many readings of a station as its name says. Gives its URL.
fn serve() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
    let address = listener.local_addr().expect("a bound listener has an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(&stream));
        }
    });
    format!("http://{address}")
}

fn answer(mut stream: &TcpStream) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            if reader.by_ref().take(1).read_to_end(&mut head)? == 0 {
                return Ok(());
            }
        }
        let head = String::from_utf8_lossy(&head);
        let mut path = head.split(' ').nth(1).unwrap_or_default().split('/').skip(2);
        let count = path.next().and_then(|name| name.parse().ok()).unwrap_or_default();
        let (media_type, piece) = match path.next() {
            Some("readings") => ("text/event-stream", EVENT),
            _ => ("application/jsonl", LINE),
        };
        let length = piece.len() * count;
        let head = format!("HTTP/1.1 200 OK\r\ncontent-type: {media_type}\r\ncontent-length: {length}\r\n\r\n");
        stream.write_all((head + &piece.repeat(count)).as_bytes())?;
    }
}
