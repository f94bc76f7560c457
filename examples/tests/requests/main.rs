//! What the generated client sends, byte for byte.

mod alerts;
mod billing_intents;
mod events;
mod meter_events;
mod meters;

use std::fs;
use std::path::Path;

use examples::scripted::{Answer, ScriptedServer};
use stripe_billing::billing_intents::{BillingIntent, commit, release_reservation, reserve};
use stripe_billing::{Client, Error, Operation, Request, Timestamp};

const INTENT: &str = include_str!("../responses/reserved.json");
/// A page of either version of the API, without items.
const NO_ITEMS: &str =
    r#"{"data": [], "has_more": false, "url": "/", "next_page_url": null, "previous_page_url": null}"#;

/// The servers of the API, and a client for both.
struct Servers {
    api: ScriptedServer,
    meter_events: ScriptedServer,
    client: Client,
}

impl Servers {
    /// Servers below `path` that answer with this body.
    fn start(path: &str, body: &str) -> Self {
        let [api, meter_events] = [(); 2].map(|()| ScriptedServer::start(vec![Answer::json(200, body)]));
        let builder = Client::builder().api_key("sk_test_example").base_url(api.base_url() + path);
        let builder = builder.server_url("meter_events", meter_events.base_url() + path);
        let client = builder.build().expect("a client for loopback");
        Self { api, meter_events, client }
    }
}

/// Makes a call that is answered with this body, and compares what is sent with `<name>.http`.
async fn check<O: Operation>(name: &str, body: &str, request: impl FnOnce(&Client) -> Request<Client, O>) {
    check_below("", name, body, request).await;
}

/// Does the same with servers below `path`.
async fn check_below<O>(path: &str, name: &str, body: &str, request: impl FnOnce(&Client) -> Request<Client, O>)
where
    O: Operation,
{
    let servers = Servers::start(path, body);
    send(request(&servers.client)).await;
    assert_eq!(sent(&servers.api), [expected(name, &servers.api)], "{name}");
    assert_eq!(servers.meter_events.seen().connections, 0, "{name}");
}

/// Makes a call, with a key that is known if it is one that may change something.
async fn send<O: Operation>(request: Request<Client, O>) {
    let name = O::ENDPOINT.name;
    let request = if O::ENDPOINT.method == "POST" { request.idempotency_key("order-42") } else { request };
    request.await.unwrap_or_else(|error| panic!("{name}: {error}"));
}

/// What `<name>.http` says.
///
/// In those files a line of the head ends in a line feed, which stands for CR LF, and `{authority}` stands for host
/// and port of the server. The body begins after the empty line and ends before the last line feed.
fn expected(name: &str, server: &ScriptedServer) -> String {
    let text = fs::read_to_string(folder().join(format!("{name}.http"))).expect("the expected request is written down");
    let (head, body) = text.split_once("\n\n").expect("an empty line ends the head");
    let head = head.replace('\n', "\r\n").replace("{authority}", &server.authority());
    format!("{head}\r\n\r\n{}", body.strip_suffix('\n').expect("a line feed ends the file"))
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/requests"))
}

fn sent(server: &ScriptedServer) -> Vec<String> {
    let requests = server.seen().requests.into_iter();
    requests.map(|request| String::from_utf8(request).expect("requests are UTF-8")).collect()
}

fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

#[test]
fn a_request_to_every_endpoint_is_written_down() {
    let resources = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let files = resources.flat_map(|resource| fs::read_dir(resource).unwrap());
    let targets = files.map(|file| {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let line = text.lines().next().and_then(|line| line.strip_suffix(" HTTP/1.1")).expect("a request line");
        line.split_once('?').map_or(line, |(path, _)| path).to_owned()
    });
    let targets: Vec<String> = targets.collect();
    let endpoints = include_str!("../../../generated/api.txt").lines().filter(|line| line.contains("(client: &C"));
    let endpoints: Vec<&str> = endpoints.map(|line| line.rsplit_once(" // ").expect("an endpoint").1).collect();
    assert_eq!(endpoints.len(), 29);
    for endpoint in endpoints {
        let is_sent = |target: &String| {
            let (target, endpoint) = (target.split('/'), endpoint.split('/'));
            target.clone().count() == endpoint.clone().count()
                && target.zip(endpoint).all(|(is, pattern)| is == pattern || pattern.starts_with('{'))
        };
        assert!(targets.iter().any(is_sent), "{endpoint}");
    }
}

#[tokio::test]
async fn an_id_stays_one_segment_of_the_path() {
    check("billing_intents/reserve_with_reserved_characters", INTENT, |client| reserve(client, "a/b?c#d é%")).await;
}

#[tokio::test]
async fn a_base_url_keeps_its_path() {
    check_below("/proxy/billing", "billing_intents/reserve_below_a_path", INTENT, |client| {
        reserve(client, "bilint_123")
    })
    .await;
    check_below("/proxy/billing/", "billing_intents/reserve_below_a_path", INTENT, |client| {
        reserve(client, "bilint_123")
    })
    .await;
}

#[tokio::test]
async fn every_character_but_the_unreserved_is_encoded() {
    let table = [
        ("AZaz09-._~", "AZaz09-._~"),
        ("a b+c", "a%20b%2Bc"),
        ("%2F", "%252F"),
        ("../../v2/core", "..%2F..%2Fv2%2Fcore"),
        ("...", "..."),
        ("!$&'()*,;=:@", "%21%24%26%27%28%29%2A%2C%3B%3D%3A%40"),
        ("\"<>[]\\^`{|}", "%22%3C%3E%5B%5D%5C%5E%60%7B%7C%7D"),
        ("\0\r\n\t\u{7f}", "%00%0D%0A%09%7F"),
        ("é日🦀", "%C3%A9%E6%97%A5%F0%9F%A6%80"),
        (" ", "%20"),
    ];
    let Servers { api: server, client, .. } = Servers::start("", INTENT);
    for (id, _) in table {
        reserve(&client, id).await.unwrap_or_else(|error| panic!("{id:?}: {error}"));
    }
    for (request, (id, segment)) in sent(&server).iter().zip(table) {
        let line = format!("POST /v2/billing/intents/{segment}/reserve HTTP/1.1\r\n");
        assert!(request.starts_with(&line), "{id:?}: {request}");
    }
}

#[tokio::test]
async fn an_id_that_names_another_path_is_refused_before_anything_is_sent() {
    let Servers { api: server, client, .. } = Servers::start("", INTENT);
    for id in ["", ".", ".."] {
        check_refused(reserve(&client, id), "billing_intents.reserve").await;
        check_refused(commit(&client, id), "billing_intents.commit").await;
        check_refused(release_reservation(&client, id), "billing_intents.release_reservation").await;
    }
    // Connections are taken in order: had one of those calls made one, it would be there before this one.
    reserve(&client, "bilint_123").await.expect("the server answers with an intent");
    assert_eq!((server.seen().connections, server.seen().requests.len()), (1, 1));
}

async fn check_refused<O: Operation<Output = BillingIntent>>(request: Request<Client, O>, name: &str) {
    let error = request.await.expect_err("the id is refused");
    assert_eq!((error.status(), error.request_id(), error.raw().is_none()), (None, None, true));
    let Error::Request(refusal) = &error else { panic!("{name}: {error:?}") };
    assert_eq!((refusal.operation(), refusal.parameter()), (name, Some("id")));
    assert!(error.to_string().starts_with(&format!("{name} was not sent: `id` must not be")), "{error}");
}
