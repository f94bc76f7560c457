//! How the generated client uses the network: connections, concurrency, redirects, failures.

use std::future::IntoFuture;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};

use examples::scripted::{Answer, ScriptedServer};
use stripe_billing::billing_intents::{self, BillingIntent, BillingIntentStatus, Commit, CommitError};
use stripe_billing::{Client, Error, Request, RetryPolicy};
use tokio::task::JoinSet;

const COMMITTED: &str = include_str!("responses/committed.json");

/// A client that sends each request once, so that each answer of a script is for one call.
fn client(base_url: String) -> Client {
    let builder = Client::builder().api_key("sk_test_example").base_url(base_url).retry(RetryPolicy::never());
    builder.build().expect("a client for loopback")
}

async fn commit_error(base_url: String) -> Error<CommitError> {
    billing_intents::commit(&client(base_url), "bilint_123").await.expect_err("there is no intent")
}

#[tokio::test]
async fn calls_one_after_the_other_share_a_connection() {
    let refusal = Answer::json(400, r#"{"error": {"code": "payment_required_to_commit"}}"#);
    let page = Answer::with_body(500, "text/html", "<html></html>");
    let server = ScriptedServer::start(vec![refusal, page, Answer::json(200, COMMITTED)]);
    let client = client(server.base_url());
    for _ in 0..20 {
        // A clone has the same connections, and a refusal does not cost one.
        let _ = billing_intents::commit(&client.clone(), "bilint_123").await;
    }
    assert_eq!((server.seen().connections, server.seen().requests.len()), (1, 20));
}

#[tokio::test]
async fn a_connection_that_the_server_closed_is_replaced() {
    let last = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length:";
    let last = Answer::bytes(format!("{last} {}\r\n\r\n{COMMITTED}", COMMITTED.len())).then_hang_up();
    let server = ScriptedServer::start(vec![last.clone(), last, Answer::json(200, COMMITTED)]);
    let client = client(server.base_url());
    for _ in 0..4 {
        billing_intents::commit(&client, "bilint_123").await.expect("each call gets its answer");
    }
    assert_eq!((server.seen().connections, server.seen().requests.len()), (3, 4));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_calls_at_once_each_get_their_own_answer() {
    let transport = EchoingIds::start();
    let client = client(transport);
    let mut calls = JoinSet::new();
    for number in 0..50 {
        let id = format!("bilint_{number}");
        let call = billing_intents::commit(&client, &*id);
        calls.spawn(async move { (id, call.await) });
    }
    let mut answered = 0;
    while let Some(call) = calls.join_next().await {
        let (id, outcome) = call.expect("no call panics");
        assert_eq!(outcome.expect("each call gets its answer").id, id.as_str());
        answered += 1;
    }
    assert_eq!(answered, 50);
}

/// A service that holds every id for that of a committed intent.
struct EchoingIds;

impl EchoingIds {
    /// Gives the base URL.
    fn start() -> String {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
        let address = listener.local_addr().expect("a bound listener has an address");
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                std::thread::spawn(move || Self::answer(stream));
            }
        });
        format!("http://{address}")
    }

    fn answer(mut stream: TcpStream) -> std::io::Result<()> {
        let mut reader = std::io::BufReader::new(stream.try_clone()?);
        while let Some(request) = examples::scripted::read_request(&mut reader)? {
            let request = String::from_utf8_lossy(&request);
            let id = request.split('/').nth(4).expect("the id is in the path");
            let body = COMMITTED.replace("bilint_61SbQ4ZVMJ2ESqq2416S40x4RVA8P2F2ShZStd6x6RCy", id);
            write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len())?;
        }
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_and_their_futures_can_cross_threads() {
    fn check<T: Send + 'static>(_: &T) {}
    let server = ScriptedServer::start(vec![Answer::json(200, COMMITTED)]);
    let request = {
        let (client, id) = (client(server.base_url()), "bilint_123".to_owned());
        billing_intents::commit(&client, &*id).payment_intent("pi_123")
    };
    // The request outlives the client and the id that it was made of, and can be sent again as a clone.
    check(&request);
    let again: Request<Client, Commit> = request.clone();
    let future = again.into_future();
    check(&future);
    let first: BillingIntent = tokio::spawn(request.into_future()).await.expect("no panic").expect("an intent");
    let second: BillingIntent = tokio::spawn(future).await.expect("no panic").expect("an intent");
    assert_eq!((first.status, second.status), (BillingIntentStatus::Committed, BillingIntentStatus::Committed));
    assert_eq!(server.seen().requests.len(), 2);
}

#[tokio::test]
async fn a_request_that_is_not_awaited_sends_nothing() {
    let server = ScriptedServer::start(vec![Answer::json(200, COMMITTED)]);
    let client = client(server.base_url());
    drop(billing_intents::commit(&client, "bilint_1"));
    drop(billing_intents::commit(&client, "bilint_2").into_future());
    billing_intents::commit(&client, "bilint_3").await.expect("an intent");
    assert_eq!((server.seen().connections, server.seen().requests.len()), (1, 1));
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_the_key_goes_nowhere_else() {
    let elsewhere = ScriptedServer::start(vec![Answer::json(200, COMMITTED)]);
    for status in [300, 301, 302, 303, 307, 308] {
        let target = format!("{}/v2/billing/intents/bilint_123/commit", elsewhere.base_url());
        let head = format!("HTTP/1.1 {status} Elsewhere\r\nlocation: {target}\r\nrequest-id: req_moved");
        let server = ScriptedServer::start(vec![Answer::bytes(format!("{head}\r\ncontent-length: 5\r\n\r\nmoved"))]);
        let error = commit_error(server.base_url()).await;
        assert!(matches!(&error, Error::Api(_)), "{error:?}");
        assert_eq!((error.status(), error.request_id()), (Some(status), Some("req_moved")));
        assert_eq!(error.raw().map(|raw| raw.text()).as_deref(), Some("moved"));
        assert_eq!(server.seen().requests.len(), 1);
    }
    // Connections are taken in order: had a client made one, it would be there before this one.
    let mut stream = TcpStream::connect(elsewhere.authority()).expect("the other server listens");
    stream.write_all(b"GET / HTTP/1.1\r\n\r\n").expect("the other server reads");
    stream.read_exact(&mut [0]).expect("the other server answers");
    assert_eq!(
        (elsewhere.seen().connections, elsewhere.seen().requests),
        (1, vec![b"GET / HTTP/1.1\r\n\r\n".to_vec()])
    );
}

#[tokio::test]
async fn without_a_whole_answer_there_is_a_transport_error() {
    let broken = [
        "",
        "HTTP/1.1 200 OK\r\ncontent-le",
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\"",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"id\"",
        "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}",
        "SSH-2.0-OpenSSH_9.6\r\n",
    ];
    for bytes in broken {
        let server = ScriptedServer::start(vec![Answer::bytes(bytes).then_hang_up()]);
        let error = commit_error(server.base_url()).await;
        assert!(matches!(&error, Error::Transport(_)), "{bytes:?}: {error:?}");
        assert!(error.to_string().starts_with("the connection broke: "), "{error}");
        assert!(std::error::Error::source(&error).is_some(), "{error:?}");
        assert_eq!((error.status(), error.code(), error.request_id(), error.raw().is_none()), (None, None, None, true));
        assert_eq!(server.seen().requests.len(), 1, "{bytes:?}: a call that may have worked is not sent again");
    }
}

#[tokio::test]
async fn a_call_that_broke_on_a_used_connection_is_not_sent_again() {
    let committed = Answer::json(200, COMMITTED);
    let server = ScriptedServer::start(vec![committed.clone(), Answer::bytes("").then_hang_up(), committed]);
    let client = client(server.base_url());
    billing_intents::commit(&client, "bilint_1").await.expect("an intent");
    let error = billing_intents::commit(&client, "bilint_2").await.expect_err("the server hangs up");
    assert!(matches!(&error, Error::Transport(_)), "{error:?}");
    billing_intents::commit(&client, "bilint_3").await.expect("an intent, over a new connection");
    assert_eq!((server.seen().connections, server.seen().requests.len()), (2, 3));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_a_transport_error() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
    let address = listener.local_addr().expect("a bound listener has an address");
    drop(listener);
    let error = commit_error(format!("http://{address}")).await;
    assert!(matches!(&error, Error::Transport(_)), "{error:?}");
    assert!(error.to_string().to_lowercase().contains("refused"), "{error}");
}
