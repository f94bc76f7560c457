//! What a call of the generated clients costs in CPU time, each against its own HTTP library used by hand: the pooled
//! client of hyper-util, and ureq. Those send the same bytes, made once, within a time-out, and read the answer by serde
//! into structs.
//! Beside them stands what moving the bytes alone costs: without a time-out for hyper-util, and the answer not read.
//!
//! Each pair runs on one thread over one kept-alive connection each to a server on another thread; only the clients'
//! thread is measured, in user and in kernel mode. Rounds alternate, and the ratio is taken within each pair of them.
//! Needs Linux.

use std::hint::black_box;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::mpsc;
use std::time::Duration;
use std::{env, fs, io, thread};

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::header::HeaderValue;
use hyper_util::client::legacy::Client as HyperClient;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::Deserialize;
use stripe_billing::billing_intents::{self, Reserve};
use stripe_billing::{ApiClient, BlockingClient, Client, Config, Request};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;

const KEY: &str = "sk_test_example";
const INTENT: &str = "bilint_61SbQ4ZVMJ2ESqq2416S40x4RVA8P2F2ShZStd6x6RCy";
/// As long as the random keys that the clients make for themselves, so that all requests have the same length.
const IDEMPOTENCY_KEY: &str = "3f8b9a52-6c1d-4e07-9b6f-2d5a7c0e8f14";
const BODY: &str = include_str!("../tests/responses/reserved.json");
/// Short rounds, so that whatever else the machine does meets both clients alike.
const ROUNDS: usize = 300;
const CALLS: u32 = 500;
/// The time-outs of the generated clients.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(30);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// A generated client may cost this much more than its library by hand.
const AIM: f64 = 1.15;

fn main() {
    let (address, requests) = serve();
    let base_url = format!("http://{address}");
    let runtime = runtime();

    let client = Client::builder().api_key(KEY).base_url(&base_url).build().expect("loopback is a base URL");
    let hyper =
        ByHyper { client: HyperClient::builder(TokioExecutor::new()).build_http(), request: request(&base_url) };
    runtime.block_on(with_fixed_key(&client).into_future()).expect("the server answers with an intent");
    runtime.block_on(hyper.call(1));
    assert_same_bytes(&requests);
    compare(&[
        ("async client", &|calls| runtime.block_on(call_async(&client, calls))),
        ("hyper-util by hand", &|calls| runtime.block_on(hyper.call(calls))),
        ("hyper-util, bytes alone", &|calls| runtime.block_on(hyper.move_bytes(calls))),
    ]);

    let client = BlockingClient::builder().api_key(KEY).base_url(&base_url).build().expect("loopback is a base URL");
    let ureq = ByUreq { agent: ureq_by_hand(), request: request(&base_url) };
    with_fixed_key(&client).send().expect("the server answers with an intent");
    ureq.call(1);
    assert_same_bytes(&requests);
    compare(&[
        ("blocking client", &|calls| call_blocking(&client, calls)),
        ("ureq by hand", &|calls| ureq.call(calls)),
        ("ureq, bytes alone", &|calls| ureq.move_bytes(calls)),
    ]);
}

/// A name, and what makes so many calls.
type Caller<'a> = (&'a str, &'a dyn Fn(u32));

/// Prints what several ways to make calls cost, and the first one as a ratio to each of the others.
fn compare(callers: &[Caller<'_>]) {
    if let Some((name, calls)) = alone() {
        let asked = callers.iter().filter(|(caller, _)| *caller == name);
        return asked.for_each(|(_, call)| call(calls));
    }
    // `cargo test --all-targets` runs this without the flag: one round shows that it works.
    let (rounds, calls) = if env::args().any(|argument| argument == "--bench") { (ROUNDS, CALLS) } else { (1, 1) };
    let round = || callers.iter().map(|(_, call)| cost_of(calls, || call(calls))).collect::<Vec<f64>>();
    let costs: Vec<Vec<f64>> = (0..rounds).map(|_| round()).collect();
    println!("CPU time per call of `reserve`, user and kernel, median of {rounds} rounds of {calls} calls each");
    for (index, (name, _)) in callers.iter().enumerate() {
        let cost = median(costs.iter().map(|round| round[index]).collect());
        let ratio = median(costs.iter().map(|round| round[0] / round[index]).collect());
        let note = match index {
            0 => String::new(),
            1 => format!("ratio {ratio:.3} (aim: at most {AIM})"),
            _ => format!("ratio {ratio:.3}"),
        };
        println!("{name:<26}{cost:6.2} µs   {note}");
    }
    println!();
}

/// Who is to make calls by itself, and how many: for a profiler, which is to see nothing else.
fn alone() -> Option<(String, u32)> {
    let mut arguments = env::args().skip_while(|argument| argument != "--alone").skip(1);
    let name = arguments.next()?;
    Some((name, arguments.next()?.parse().expect("behind the name stands a number of calls")))
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("the system gives a runtime")
}

/// A call that sends what a bare client sends.
fn with_fixed_key<C: ApiClient>(client: &C) -> Request<C, Reserve> {
    billing_intents::reserve(client, INTENT).idempotency_key(IDEMPOTENCY_KEY)
}

/// Makes calls with keys of their own.
async fn call_async(client: &Client, calls: u32) {
    for _ in 0..calls {
        billing_intents::reserve(client, INTENT).await.expect("the server answers with an intent");
    }
}

/// Makes calls with keys of their own.
fn call_blocking(client: &BlockingClient, calls: u32) {
    for _ in 0..calls {
        billing_intents::reserve(client, INTENT).send().expect("the server answers with an intent");
    }
}

/// What the clients send, made once.
fn request(base_url: &str) -> hyper::Request<Bytes> {
    let config = Config::new(KEY).and_then(|config| config.with_base_url(base_url)).expect("loopback is a base URL");
    let mut request = billing_intents::reserve(&config, INTENT).into_http().expect("the id can be sent");
    request.headers_mut().insert("idempotency-key", HeaderValue::from_static(IDEMPOTENCY_KEY));
    request
}

struct ByHyper {
    client: HyperClient<HttpConnector, Full<Bytes>>,
    request: hyper::Request<Bytes>,
}

impl ByHyper {
    /// Makes calls as a program would by hand.
    async fn call(&self, calls: u32) {
        for _ in 0..calls {
            let body = tokio::time::timeout(ATTEMPT_TIMEOUT, self.exchange()).await.expect("the server is quick");
            assert_is_intent(&body);
        }
    }

    async fn move_bytes(&self, calls: u32) {
        for _ in 0..calls {
            assert_eq!(self.exchange().await.len(), BODY.len());
        }
    }

    async fn exchange(&self) -> Bytes {
        let request = self.request.clone().map(Full::new);
        let response = self.client.request(request).await.expect("the server answers");
        response.into_body().collect().await.expect("the server sends the whole body").to_bytes()
    }
}

/// An answer, as a program that is written by hand declares it.
#[derive(Deserialize)]
#[expect(dead_code, reason = "reading it is what is measured")]
struct Intent {
    id: String,
    object: String,
    amount_details: AmountDetails,
    cadence: Option<String>,
    created: String,
    currency: String,
    livemode: bool,
    status: String,
    status_transitions: StatusTransitions,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading it is what is measured")]
struct AmountDetails {
    currency: String,
    discount: i64,
    shipping: i64,
    subtotal: i64,
    tax: i64,
    total: i64,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading it is what is measured")]
struct StatusTransitions {
    #[serde(rename = "canceled_at")]
    canceled: Option<String>,
    #[serde(rename = "committed_at")]
    committed: Option<String>,
    #[serde(rename = "drafted_at")]
    drafted: Option<String>,
    #[serde(rename = "reserved_at")]
    reserved: Option<String>,
}

fn assert_is_intent(body: &[u8]) {
    let intent: Intent = serde_json::from_slice(body).expect("the server answers with an intent");
    assert_eq!(black_box(intent).id, INTENT);
}

/// With time-outs, without which nobody should call a service. With them ureq starts a thread for each request, to look the
/// host up; the client looks hosts up where it connects.
fn ureq_by_hand() -> ureq::Agent {
    let config = ureq::Agent::config_builder().timeout_global(Some(ATTEMPT_TIMEOUT));
    config.timeout_connect(Some(CONNECT_TIMEOUT)).build().new_agent()
}

struct ByUreq {
    agent: ureq::Agent,
    request: hyper::Request<Bytes>,
}

impl ByUreq {
    /// Makes calls as a program would by hand.
    fn call(&self, calls: u32) {
        for _ in 0..calls {
            assert_is_intent(&self.exchange());
        }
    }

    fn move_bytes(&self, calls: u32) {
        for _ in 0..calls {
            assert_eq!(self.exchange().len(), BODY.len());
        }
    }

    fn exchange(&self) -> Vec<u8> {
        let request = self.request.clone().map(|body| body.to_vec());
        let mut response = self.agent.run(request).expect("the server answers");
        response.body_mut().read_to_vec().expect("the server sends the whole body")
    }
}

/// Both clients of a pair opened a connection; compares the first request on each.
fn assert_same_bytes(requests: &mpsc::Receiver<Vec<u8>>) {
    let first_of = || requests.recv().expect("each client opens one connection");
    assert_eq!(first_of(), first_of(), "both clients have to send the same bytes");
}

/// Answers every request with an intent, on one thread for all connections, so that no client has a server of its own
/// that the kernel may place better. Gives its address, and the first request of each connection.
fn serve() -> (SocketAddr, mpsc::Receiver<Vec<u8>>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
    listener.set_nonblocking(true).expect("a socket can be made not to block");
    let address = listener.local_addr().expect("a bound listener has an address");
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        runtime().block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).expect("the runtime takes sockets");
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, sender.clone()));
            }
        });
    });
    (address, receiver)
}

async fn answer(mut stream: TcpStream, first: mpsc::Sender<Vec<u8>>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nrequest-id: req_bench\r\n";
    let response = format!("{head}content-length: {}\r\n\r\n{BODY}", BODY.len());
    let mut request = Vec::new();
    let mut is_first = true;
    while stream.read_buf(&mut request).await? > 0 {
        if !request.ends_with(b"\r\n\r\n{}") {
            continue;
        }
        if is_first {
            is_first = false;
            let _ = first.send(request.clone());
        }
        request.clear();
        stream.write_all(response.as_bytes()).await?;
    }
    Ok(())
}

/// Microseconds of CPU time per call that `run` takes on this thread.
fn cost_of(calls: u32, run: impl FnOnce()) -> f64 {
    let before = cpu_nanoseconds();
    run();
    let spent = u32::try_from((cpu_nanoseconds() - before) / 1000).expect("a round takes less than an hour");
    f64::from(spent) / f64::from(calls)
}

/// The CPU time of this thread until now.
fn cpu_nanoseconds() -> u64 {
    let statistics = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux tells the CPU time of a thread");
    let first = statistics.split_whitespace().next().and_then(|field| field.parse().ok());
    first.expect("the first field is the time on the CPU in nanoseconds")
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
