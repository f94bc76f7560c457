//! Many calls against a server that fails often: each is answered, none is done twice, and memory does not grow.

use std::process::Command;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::{env, fs};

use super::support::any_client::{AnyClient, for_each_client};
use super::support::sample::commit;
use super::support::script::{Turn, order_for};
use super::support::server::{Received, Server};
use crate::runtime::{Environment, RetryPolicy};

const FEW: usize = 1_000;
const MANY: usize = 10_000;
const AT_ONCE: usize = 64;
/// Of 100 requests, so many fail.
const FAILURES: u64 = 10;
const MEMORY_GROWTH: u64 = 10 << 20;
const ALONE: &str = "CLIENTSMITH_LOAD_TEST_ALONE";

for_each_client!(every_call_is_done_once);

/// Other tests would add to the peak of the memory: the load has a process of its own.
fn every_call_is_done_once<C: AnyClient>() {
    if env::var_os(ALONE).is_some() {
        return run::<C>();
    }
    let (_, module) = module_path!().split_once("::").unwrap();
    let this_test = format!("{module}::{}::every_call_is_done_once", C::TESTS);
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", &this_test, "--nocapture"]).env(ALONE, "1");
    // What glibc sets aside for each thread is not what is held.
    let output = command.env("MALLOC_ARENA_MAX", "1").output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}{}", String::from_utf8_lossy(&output.stderr));
}

fn run<C: AnyClient>() {
    let ledger = Arc::new(Ledger::new());
    let of_server = Arc::clone(&ledger);
    let server = Server::deciding([], move |received| of_server.serve(received));
    let builder = C::set_up().api_key("sk_test_example").base_url(server.url());
    let client = C::build(builder.retry(RetryPolicy::times(20)).environment(Hasty)).unwrap();
    call(&client, 0..FEW);
    let few = peak_memory();
    call(&client, FEW..MANY);
    let many = peak_memory();
    let done = ledger.done.lock().unwrap();
    assert!(done.iter().all(|call| call.times == 1), "each call is done once");
    let requests = ledger.requests.load(Ordering::Relaxed);
    assert!(requests > 11 * MANY as u64 / 10 - 500, "{requests} requests, as a tenth of them failed");
    match few.zip(many) {
        Some((few, many)) => {
            println!("{requests} requests; at most {few} bytes of memory after {FEW} calls, {many} after {MANY}");
            assert!(many - few <= MEMORY_GROWTH, "memory grew from {few} to {many} bytes");
        }
        None => println!("the peak of the memory is only known on Linux: not checked"),
    }
}

/// Makes calls, and checks that each gets its own answer.
fn call<C: AnyClient>(client: &C, numbers: std::ops::Range<usize>) {
    let (client, count, next) = (client.clone(), numbers.len(), AtomicUsize::new(numbers.start));
    let answered = Arc::new(Mutex::new(vec![false; count]));
    let of_client = Arc::clone(&answered);
    let start = numbers.start;
    let next = move || {
        let number = next.fetch_add(1, Ordering::Relaxed);
        numbers.contains(&number).then(|| commit(&client, format!("ord_{number}")))
    };
    C::send_all(AT_ONCE, next, move |sent| {
        let number = number_of(sent.unwrap().output.id.as_str());
        let was_answered = std::mem::replace(&mut of_client.lock().unwrap()[number - start], true);
        assert!(!was_answered, "two calls got the answer of {number}");
    });
    assert!(answered.lock().unwrap().iter().all(|is_answered| *is_answered));
}

/// What a service keeps to do each call once. It takes all its memory at the beginning.
struct Ledger {
    requests: AtomicU64,
    /// By the number of the order.
    done: Mutex<Vec<Done>>,
}

/// How often a call was done, and for which key last.
#[derive(Clone, Default)]
struct Done {
    times: u32,
    key: u128,
}

impl Ledger {
    fn new() -> Self {
        Self { requests: AtomicU64::new(0), done: Mutex::new(vec![Done::default(); MANY]) }
    }

    /// Fails often: before the call is done, or after it, when the client does not get to know.
    fn serve(&self, received: &Received) -> Turn {
        let random = mixed(self.requests.fetch_add(1, Ordering::Relaxed));
        let fails = random % 100 < FAILURES;
        match random >> 32 & 3 {
            0 if fails => return failure(500),
            1 if fails => return failure(503),
            _ => self.execute(received),
        }
        // The first answers wait for one another, so that all connections are there from the beginning.
        if fails { Turn::at_once().reset() } else { Turn::at_once().meet(AT_ONCE).send(order_for(received)) }
    }

    /// Does what is asked for, unless it was done for the same key.
    fn execute(&self, received: &Received) {
        let key = received.header("idempotency-key").unwrap().replace('-', "");
        let key = u128::from_str_radix(&key, 16).unwrap();
        let call = &mut self.done.lock().unwrap()[number_of(received.head.split('/').nth(3).unwrap())];
        if call.key != key {
            *call = Done { times: call.times + 1, key };
        }
    }
}

/// The number in the identifier of an order.
fn number_of(id: &str) -> usize {
    id.strip_prefix("ord_").unwrap().parse().unwrap()
}

fn failure(status: u16) -> Turn {
    Turn::at_once().send(super::support::script::framed(status, &[], b""))
}

/// Bits as if at random, the same in every run: the finalizer of `SplitMix64`.
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// Does not wait.
struct Hasty;

impl Environment for Hasty {
    #[cfg(feature = "async")]
    fn wait(&self, _: std::time::Duration) -> crate::runtime::Wait {
        Box::pin(tokio::task::yield_now())
    }

    #[cfg(feature = "blocking")]
    fn wait_blocking(&self, _: std::time::Duration) {}
}

/// The most memory that this process has had, in bytes.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kibibytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?;
    Some(kibibytes.parse::<u64>().unwrap() << 10)
}
