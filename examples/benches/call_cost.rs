//! What a call of the generated clients costs in CPU time, each against its own HTTP library used by hand: a bare pooled
//! hyper client, and ureq. Those send the same bytes and do not read the answer.
//!
//! Each pair runs on one thread over one kept-alive connection each to a server on another thread; only the clients'
//! thread is measured, in user and in kernel mode. Rounds alternate, and the ratio is taken within each pair of them.
//! Needs Linux.

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
use stripe_billing::billing_intents::{self, Reserve};
use stripe_billing::{ApiClient, BlockingClient, Client, Config, Operation, Request};
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
/// A generated client may cost this much more than a bare one.
const AIM: f64 = 1.15;

fn main() {
    let (address, requests) = serve();
    let base_url = format!("http://{address}");
    let runtime = runtime();

    let client = Client::builder().api_key(KEY).base_url(&base_url).build().expect("loopback is a base URL");
    let bare =
        BareHyper { client: HyperClient::builder(TokioExecutor::new()).build_http(), request: request(&base_url) };
    runtime.block_on(with_fixed_key(&client).into_future()).expect("the server answers with an intent");
    runtime.block_on(bare.call(1));
    assert_same_bytes(&requests);
    compare(
        ["async client", "bare pooled hyper client"],
        |calls| runtime.block_on(call_async(&client, calls)),
        |calls| runtime.block_on(bare.call(calls)),
    );

    let client = BlockingClient::builder().api_key(KEY).base_url(&base_url).build().expect("loopback is a base URL");
    let bare = BareUreq { agent: ureq_by_hand(), request: request(&base_url) };
    with_fixed_key(&client).send().expect("the server answers with an intent");
    bare.call(1);
    assert_same_bytes(&requests);
    compare(["blocking client", "ureq by hand"], |calls| call_blocking(&client, calls), |calls| bare.call(calls));
}

/// Prints what two ways to make calls cost.
fn compare(names: [&str; 2], generated: impl Fn(u32), bare: impl Fn(u32)) {
    // `cargo test --all-targets` runs this without the flag: one round shows that it works.
    let (rounds, calls) = if env::args().any(|argument| argument == "--bench") { (ROUNDS, CALLS) } else { (1, 1) };
    let mut costs = Vec::new();
    for _ in 0..rounds {
        let generated = cost_of(calls, || generated(calls));
        let bare = cost_of(calls, || bare(calls));
        costs.push([generated, bare, generated / bare]);
    }
    let [generated, bare, ratio] = [0, 1, 2].map(|column| median(costs.iter().map(|row| row[column]).collect()));
    println!("CPU time per call of `reserve`, user and kernel, median of {rounds} rounds of {calls} calls each");
    println!("{:<26}{generated:6.2} µs", names[0]);
    println!("{:<26}{bare:6.2} µs", names[1]);
    println!("{:<26}{ratio:7.3}    (aim: at most {AIM})\n", "ratio");
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
    let mut request = Reserve::new(INTENT).into_http(&config).expect("the id can be sent");
    request.headers_mut().insert("idempotency-key", HeaderValue::from_static(IDEMPOTENCY_KEY));
    request
}

struct BareHyper {
    client: HyperClient<HttpConnector, Full<Bytes>>,
    request: hyper::Request<Bytes>,
}

impl BareHyper {
    async fn call(&self, calls: u32) {
        for _ in 0..calls {
            let request = self.request.clone().map(Full::new);
            let response = self.client.request(request).await.expect("the server answers");
            let body = response.into_body().collect().await.expect("the server sends the whole body");
            assert_eq!(body.to_bytes().len(), BODY.len());
        }
    }
}

/// With time-outs, without which nobody should call a service. With them ureq starts a thread for each request, to look the
/// host up; the client looks hosts up where it connects.
fn ureq_by_hand() -> ureq::Agent {
    let config = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(30)));
    config.timeout_connect(Some(Duration::from_secs(10))).build().new_agent()
}

struct BareUreq {
    agent: ureq::Agent,
    request: hyper::Request<Bytes>,
}

impl BareUreq {
    fn call(&self, calls: u32) {
        for _ in 0..calls {
            let request = self.request.clone().map(|body| body.to_vec());
            let mut response = self.agent.run(request).expect("the server answers");
            let body = response.body_mut().read_to_vec().expect("the server sends the whole body");
            assert_eq!(body.len(), BODY.len());
        }
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
