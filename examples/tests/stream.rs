//! Usage that is reported by the stream: sessions, batches, and where the API key goes.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use examples::scripted::{Answer, ScriptedServer};
use stripe_billing::meter_events::{
    CreateSessionError, MeterEventSession, MeterEventV2Params, StreamEventsError, StreamEventsSender,
};
use stripe_billing::{
    ApiClient, BatchError, BatchErrorCause, BlockingClient, Client, ClientBuilder, Environment, RetryPolicy, Timestamp,
};

type Sent = Result<(), BatchError<CreateSessionError, StreamEventsError>>;

const MINUTE: Duration = Duration::from_secs(60);
const EXPIRED: &str = r#"{"error": {"type": "temporary_session_expired",
    "code": "billing_meter_event_session_expired", "message": "too old", "doc_url": "https://example.com"}}"#;

/// Either client, as one that sends events.
trait Sends: ApiClient + std::fmt::Debug {
    fn build(builder: ClientBuilder<Self>) -> Self;
    fn builder() -> ClientBuilder<Self>;
    fn send(sender: &mut StreamEventsSender<Self>, events: Vec<MeterEventV2Params>) -> impl Future<Output = Sent>;
}

impl Sends for Client {
    fn build(builder: ClientBuilder<Self>) -> Self {
        builder.build().expect("a client for loopback")
    }

    fn builder() -> ClientBuilder<Self> {
        Self::builder()
    }

    async fn send(sender: &mut StreamEventsSender<Self>, events: Vec<MeterEventV2Params>) -> Sent {
        sender.send(events).await
    }
}

impl Sends for BlockingClient {
    fn build(builder: ClientBuilder<Self>) -> Self {
        builder.build().expect("a client for loopback")
    }

    fn builder() -> ClientBuilder<Self> {
        Self::builder()
    }

    async fn send(sender: &mut StreamEventsSender<Self>, events: Vec<MeterEventV2Params>) -> Sent {
        sender.send(events)
    }
}

/// A time of day that only the test moves on.
#[derive(Clone)]
struct Clock(Arc<Mutex<SystemTime>>);

impl Environment for Clock {
    fn system_time(&self) -> SystemTime {
        *self.0.lock().unwrap()
    }
}

impl Clock {
    fn pass(&self, time: Duration) {
        *self.0.lock().unwrap() += time;
    }
}

/// Both servers of the API, and a sender.
struct Stage<C: Sends> {
    api: ScriptedServer,
    stream: ScriptedServer,
    clock: Clock,
    sender: StreamEventsSender<C>,
}

impl<C: Sends> Stage<C> {
    /// The sessions, each with the minute in which it ends, and the answers of the stream.
    fn new(sessions: &[(&str, u32)], answers: Vec<Answer>) -> Self {
        let clock = Clock(Arc::new(Mutex::new(minute(0).try_into().unwrap())));
        let sessions = sessions.iter().map(|&(token, end)| {
            let mut session = MeterEventSession::example();
            session.authentication_token = token.into();
            session.expires_at = minute(end);
            Answer::json(200, &session.to_json())
        });
        let [api, stream] = [sessions.collect(), answers].map(ScriptedServer::start);
        let builder = C::builder().api_key("sk_test_example").base_url(api.base_url()).retry(RetryPolicy::never());
        let builder = builder.server_url("meter_events", stream.base_url()).environment(clock.clone());
        let sender = StreamEventsSender::new(&C::build(builder));
        Self { api, stream, clock, sender }
    }

    async fn send(&mut self, events: std::ops::Range<usize>) -> Sent {
        let event =
            |number: usize| MeterEventV2Params::new("requests", [("value", "1")]).identifier(number.to_string());
        C::send(&mut self.sender, events.map(event).collect()).await
    }

    /// What the stream was sent: the token, how many events, and the first of them. No API key is among it.
    fn batches(&self) -> Vec<(String, usize, String)> {
        let batch = |request: Vec<u8>| {
            let text = String::from_utf8(request).expect("requests are UTF-8");
            assert!(text.starts_with("POST /v2/billing/meter_event_stream HTTP/1.1\r\n"), "{text}");
            assert!(!text.contains("sk_test_example"), "{text}");
            let (head, body) = text.split_once("\r\n\r\n").expect("a head");
            let (_, token) = head.split_once(": Bearer ").expect("a token");
            let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
            let events = body["events"].as_array().expect("events");
            let first = events[0]["identifier"].as_str().expect("an identifier");
            (token.lines().next().unwrap_or_default().to_owned(), events.len(), first.to_owned())
        };
        self.stream.seen().requests.into_iter().map(batch).collect()
    }

    fn sessions_opened(&self) -> usize {
        let requests = self.api.seen().requests;
        for request in &requests {
            let text = String::from_utf8_lossy(request);
            assert!(text.starts_with("POST /v2/billing/meter_event_session HTTP/1.1\r\n"), "{text}");
            assert!(text.contains(": Bearer sk_test_example\r\n") && text.ends_with("\r\n\r\n{}"), "{text}");
        }
        requests.len()
    }
}

fn minute(minute: u32) -> Timestamp {
    format!("2025-01-01T00:{minute:02}:00Z").parse().expect("an instant")
}

fn accepted() -> Answer {
    Answer::json(200, "{}")
}

fn batch(token: &str, count: usize, first: &str) -> (String, usize, String) {
    (token.to_owned(), count, first.to_owned())
}

async fn check_batches<C: Sends>() {
    let mut stage = Stage::<C>::new(&[("token_1", 15)], vec![accepted()]);
    stage.send(0..0).await.expect("nothing to send");
    assert_eq!((stage.sessions_opened(), stage.batches().len()), (0, 0));
    stage.send(0..250).await.expect("the stream accepts");
    stage.send(250..251).await.expect("the stream accepts");
    let batches = [
        batch("token_1", 100, "0"),
        batch("token_1", 100, "100"),
        batch("token_1", 50, "200"),
        batch("token_1", 1, "250"),
    ];
    assert_eq!(stage.batches(), batches);
    assert_eq!(stage.sessions_opened(), 1);
}

#[tokio::test]
async fn any_number_of_events_is_sent_in_batches_with_one_session() {
    check_batches::<Client>().await;
    check_batches::<BlockingClient>().await;
}

async fn check_renewal<C: Sends>() {
    let answers = vec![accepted(), accepted(), accepted(), Answer::json(401, EXPIRED), accepted()];
    let mut stage = Stage::<C>::new(&[("token_1", 15), ("token_2", 30), ("token_3", 45)], answers);
    stage.send(0..1).await.expect("the stream accepts");
    stage.clock.pass(13 * MINUTE);
    stage.send(1..2).await.expect("the stream accepts");
    // A session that is about to end is not used any more.
    stage.clock.pass(2 * MINUTE);
    stage.send(2..3).await.expect("the stream accepts");
    // The stream says that the session has ended: the batch is sent once more, with another one.
    stage.send(3..5).await.expect("the stream accepts in the end");
    let batches = [
        batch("token_1", 1, "0"),
        batch("token_1", 1, "1"),
        batch("token_2", 1, "2"),
        batch("token_2", 2, "3"),
        batch("token_3", 2, "3"),
    ];
    assert_eq!(stage.batches(), batches);
    assert_eq!(stage.sessions_opened(), 3);
}

#[tokio::test]
async fn a_session_is_renewed_before_it_ends_and_after_the_stream_says_that_it_has() {
    check_renewal::<Client>().await;
    check_renewal::<BlockingClient>().await;
}

async fn check_failure<C: Sends>() {
    let answers = vec![accepted(), Answer::json(401, EXPIRED)];
    let mut stage = Stage::<C>::new(&[("token_1", 15), ("token_2", 15)], answers);
    let error = stage.send(0..150).await.expect_err("both sessions have ended");
    assert_eq!(error.accepted(), 100);
    let BatchErrorCause::Batch(cause) = error.cause() else { panic!("{error:?}") };
    assert_eq!(cause.code(), Some("billing_meter_event_session_expired"));
    assert!(!format!("{error:?} {error} {:?}", stage.sender).contains("token_"), "a token is a secret");
    let batches = [batch("token_1", 100, "0"), batch("token_1", 50, "100"), batch("token_2", 50, "100")];
    assert_eq!(stage.batches(), batches);
}

#[tokio::test]
async fn a_batch_is_sent_again_only_once() {
    check_failure::<Client>().await;
    check_failure::<BlockingClient>().await;
}
