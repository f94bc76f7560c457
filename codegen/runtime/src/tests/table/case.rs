//! One line of the table: what a server does, what a call is to make of it, and the run of the one against the other.

use std::ops::RangeInclusive;
use std::time::Duration;

use super::super::support::any_client::{AnyClient, Sent};
use super::super::support::fake_environment::FakeEnvironment;
use super::super::support::sample::{Commit, Find, Order, Ping, Recount, Remove};
use super::super::support::script::Turn;
use super::super::support::server::{Received, Server};
use super::setting::Setting;
use crate::runtime::{Error, Operation, Request, Response, TransportErrorKind};

pub(super) const KEY: &str = "sk_test_example";

/// What a client is asked to do.
#[derive(Clone)]
pub(super) enum Ask {
    /// A POST with an idempotency key.
    Commit(Commit),
    /// A GET.
    Ping,
    /// A GET of something that is not there.
    Find,
    /// A DELETE without an idempotency key.
    Remove,
    /// A POST without an idempotency key.
    Recount,
}

/// What came of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The sample order, or nothing where nothing is expected.
    Output,
    /// A status other than 2xx.
    Api(u16),
    /// A success that is none.
    Unfit(u16),
    /// A refusal to send.
    NotSent,
    /// No answer.
    NoAnswer(TransportErrorKind),
    /// A setting that is no setting: there is no client.
    NoClient,
}

/// A line of the table.
#[derive(Clone)]
pub(super) struct Case {
    name: String,
    /// Nobody listens if there are none.
    turns: Vec<Turn>,
    ask: Ask,
    client: Vec<Setting>,
    call: Vec<Setting>,
    end: End,
    /// What the text of the error begins with.
    text: String,
    attempts: u32,
    /// In milliseconds.
    waits: Vec<u64>,
    requests: RangeInclusive<usize>,
    retry_after: Option<Duration>,
    /// What the last request holds.
    sees: Vec<&'static str>,
}

impl Case {
    /// A POST with default settings, which gives the sample order at the first attempt.
    pub(super) fn new(name: impl Into<String>, turns: impl Into<Vec<Turn>>) -> Self {
        Self {
            name: name.into(),
            turns: turns.into(),
            ask: Ask::Commit(Commit::new("ord_1")),
            client: Vec::new(),
            call: Vec::new(),
            end: End::Output,
            text: String::new(),
            attempts: 1,
            waits: Vec::new(),
            requests: 1..=1,
            retry_after: None,
            sees: Vec::new(),
        }
    }

    /// Asks for something else.
    pub(super) fn ask(self, ask: Ask) -> Self {
        Self { ask, ..self }
    }

    /// Settings of the client.
    pub(super) fn client(self, client: impl Into<Vec<Setting>>) -> Self {
        Self { client: client.into(), ..self }
    }

    /// Settings of the call.
    pub(super) fn call(self, call: impl Into<Vec<Setting>>) -> Self {
        Self { call: call.into(), ..self }
    }

    /// The call fails, with a text that begins like this.
    pub(super) fn fails(self, end: End, text: impl Into<String>) -> Self {
        let case = Self { end, text: text.into(), ..self };
        match end {
            End::NotSent | End::NoClient => Self { attempts: 0, requests: 0..=0, ..case },
            _ => case,
        }
    }

    /// There are this many waits of milliseconds, and after each an attempt that the server sees.
    pub(super) fn waits(self, waits: impl Into<Vec<u64>>) -> Self {
        let waits = waits.into();
        let attempts = waits.len() + 1;
        Self { attempts: u32::try_from(attempts).unwrap(), requests: attempts..=attempts, waits, ..self }
    }

    /// The server sees as many requests, which is not the number of attempts.
    pub(super) fn requests(self, requests: usize) -> Self {
        Self { requests: requests..=requests, ..self }
    }

    /// The server may see none of the requests: a busy machine needs the time of an attempt before it has sent any.
    pub(super) fn hardly_sent(self) -> Self {
        Self { requests: 0..=*self.requests.end(), ..self }
    }

    /// The error names the seconds that the server asked to wait.
    pub(super) fn retry_after(self, seconds: u64) -> Self {
        Self { retry_after: Some(Duration::from_secs(seconds)), ..self }
    }

    /// The last request holds this.
    pub(super) fn sees(mut self, text: &'static str) -> Self {
        self.sees.push(text);
        self
    }

    /// Plays the case with either client.
    pub(super) fn play<C: AnyClient>(&self) {
        let environment = FakeEnvironment::new(7);
        let server = (!self.turns.is_empty()).then(|| Server::playing(self.turns.clone(), &environment));
        let url = server.as_ref().map_or_else(Server::url_of_nobody, Server::url);
        let builder = C::set_up().api_key(KEY).base_url(&url).environment(environment.clone());
        let builder = self.client.iter().fold(builder, |builder, setting| setting.set_client(builder, &url));
        let outcome = match C::build(builder) {
            Ok(client) => self.send(&client, &url),
            Err(error) => Outcome { end: End::NoClient, text: error.to_string(), ..Outcome::default() },
        };
        let received = server.map(Server::finish).unwrap_or_default();
        self.check(&outcome, &environment, &received);
    }

    fn send<C: AnyClient>(&self, client: &C, url: &str) -> Outcome {
        match self.ask.clone() {
            Ask::Commit(commit) => {
                Outcome::new::<Commit>(self.send_as(client, commit, url), |order| assert_eq!(order, Order::example()))
            }
            Ask::Ping => Outcome::new::<Ping>(self.send_as(client, Ping::new("a", 1), url), |()| ()),
            Ask::Find => Outcome::new::<Find>(self.send_as(client, Find {}, url), |order| assert_eq!(order, None)),
            Ask::Remove => Outcome::new::<Remove>(self.send_as(client, Remove::new("ord_1"), url), |()| ()),
            Ask::Recount => Outcome::new::<Recount>(self.send_as(client, Recount::new("ord_1"), url), |()| ()),
        }
    }

    fn send_as<C: AnyClient, O: Operation>(&self, client: &C, operation: O, url: &str) -> Sent<O> {
        let request = Request::new(client, operation);
        C::send(self.call.iter().fold(request, |request, setting| setting.set_call(request, url)))
    }

    fn check(&self, outcome: &Outcome, environment: &FakeEnvironment, received: &[Received]) {
        let name = &self.name;
        assert_eq!(outcome.end, self.end, "{name}: {outcome:?}");
        assert!(outcome.text.starts_with(&self.text), "{name}: {} instead of {}", outcome.text, self.text);
        assert_eq!(outcome.attempts, self.attempts, "{name}: {outcome:?}");
        let waits: Vec<_> = environment.waits().into_iter().map(milliseconds).collect();
        assert_eq!(waits, self.waits, "{name}: waits");
        assert!(self.requests.contains(&received.len()), "{name}: {:?} requests: {received:?}", self.requests);
        assert_eq!(outcome.retry_after, self.retry_after, "{name}: {outcome:?}");
        if self.attempts > 0 {
            assert_eq!(outcome.elapsed, environment.passed(), "{name}: the time of the call");
        }
        for text in &self.sees {
            let seen = received.last().map(|received| received.head.to_lowercase()).unwrap_or_default();
            assert!(seen.contains(&text.to_lowercase()), "{name}: {seen} without {text}");
        }
        assert!(!outcome.text.contains(KEY) && !format!("{outcome:?}").contains(KEY), "{name}: {outcome:?}");
        self.check_keys(outcome.key.as_deref(), received);
    }

    /// The key is the same in each attempt, and the one that the call tells of.
    fn check_keys(&self, key: Option<&str>, received: &[Received]) {
        let is_keyed = matches!(self.ask, Ask::Commit(_)) && self.attempts > 0;
        assert_eq!(key.is_some(), is_keyed, "{}: {key:?}", self.name);
        for request in received {
            assert_eq!(request.header("idempotency-key"), key, "{}", self.name);
        }
        let is_own = self.call.iter().any(|setting| matches!(setting, Setting::IdempotencyKey(_)));
        if let Some(key) = key.filter(|_| !is_own) {
            assert!(is_uuid(key), "{}: {key}", self.name);
        }
    }
}

/// Plays cases with a client.
pub(super) fn play<C: AnyClient>(cases: impl IntoIterator<Item = Case>) {
    for case in cases {
        case.play::<C>();
    }
}

/// What a call tells of itself.
#[derive(Debug)]
struct Outcome {
    end: End,
    text: String,
    attempts: u32,
    key: Option<String>,
    elapsed: Duration,
    retry_after: Option<Duration>,
}

impl Default for Outcome {
    fn default() -> Self {
        let nothing = String::new();
        Self { end: End::Output, text: nothing, attempts: 0, key: None, elapsed: Duration::ZERO, retry_after: None }
    }
}

impl Outcome {
    fn new<O: Operation>(sent: Sent<O>, check: impl FnOnce(O::Output)) -> Self {
        match sent {
            Ok(Response { output, raw }) => {
                check(output);
                Self {
                    attempts: raw.attempts(),
                    key: raw.idempotency_key().map(str::to_owned),
                    elapsed: raw.elapsed(),
                    retry_after: raw.retry_after(),
                    ..Self::default()
                }
            }
            Err(error) => Self {
                end: end(&error),
                text: error.to_string(),
                attempts: error.attempts(),
                key: error.idempotency_key().map(str::to_owned),
                elapsed: error.elapsed(),
                retry_after: error.retry_after(),
            },
        }
    }
}

fn end<E>(error: &Error<E>) -> End {
    match error {
        Error::Api(error) => End::Api(error.status()),
        Error::Response(error) => End::Unfit(error.status()),
        Error::Request(_) => End::NotSent,
        Error::Transport(error) => End::NoAnswer(error.kind()),
    }
}

/// To the nearest millisecond.
fn milliseconds(duration: Duration) -> u64 {
    u64::try_from((duration + Duration::from_micros(500)).as_millis()).unwrap()
}

/// Whether a text is a UUID of version 4: RFC 9562, section 5.4.
pub(crate) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.char_indices().all(|(position, character)| match position {
            8 | 13 | 18 | 23 => character == '-',
            14 => character == '4',
            19 => "89ab".contains(character),
            _ => "0123456789abcdef".contains(character),
        })
}
