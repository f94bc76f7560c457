//! What clients are made of, and what they do without a network: both clients, over a transport of their user.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::support::any_client::{AnyClient, for_each_client};
use super::support::fake_environment::FakeEnvironment;
use super::support::sample::{Order, SERVICE, commit, config};
use crate::runtime::TransportErrorKind::{Interrupted, Other, ResponseTooLarge, Tls};
use crate::runtime::calls::prepared_call::PreparedCall;
use crate::runtime::{Body, ClientBuilder, ConfigError, Error, Limits, Service, TransportError, TransportErrorKind};

const KEY: &str = "sk_test_example";

for_each_client!(
    a_transport_may_be_the_users_own,
    a_transport_is_asked_again_where_that_is_safe,
    a_key_that_no_header_carries_is_refused,
    what_can_be_sent_once_is_sent_once,
    a_transport_can_be_wrapped,
    a_transport_is_told_the_limits,
    nothing_is_sent_before_the_end_of_the_request_or_if_it_is_refused,
    a_client_needs_sound_settings,
    https_needs_tls_or_a_transport,
    a_client_never_shows_its_key,
);

/// What came of a request: a kind of error, or the sample order.
type Fate = Option<TransportErrorKind>;

/// Meets each request with the next fate, and tells what it was asked for. Clones are the same.
#[derive(Clone, Default)]
struct Fake {
    fates: Arc<Mutex<Vec<Fate>>>,
    asked: Arc<Mutex<Vec<Limits>>>,
}

impl Fake {
    fn new(fates: &[Fate]) -> Self {
        let fates = fates.iter().rev().copied().collect();
        Self { fates: Arc::new(Mutex::new(fates)), asked: Arc::default() }
    }

    fn asked(&self) -> Vec<Limits> {
        self.asked.lock().unwrap().clone()
    }

    fn meet(&self, limits: Limits) -> Result<http::Response<Body>, TransportError> {
        self.asked.lock().unwrap().push(limits);
        match self.fates.lock().unwrap().pop().flatten() {
            Some(kind) => Err(TransportError::new(kind, "unplugged")),
            None => Ok(http::Response::new(include_str!("support/order.json").into())),
        }
    }
}

/// A client that takes the fake as its transport, under the feature that gives it TLS.
trait WithFake: AnyClient {
    const TLS: (&'static str, bool);

    fn over(builder: ClientBuilder<Self>, fake: Fake) -> ClientBuilder<Self>;

    /// Makes a call.
    fn send_call(client: Self, call: PreparedCall) -> Result<(), Error<()>>;

    /// Writes down under a name what goes through the transport.
    fn watched(builder: ClientBuilder<Self>, name: &'static str, seen: &Seen) -> ClientBuilder<Self>;
}

type Seen = Arc<Mutex<Vec<String>>>;

/// A transport around another one.
struct Watched<T> {
    inner: T,
    name: &'static str,
    seen: Seen,
}

fn write_down(seen: &Seen, name: &str, what: impl std::fmt::Display) {
    seen.lock().unwrap().push(format!("{name}: {what}"));
}

fn write_down_end(seen: &Seen, name: &str, result: &Result<http::Response<Body>, TransportError>) {
    write_down(
        seen,
        name,
        result.as_ref().map_or("failed".to_owned(), |response| response.status().as_str().to_owned()),
    );
}

#[cfg(feature = "async")]
impl<T: crate::runtime::Transport> crate::runtime::Transport for Watched<T> {
    fn send(&self, request: http::Request<Body>, limits: Limits) -> crate::runtime::TransportFuture {
        let (name, seen) = (self.name, self.seen.clone());
        write_down(&seen, name, request.uri().path());
        let answer = self.inner.send(request, limits);
        Box::pin(async move {
            let answer = answer.await;
            write_down_end(&seen, name, &answer);
            answer
        })
    }
}

#[cfg(feature = "async")]
impl crate::runtime::Transport for Fake {
    fn send(&self, _: http::Request<Body>, limits: Limits) -> crate::runtime::TransportFuture {
        let fake = self.clone();
        Box::pin(async move { fake.meet(limits) })
    }
}

#[cfg(feature = "async")]
impl WithFake for crate::runtime::Client {
    fn send_call(client: Self, call: PreparedCall) -> Result<(), Error<()>> {
        use super::support::any_client::block_on;
        use crate::runtime::clients::client::send;

        block_on(send(client, Ok(call))).map(drop)
    }

    const TLS: (&'static str, bool) = ("async-tls", cfg!(feature = "async-tls-no-provider"));

    fn over(builder: ClientBuilder<Self>, fake: Fake) -> ClientBuilder<Self> {
        builder.transport(fake)
    }

    fn watched(builder: ClientBuilder<Self>, name: &'static str, seen: &Seen) -> ClientBuilder<Self> {
        let seen = seen.clone();
        builder.wrap_transport(move |inner| Watched { inner, name, seen })
    }
}

#[cfg(feature = "blocking")]
impl<T: crate::runtime::BlockingTransport> crate::runtime::BlockingTransport for Watched<T> {
    fn send(&self, request: http::Request<Body>, limits: Limits) -> Result<http::Response<Body>, TransportError> {
        write_down(&self.seen, self.name, request.uri().path());
        let answer = self.inner.send(request, limits);
        write_down_end(&self.seen, self.name, &answer);
        answer
    }
}

#[cfg(feature = "blocking")]
impl crate::runtime::BlockingTransport for Fake {
    fn send(&self, _: http::Request<Body>, limits: Limits) -> Result<http::Response<Body>, TransportError> {
        self.meet(limits)
    }
}

#[cfg(feature = "blocking")]
impl WithFake for crate::runtime::BlockingClient {
    fn send_call(client: Self, call: PreparedCall) -> Result<(), Error<()>> {
        crate::runtime::clients::blocking_client::send(&client, Ok(call)).map(drop)
    }

    const TLS: (&'static str, bool) = ("blocking-tls", cfg!(feature = "blocking-tls-no-provider"));

    fn over(builder: ClientBuilder<Self>, fake: Fake) -> ClientBuilder<Self> {
        builder.transport(fake)
    }

    fn watched(builder: ClientBuilder<Self>, name: &'static str, seen: &Seen) -> ClientBuilder<Self> {
        let seen = seen.clone();
        builder.wrap_transport(move |inner| Watched { inner, name, seen })
    }
}

fn client<C: WithFake>(fake: &Fake) -> C {
    let builder = C::set_up().api_key(KEY).environment(FakeEnvironment::new(0));
    C::build(C::over(builder, fake.clone())).unwrap()
}

fn a_transport_may_be_the_users_own<C: WithFake>() {
    let fake = Fake::new(&[None, Some(Other)]);
    let client = client::<C>(&fake);
    assert_eq!(C::send(commit(&client, "ord_1")).unwrap().output, Order::example());
    let error = C::send(commit(&client, "ord_1")).unwrap_err();
    assert_eq!(error.to_string(), "no answer: unplugged");
    assert_eq!(fake.asked().len(), 2);
}

fn a_transport_is_asked_again_where_that_is_safe<C: WithFake>() {
    for (kind, is_repeated) in [
        (TransportErrorKind::Connect, true),
        (TransportErrorKind::Timeout, true),
        (Interrupted, true),
        (Tls, false),
        (ResponseTooLarge, false),
        (Other, false),
    ] {
        let fake = Fake::new(&[Some(kind), None]);
        let sent = C::send(commit(&client::<C>(&fake), "ord_1"));
        assert_eq!((sent.is_ok(), fake.asked().len() == 2), (is_repeated, is_repeated), "{kind:?}");
        if let Err(error) = sent {
            assert_eq!((error.attempts(), error.is_retryable()), (1, false), "{kind:?}");
        }
    }
}

/// A body from a reader is gone once it was sent, whatever becomes of the request; other bodies are sent again.
fn what_can_be_sent_once_is_sent_once<C: WithFake>() {
    for (body, attempts) in [(Body::from_reader(&b"{}"[..]), 1), (Body::from("{}"), 2)] {
        let fake = Fake::new(&[Some(Interrupted), None]);
        let (client, call) = commit(&client::<C>(&fake), "ord_1").into_call();
        let mut call = call.unwrap();
        call.target.body = body;
        assert_eq!(C::send_call(client, call).is_ok(), attempts == 2);
        assert_eq!(fake.asked().len(), attempts);
    }
}

/// A program that gives one relies on it, and a call without one is not repeated.
fn a_key_that_no_header_carries_is_refused<C: WithFake>() {
    crate::runtime::other_calls!(KEYLESS_CALLS, KEYLESS, crate::runtime::JSON);
    static KEYLESS: Service = Service {
        user_agent: SERVICE.user_agent,
        servers: SERVICE.servers,
        environments: &[],
        server_variables: &[],
        schemes: SERVICE.schemes,
        auth: SERVICE.auth,
        headers: SERVICE.headers,
        request_id: SERVICE.request_id,
        idempotency_key: None,
        should_retry: SERVICE.should_retry,
        error_code: SERVICE.error_code,
        error_message: SERVICE.error_message,
        error_fields: SERVICE.error_fields,
    };
    let fake = Fake::new(&[Some(Interrupted)]);
    let builder = ClientBuilder::for_service(&KEYLESS_CALLS).api_key(KEY).environment(FakeEnvironment::new(0));
    let client = C::build(C::over(builder, fake.clone())).unwrap();
    let error = C::send(commit(&client, "ord_1").idempotency_key("key_1")).unwrap_err();
    let text = "orders.commit was not sent: the service knows no idempotency keys: leave it out";
    assert_eq!((error.to_string().as_str(), error.attempts(), fake.asked().len()), (text, 0, 0));
    let error = C::send(commit(&client, "ord_1")).unwrap_err();
    assert_eq!((error.idempotency_key(), error.attempts()), (None, 1));
    assert_eq!(fake.asked().len(), 1);
}

/// The outermost sees a request first.
fn a_transport_can_be_wrapped<C: WithFake>() {
    let fake = Fake::new(&[None, Some(Other)]);
    let seen = Arc::new(Mutex::new(Vec::new()));
    let builder = C::over(C::set_up().api_key(KEY).environment(FakeEnvironment::new(0)), fake.clone());
    let builder = ["inner", "outer"].into_iter().fold(builder, |builder, name| C::watched(builder, name, &seen));
    let client: C = C::build(builder).unwrap();
    assert_eq!(C::send(commit(&client, "ord_1")).unwrap().output, Order::example());
    C::send(commit(&client, "ord_2")).unwrap_err();
    let expected = ["outer: /v2/orders/ord_1/commit", "inner: /v2/orders/ord_1/commit", "inner: 200", "outer: 200"];
    let failed = ["outer: /v2/orders/ord_2/commit", "inner: /v2/orders/ord_2/commit", "inner: failed", "outer: failed"];
    assert_eq!(*seen.lock().unwrap(), [expected, failed].concat());
}

fn a_transport_is_told_the_limits<C: WithFake>() {
    let fake = Fake::new(&[None, Some(Interrupted), None]);
    let client = client::<C>(&fake);
    C::send(commit(&client, "ord_1")).unwrap();
    // After half a second of waiting, a second and a half is left.
    let request = commit(&client, "ord_1").attempt_timeout(Duration::from_secs(9)).response_limit(500);
    C::send(request.timeout(Duration::from_secs(2))).unwrap();
    let told: Vec<_> = fake.asked().iter().map(|limits| (limits.timeout, limits.response_bytes)).collect();
    let left = Duration::from_millis(1500);
    assert_eq!(told, [(Duration::from_secs(30), 32 << 20), (Duration::from_secs(2), 500), (left, 500)]);
}

fn nothing_is_sent_before_the_end_of_the_request_or_if_it_is_refused<C: WithFake>() {
    let fake = Fake::default();
    let client = client::<C>(&fake);
    let request = commit(&client, "ord_1").payment("pi_1");
    assert_eq!(request.operation(), commit(&config(), "ord_1").payment("pi_1").operation());
    drop(request.with_response());
    let error = C::send(commit(&client, "..")).unwrap_err();
    assert!(matches!(error, Error::Request(ref error) if error.parameter() == Some("id")), "{error}");
    assert_eq!((error.attempts(), error.is_retryable()), (0, false));
    assert_eq!(fake.asked(), []);
}

fn a_client_needs_sound_settings<C: WithFake>() {
    assert_eq!(C::build(C::set_up()).unwrap_err(), ConfigError::ApiKey);
    assert_eq!(C::build(C::set_up().api_key("sk test")).unwrap_err(), ConfigError::ApiKey);
    let error = C::build(C::set_up().api_key(KEY).base_url("http://api.example.test")).unwrap_err();
    assert!(matches!(error, ConfigError::BaseUrl(_)), "{error}");
}

fn https_needs_tls_or_a_transport<C: WithFake>() {
    let (feature, is_there) = C::TLS;
    if !is_there {
        let text = format!("https is not available: enable the feature `{feature}`, or set a transport");
        assert_eq!(C::build(C::set_up().api_key(KEY)).unwrap_err().to_string(), text);
    } else if cfg!(any(feature = "ring", feature = "aws-lc")) {
        C::build(C::set_up().api_key(KEY)).unwrap();
    }
    client::<C>(&Fake::default());
}

fn a_client_never_shows_its_key<C: WithFake>() {
    let builder = C::set_up().api_key(KEY).base_url("http://localhost");
    let shown = format!("{builder:?}");
    let client = C::build(builder).unwrap();
    for shown in [shown, format!("{client:?}"), format!("{:?}", commit(&client, "ord_1"))] {
        assert!(!shown.contains(KEY), "{shown}");
    }
}
