//! What a call of the generated client costs in CPU time, against a bare pooled hyper client that sends the same bytes
//! and does not read the answer.
//!
//! Both run on one thread over one kept-alive connection to a server on another thread; only the clients' thread is
//! measured, in user and in kernel mode. Rounds alternate, and the ratio is taken within each pair of them. Needs Linux.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::mpsc;
use std::{env, fs, io, thread};

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper_util::client::legacy::Client as HyperClient;
use hyper_util::rt::TokioExecutor;
use stripe_billing::billing_intents::{self, Reserve};
use stripe_billing::{Client, Config, Operation};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;

const KEY: &str = "sk_test_example";
const INTENT: &str = "bilint_61SbQ4ZVMJ2ESqq2416S40x4RVA8P2F2ShZStd6x6RCy";
const BODY: &str = include_str!("../tests/responses/reserved.json");
/// Short rounds, so that whatever else the machine does meets both clients alike.
const ROUNDS: usize = 300;
const CALLS: u32 = 500;
/// The generated client may cost this much more than the bare one.
const AIM: f64 = 1.15;

fn main() {
    // `cargo test --all-targets` runs this without the flag: one round shows that it works.
    let (rounds, calls) = if env::args().any(|argument| argument == "--bench") { (ROUNDS, CALLS) } else { (1, 1) };
    let (address, requests) = serve();
    let runtime = runtime();
    let generated = Generated::new(address);
    let bare = Bare::new(address);

    generated.call(&runtime, 1);
    bare.call(&runtime, 1);
    let first_of = || requests.recv().expect("each client opens one connection");
    assert_eq!(first_of(), first_of(), "both clients have to send the same bytes");

    let mut costs = Vec::new();
    for _ in 0..rounds {
        let generated = cost_of(calls, || generated.call(&runtime, calls));
        let bare = cost_of(calls, || bare.call(&runtime, calls));
        costs.push([generated, bare, generated / bare]);
    }
    let [generated, bare, ratio] = [0, 1, 2].map(|column| median(costs.iter().map(|row| row[column]).collect()));
    println!("CPU time per call of `reserve`, user and kernel, median of {rounds} rounds of {calls} calls each");
    println!("generated client         {generated:6.2} µs");
    println!("bare pooled hyper client {bare:6.2} µs");
    println!("ratio                    {ratio:6.3}    (aim: at most {AIM})");
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("the system gives a runtime")
}

struct Generated(Client);

impl Generated {
    fn new(address: SocketAddr) -> Self {
        let builder = Client::builder().api_key(KEY).base_url(format!("http://{address}"));
        Self(builder.build().expect("a loopback address is a base URL"))
    }

    fn call(&self, runtime: &Runtime, calls: u32) {
        runtime.block_on(async {
            for _ in 0..calls {
                billing_intents::reserve(&self.0, INTENT).await.expect("the server answers with an intent");
            }
        });
    }
}

struct Bare {
    client: HyperClient<hyper_util::client::legacy::connect::HttpConnector, Full<Bytes>>,
    request: hyper::Request<Full<Bytes>>,
}

impl Bare {
    fn new(address: SocketAddr) -> Self {
        let config = Config::new(KEY).and_then(|config| config.with_base_url(&format!("http://{address}")));
        let request = Reserve::new(INTENT).into_http(&config.expect("a loopback address is a base URL"));
        let request = request.expect("the id can be sent").map(Full::new);
        Self { client: HyperClient::builder(TokioExecutor::new()).build_http(), request }
    }

    fn call(&self, runtime: &Runtime, calls: u32) {
        runtime.block_on(async {
            for _ in 0..calls {
                let response = self.client.request(self.request.clone()).await.expect("the server answers");
                let body = response.into_body().collect().await.expect("the server sends the whole body");
                assert_eq!(body.to_bytes().len(), BODY.len());
            }
        });
    }
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
