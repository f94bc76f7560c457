//! The API key and the password of a proxy are looked for in everything that is logged, at all levels, by this crate and
//! by the libraries below it.

use std::sync::Mutex;

use log::{Level, LevelFilter, Log, Metadata, Record};

use super::secrets::{KEY, PASSWORD, secret_in};
use super::support::any_client::AnyClient;
use super::support::certificates::Authority;
use super::support::child_process::run_in_child;
use super::support::collector::Collector;
use super::support::connect_proxy::{ConnectProxy, Reply};
use super::support::fake_environment::FakeEnvironment;
use super::support::https::{ADDRESS, for_each_https_client, set_up};
use super::support::sample::commit;
use super::support::script::{Turn, framed};
use super::support::server::Server;
use super::support::tls_server::TlsServer;
use super::support::vault::{ROBOT, VAULT_CALLS, by_cookies, by_key_and_header, by_key_or_login, by_query, by_robot};
use crate::runtime::{ClientBuilder, Credential, RetryPolicy, TokenClient};

for_each_https_client!(
    #[ignore = "it sets up loggers for its process, which another test makes"]
    no_secret_is_logged,
);

#[test]
fn logs_hide_secrets() {
    run_in_child(module_path!(), &[]);
}

/// A line of a log.
struct Line {
    level: Level,
    target: String,
    text: String,
}

/// Keeps everything that is logged by way of `log`.
struct Logger(Mutex<Vec<Line>>);

static LOGGER: Logger = Logger(Mutex::new(Vec::new()));

impl Log for Logger {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let line = Line { level: record.level(), target: record.target().to_owned(), text: record.args().to_string() };
        self.0.lock().unwrap().push(line);
    }

    fn flush(&self) {}
}

fn no_secret_is_logged<C: AnyClient + TokenClient>() {
    let collector = Collector::new();
    // The test of the other client may have been first.
    let _ = log::set_logger(&LOGGER);
    log::set_max_level(LevelFilter::Trace);
    LOGGER.0.lock().unwrap().clear();
    tracing::subscriber::with_default(collector.clone(), || {
        call_in_plain_text::<C>();
        call_through_proxies::<C>();
        call_by_each_scheme::<C>();
        #[cfg(all(feature = "http2", feature = "async-tls-no-provider"))]
        call_by_http2();
    });

    let told = [collector.spans(), collector.events()].concat();
    for entry in &told {
        assert_eq!(secret_in(&format!("{entry:?}")), None, "{entry:?}");
    }
    let lines = LOGGER.0.lock().unwrap();
    let is_dump = |line: &&Line| line.target == "ureq_proto::util";
    // So is a URL with the key in its query.
    let is_url = |line: &&Line| line.target == "ureq::run" && line.level == Level::Debug && line.text.contains("key=");
    for line in lines.iter().filter(|line| !is_dump(line) && !is_url(line)) {
        assert_eq!(secret_in(&line.text), None, "{} {}: {}", line.level, line.target, line.text);
    }
    // They were listened to.
    assert!(told.iter().any(|entry| entry.target.starts_with(env!("CARGO_CRATE_NAME"))));
    assert!(lines.iter().any(|line| line.target.starts_with("rustls")));
    let of_transport = told.iter().map(|entry| &entry.target).chain(lines.iter().map(|line| &line.target));
    assert!(of_transport.into_iter().any(|target| target.starts_with("hyper_util") || target.starts_with("ureq")));

    // What is known to show whole requests, bit by bit, to those who ask for its most talkative level, and is said in
    // the documentation of the client.
    let dumps = lines.iter().filter(is_dump);
    let dumps: Vec<_> = dumps.inspect(|line| assert_eq!(line.level, Level::Trace)).collect();
    let is_from_ureq = lines.iter().any(|line| line.target.starts_with("ureq"));
    // Each line ends with the text of sixteen bytes.
    let dumped: String = dumps.iter().map(|line| &line.text[line.text.len() - 16..]).collect();
    assert_eq!(secret_in(&dumped).is_some(), is_from_ureq);
}

/// Calls that end well, that are repeated, that are refused, and that do not come through.
fn call_in_plain_text<C: AnyClient>() {
    let turns = [Turn::ok(), Turn::error(503, &[]), Turn::ok(), Turn::error(401, &[]), Turn::after_request().close()];
    let server = Server::playing(turns, &FakeEnvironment::new(1));
    let client = C::build(set_up::<C>().base_url(server.url())).unwrap();
    let results = [(); 4].map(|()| C::send(commit(&client, "ord_1")).is_ok());
    assert_eq!(results, [true, true, false, false]);
    let client = C::build(set_up::<C>().base_url(Server::url_of_nobody())).unwrap();
    C::send(commit(&client, "ord_1")).unwrap_err();
}

/// Calls of each kind of signature that end well, that are refused, and that do not come through; and a token is fetched.
fn call_by_each_scheme<C: AnyClient + TokenClient>() {
    let answer = |status, body: &str| Turn::at_once().send(framed(status, &[], body.as_bytes()));
    let token = format!(r#"{{"access_token":"{KEY}","token_type":"bearer","expires_in":3600}}"#);
    let server = Server::deciding([], move |received| match &received.head {
        head if head.starts_with("POST /oauth/token") => answer(200, &token),
        head if head.contains("text=refused") => answer(403, KEY),
        _ => answer(200, ""),
    });
    let builder = ClientBuilder::<C>::for_service(&VAULT_CALLS).retry(RetryPolicy::never());
    let key = || Credential::Key(KEY.into());
    let builder = [0, 2, 3, 4, 6].into_iter().fold(builder, |builder, scheme| builder.prove(scheme, key()));
    let builder = builder.prove(1, Credential::Login("user".into(), PASSWORD.into()));
    let builder = builder.get_tokens(&ROBOT, &"robot".into(), &KEY.into(), None);
    let client = C::build(builder.base_url(server.url())).unwrap();
    let nowhere = Server::url_of_nobody();
    macro_rules! all_ways {
        ($($call:ident),*) => {$(
            C::send($call(&client)).unwrap();
            C::send($call(&client).text("refused")).unwrap_err();
            C::send($call(&client).base_url(&nowhere)).unwrap_err();
        )*};
    }
    all_ways!(by_key_and_header, by_query, by_cookies, by_robot);
    C::send(by_key_or_login(&client).prove(0, &key())).unwrap();
}

/// Calls by `https` through a proxy that builds a tunnel, and one that does not; and to a server without trust.
fn call_through_proxies<C: AnyClient>() {
    let (authority, other) = (Authority::new("one"), Authority::new("another"));
    let (server, stranger) = (TlsServer::new(authority.server(ADDRESS)), TlsServer::new(other.server(ADDRESS)));
    let cases = [
        (Reply::TunnelTo(server.address), true),
        (Reply::TunnelTo(stranger.address), false),
        (Reply::Text("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"), false),
    ];
    for (reply, is_sound) in cases {
        let proxy = ConnectProxy::new(reply);
        let builder = set_up::<C>().base_url(server.url()).root_certificates(authority.pem());
        let client = C::build(builder.proxy(format!("http://user:{PASSWORD}@{}", proxy.address))).unwrap();
        assert_eq!(C::send(commit(&client, "ord_1")).is_ok(), is_sound);
    }
}

#[cfg(all(feature = "http2", feature = "async-tls-no-provider"))]
fn call_by_http2() {
    use super::support::http2_server::{Http2Server, Turn};
    use crate::runtime::Client;

    let authority = Authority::new("one");
    let server = Http2Server::new(authority.server(ADDRESS), [Turn::Refuse, Turn::Meet(1)]);
    let client = set_up::<Client>().base_url(server.url()).root_certificates(authority.pem()).build().unwrap();
    assert_eq!(Client::send(commit(&client, "ord_1")).unwrap().raw.attempts(), 2);
}
