//! What streams cost, and what memory large bodies take. These are no tests: they print figures, and run when asked for, one at
//! a time:
//!
//! ```console
//! $ cargo test --release -p clientsmith-runtime --all-features --lib -- --ignored --nocapture --test-threads=1 measure::
//! ```

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use serde_json::Value;

use super::bodies::{OwnTransport, many_bytes};
use super::streams::sample::{Came, Streams, tail, tell};
use super::support::fake_environment::FakeEnvironment;
use super::support::script::Turn;
use super::support::server::Server;

const ROUNDS: usize = 30;
const PIECES: usize = 20_000;

#[cfg(feature = "async")]
#[test]
#[ignore = "it measures"]
fn pieces_of_the_async_client() {
    cost_of_pieces::<crate::runtime::Client>();
}

#[cfg(feature = "blocking")]
#[test]
#[ignore = "it measures"]
fn pieces_of_the_blocking_client() {
    cost_of_pieces::<crate::runtime::BlockingClient>();
}

#[cfg(feature = "async")]
#[test]
#[ignore = "it measures"]
fn two_gibibytes_by_the_async_client() {
    two_gibibytes::<crate::runtime::Client>("two_gibibytes_by_the_async_client");
}

#[cfg(feature = "blocking")]
#[test]
#[ignore = "it measures"]
fn two_gibibytes_by_the_blocking_client() {
    two_gibibytes::<crate::runtime::BlockingClient>("two_gibibytes_by_the_blocking_client");
}

/// Moves 2 GiB up and down, in several ways, and prints the peak of the memory of the process that does so.
fn two_gibibytes<C: OwnTransport>(test: &str) {
    many_bytes::<C>(&format!("{}::{test}", module_path!()), 2 << 30);
}

/// Prints the CPU time of the reading thread for each event and each line, beside a reader that is written by hand.
fn cost_of_pieces<C: Streams>() {
    let event = "event: part\nid: 7\ndata: {\"text\":\"some words of a letter\"}\n\n";
    let line = "{\"text\":\"some words of a letter\"}\n";
    let measure = |name: &str, piece: &str, end: &str, read: &dyn Fn(&C) -> Came, by_hand: fn(&str) -> usize| {
        let server = Server::repeating(Turn::answer(200, &[], piece.repeat(PIECES) + end));
        let builder = C::set_up().api_key("sk_test_example").base_url(server.url());
        let client = C::build(builder.environment(FakeEnvironment::new(0))).unwrap();
        let round = |_| {
            let ours = cost(|| assert_eq!(read(&client).len(), PIECES));
            let theirs = cost(|| assert_eq!(by_hand(&server.url()), PIECES));
            (ours, theirs)
        };
        let (mut ours, mut theirs): (Vec<f64>, Vec<f64>) = (0..ROUNDS).map(round).unzip();
        let (ours, theirs) = (median(&mut ours), median(&mut theirs));
        println!("{} {name}: {ours:.3} µs, by hand {theirs:.3} µs, ratio {:.2}", C::TESTS, ours / theirs);
    };
    measure("an event", event, "data: [DONE]\n\n", &|client| C::events(tell(client)), events_by_hand);
    measure("a line", line, "", &|client| C::lines(tail(client)), lines_by_hand);
}

/// The body of an answer as a socket gives it.
fn body(url: &str) -> impl BufRead {
    let mut stream = TcpStream::connect(url.strip_prefix("http://").unwrap()).unwrap();
    stream.write_all(b"GET /v2/tell HTTP/1.1\r\nhost: here\r\n\r\n").unwrap();
    let mut reader = BufReader::new(stream);
    let (mut head, mut length) = (String::new(), 0);
    while reader.read_line(&mut head).unwrap() > 2 {
        length = head.lines().last().unwrap().strip_prefix("content-length: ").map_or(length, |it| it.parse().unwrap());
    }
    reader.take(length)
}

fn events_by_hand(url: &str) -> usize {
    let data = body(url).lines().map(Result::unwrap).filter_map(|line| line.strip_prefix("data: ").map(str::to_owned));
    data.take_while(|data| data != "[DONE]").filter(|data| serde_json::from_str::<Value>(data).is_ok()).count()
}

fn lines_by_hand(url: &str) -> usize {
    body(url).lines().filter(|line| serde_json::from_str::<Value>(line.as_ref().unwrap()).is_ok()).count()
}

/// Microseconds of CPU time of this thread for each piece.
fn cost(run: impl FnOnce()) -> f64 {
    let now = || {
        let statistics = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
        statistics.split_whitespace().next().unwrap().parse::<u64>().unwrap()
    };
    let before = now();
    run();
    (now() - before) as f64 / 1000.0 / PIECES as f64
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
