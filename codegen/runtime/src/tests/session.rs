//! Batches with the token of a session.

use std::time::Duration;

use super::support::any_client::{AnyClient, for_each_client};
use super::support::fake_environment::FakeEnvironment;
use super::support::sample::PingError;
use super::support::script::Turn;
use super::support::server::{Received, Server};
use super::support::shop::Session;
use super::support::shop_calls::SendEvents;
use crate::runtime::{BatchError, BatchErrorCause, SessionSender};

const KEY: &str = "sk_test_example";

/// Either client, as one that sends batches.
trait Sends: AnyClient {
    fn send_items(
        sender: &mut SessionSender<Self, SendEvents>,
        items: Vec<String>,
    ) -> Result<(), BatchError<PingError, PingError>>;
}

#[cfg(feature = "async")]
impl Sends for crate::runtime::Client {
    fn send_items(
        sender: &mut SessionSender<Self, SendEvents>,
        items: Vec<String>,
    ) -> Result<(), BatchError<PingError, PingError>> {
        super::support::any_client::block_on(sender.send(items))
    }
}

#[cfg(feature = "blocking")]
impl Sends for crate::runtime::BlockingClient {
    fn send_items(
        sender: &mut SessionSender<Self, SendEvents>,
        items: Vec<String>,
    ) -> Result<(), BatchError<PingError, PingError>> {
        sender.send(items)
    }
}

/// Two servers, a clock that they share with a client, and a sender.
struct Stage<C: AnyClient> {
    api: Server,
    other: Server,
    clock: FakeEnvironment,
    sender: SessionSender<C, SendEvents>,
}

impl<C: Sends> Stage<C> {
    fn new(sessions: Vec<Turn>, batches: Vec<Turn>) -> Self {
        let clock = FakeEnvironment::new(0);
        let api = Server::playing(sessions, &clock);
        let other = Server::playing(batches, &clock);
        let builder = C::set_up().api_key(KEY).base_url(api.url()).server_url("events", other.url());
        let client = C::build(builder.environment(clock.clone())).unwrap();
        Self { api, other, clock, sender: SessionSender::new(&client) }
    }

    fn send(&mut self, numbers: std::ops::Range<usize>) -> Result<(), BatchError<PingError, PingError>> {
        C::send_items(&mut self.sender, numbers.map(|number| number.to_string()).collect())
    }

    /// The tokens and the bodies of the batches, after a look at what no request may show.
    fn finish(self) -> (usize, Vec<(String, String)>) {
        let opened = self.api.finish();
        assert!(opened.iter().all(|request| request.header("authorization") == Some("Bearer sk_test_example")));
        let batch = |request: Received| {
            assert!(!request.head.contains(KEY), "the API key is not for this server");
            let token = request.header("authorization").unwrap().replace("Bearer ", "");
            (token, String::from_utf8(request.body).unwrap())
        };
        (opened.len(), self.other.finish().into_iter().map(batch).collect())
    }
}

/// A session that expires this many minutes after noon, when all tests begin.
fn session(token: &str, minutes: u32) -> Turn {
    let body = format!(r#"{{"authentication_token":"{token}","expires_at":"2025-08-27T12:{minutes:02}:00Z"}}"#);
    Turn::answer(200, &[], body)
}

fn accepted() -> Turn {
    Turn::answer(200, &[], "{}")
}

fn expired() -> Turn {
    Turn::answer(401, &[], r#"{"error":{"code":"session_expired","message":"too old"}}"#)
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(token, events)| ((*token).to_owned(), format!(r#"{{"events":[{events}]}}"#))).collect()
}

fn items_are_sent_in_batches<C: Sends>() {
    let mut stage = Stage::<C>::new(vec![session("t1", 15)], vec![accepted(); 4]);
    stage.send(0..0).unwrap();
    stage.send(0..7).unwrap();
    stage.send(7..8).unwrap();
    assert!(!format!("{:?}", stage.sender).contains("t1"));
    let expected = pairs(&[("t1", r#""0","1","2""#), ("t1", r#""3","4","5""#), ("t1", r#""6""#), ("t1", r#""7""#)]);
    assert_eq!(stage.finish(), (1, expected));
}

fn a_token_is_renewed_before_it_expires<C: Sends>() {
    let mut stage = Stage::<C>::new(vec![session("t1", 15), session("t2", 30)], vec![accepted(); 3]);
    stage.send(0..1).unwrap();
    // A token is renewed 90 seconds before it expires.
    stage.clock.pass(Duration::from_secs(15 * 60 - 91));
    stage.send(1..2).unwrap();
    stage.clock.pass(Duration::from_secs(1));
    stage.send(2..3).unwrap();
    assert_eq!(stage.finish(), (2, pairs(&[("t1", r#""0""#), ("t1", r#""1""#), ("t2", r#""2""#)])));
}

fn a_token_expires_between_batches_too<C: Sends>() {
    let slow = accepted().after(Duration::from_secs(15 * 60));
    let mut stage = Stage::<C>::new(vec![session("t1", 20), session("t2", 59)], vec![accepted(), slow, accepted()]);
    stage.send(0..3).unwrap();
    stage.clock.pass(Duration::from_secs(240));
    stage.send(0..4).unwrap();
    let first = r#""0","1","2""#;
    assert_eq!(stage.finish(), (2, pairs(&[("t1", first), ("t1", first), ("t2", r#""3""#)])));
}

fn a_clock_that_is_wrong_does_no_harm<C: Sends>() {
    let sessions = vec![session("t1", 0), session("t2", 0)];
    let mut stage = Stage::<C>::new(sessions, vec![accepted(); 2]);
    stage.send(0..4).unwrap();
    assert_eq!(stage.finish(), (2, pairs(&[("t1", r#""0","1","2""#), ("t2", r#""3""#)])));
}

fn a_batch_keeps_its_key_in_another_session<C: Sends>() {
    let sessions = vec![session("t1", 15), session("t2", 15)];
    let mut stage = Stage::<C>::new(sessions, vec![expired(), accepted(), accepted()]);
    stage.send(0..4).unwrap();
    let received = stage.other.finish();
    let key = |index: usize| received[index].header("idempotency-key").unwrap();
    assert_eq!(key(0), key(1), "the first attempt may have counted, whatever was said of it");
    assert_ne!(key(1), key(2));
}

fn a_batch_is_repeated_once_when_its_session_has_expired<C: Sends>() {
    let sessions = vec![session("t1", 15), session("t2", 15)];
    let mut stage = Stage::<C>::new(sessions, vec![accepted(), expired(), accepted()]);
    stage.send(0..4).unwrap();
    let expected = pairs(&[("t1", r#""0","1","2""#), ("t1", r#""3""#), ("t2", r#""3""#)]);
    assert_eq!(stage.finish(), (2, expected));

    let sessions = vec![session("t1", 15), session("t2", 15), session("t3", 15)];
    let mut stage = Stage::<C>::new(sessions, vec![accepted(), expired(), expired(), accepted()]);
    let error = stage.send(0..4).unwrap_err();
    assert_eq!(error.accepted(), 3);
    let expected = "after 3 accepted items, a batch was not accepted: 401 session_expired: too old (req_1)";
    assert_eq!(error.to_string(), expected);
    stage.send(3..4).unwrap();
    assert_eq!(stage.finish().0, 3);
}

fn other_failures_are_not_repeated<C: Sends>() {
    let mut stage = Stage::<C>::new(vec![session("t1", 15)], vec![Turn::error(400, &[]), accepted()]);
    let error = stage.send(0..1).unwrap_err();
    assert!(matches!(error.cause(), BatchErrorCause::Batch(error) if error.code() == Some("oops")));
    stage.send(0..1).unwrap();
    assert_eq!(stage.finish().0, 1);

    let mut stage = Stage::<C>::new(vec![Turn::error(400, &[]), session("t1", 15)], vec![accepted()]);
    let error = stage.send(0..1).unwrap_err();
    assert!(matches!(error.cause(), BatchErrorCause::Session(_)));
    assert_eq!(error.to_string(), "after 0 accepted items, no session was opened: 400 oops: no luck (req_1)");
    stage.send(0..1).unwrap();
    assert_eq!(stage.finish().0, 2);
}

#[test]
fn a_secret_is_not_shown() {
    let session = Session::example();
    assert_eq!(
        format!("{session:?}"),
        "Session { authentication_token: Secret([redacted]), expires_at: 2025-08-27T12:15:00Z }"
    );
    assert_eq!(session.authentication_token.expose(), "tok_example");
    assert!(session.to_json().starts_with(r#"{"authentication_token":"tok_example","#));
}

for_each_client!(
    items_are_sent_in_batches,
    a_token_is_renewed_before_it_expires,
    a_token_expires_between_batches_too,
    a_clock_that_is_wrong_does_no_harm,
    a_batch_is_repeated_once_when_its_session_has_expired,
    a_batch_keeps_its_key_in_another_session,
    other_failures_are_not_repeated,
);
