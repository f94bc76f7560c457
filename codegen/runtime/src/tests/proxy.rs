//! Requests through a proxy: which ones, what the proxy is told, and what its refusal looks like.

use std::env;

use super::support::any_client::AnyClient;
use super::support::certificates::Authority;
use super::support::child_process::run_in_child;
use super::support::connect_proxy::{ConnectProxy, Reply};
use super::support::https::{ADDRESS, KEY, for_each_https_client, set_up};
use super::support::sample::commit;
use super::support::script::Turn;
use super::support::server::Server;
use super::support::tls_server::TlsServer;
use crate::runtime::transports::proxy::{Proxy, ProxySetting};
use crate::runtime::{ConfigError, Error, TransportErrorKind};

const PASSWORD: &str = "open-sesame";

/// A host that only the proxy knows.
const HOST: &str = "api.example.test";

for_each_https_client!(
    a_tunnel_is_asked_for_in_so_many_words,
    plain_http_goes_straight,
    a_refusal_is_told_without_the_password,
    an_unusable_proxy_is_refused_without_showing_its_url,
    #[ignore = "it needs an environment, which another test makes"]
    calls_go_as_the_environment_says,
);

fn a_tunnel_is_asked_for_in_so_many_words<C: AnyClient>() {
    let authority = Authority::new("one");
    let server = TlsServer::new(authority.server(HOST));
    let cases = [
        ("", None),
        ("user@", Some("dXNlcjo=")),
        ("user:open-sesame@", Some("dXNlcjpvcGVuLXNlc2FtZQ==")),
        // me@work, with the password p:a/s%s
        ("me%40work:p%3Aa%2Fs%25s@", Some("bWVAd29yazpwOmEvcyVz")),
        ("j%C3%BCrgen:%E2%82%AC@", Some("asO8cmdlbjrigqw=")),
    ];
    for (user, expected) in cases {
        let proxy = ConnectProxy::new(Reply::TunnelTo(server.address));
        let builder = set_up::<C>().base_url(format!("https://{HOST}")).root_certificates(authority.pem());
        let client = C::build(builder.proxy(format!("http://{user}{}", proxy.address))).unwrap();
        C::send(commit(&client, "ord_1")).unwrap();
        let head = proxy.heads.recv().unwrap();
        let lines: Vec<_> = head.lines().map(str::to_lowercase).collect();
        assert_eq!(lines[..2], [format!("connect {HOST}:443 http/1.1"), format!("host: {HOST}:443")]);
        let told = head.lines().find_map(|line| line.strip_prefix("Proxy-Authorization: Basic "));
        assert_eq!(told, expected);
        assert!(!head.contains(KEY) && !head.to_lowercase().contains("\r\nauthorization"), "{head}");
        // What is for the proxy stays with the proxy.
        let request = server.requests.recv().unwrap().text.to_lowercase();
        assert!(request.contains("authorization: bearer sk_test_example\r\n"), "{request}");
        assert!(!request.contains("proxy-"), "{request}");
    }
}

fn plain_http_goes_straight<C: AnyClient>() {
    let server = Server::repeating(Turn::ok());
    let proxy = ConnectProxy::new(Reply::Text(""));
    let builder = set_up::<C>().base_url(server.url()).proxy(format!("http://{}", proxy.address));
    C::send(commit(&C::build(builder).unwrap(), "ord_1")).unwrap();
    assert_eq!(server.received().len(), 1);
    assert!(proxy.heads.try_recv().is_err());
}

fn a_refusal_is_told_without_the_password<C: AnyClient>() {
    let cases = [
        ("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", ["authorization required", "responded 407"]),
        ("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n", ["tunnel error: unsuccessful", "responded 502"]),
    ];
    for (text, answers) in cases {
        let proxy = ConnectProxy::new(Reply::Text(text));
        let builder = set_up::<C>().proxy(format!("http://user:{PASSWORD}@{}", proxy.address));
        let error = C::send(commit(&C::build(builder).unwrap(), "ord_1")).unwrap_err();
        assert!(matches!(&error, Error::Transport(error) if error.kind() == TransportErrorKind::Connect), "{error:?}");
        assert_eq!((error.attempts(), proxy.heads.try_iter().count()), (3, 3));
        // Each library has its own words.
        assert!(answers.iter().any(|answer| error.to_string().contains(answer)), "{error}");
        assert!(!format!("{error} {error:?}").contains(PASSWORD));
    }
}

fn an_unusable_proxy_is_refused_without_showing_its_url<C: AnyClient>() {
    let cases =
        ["", "/", ":3128", "socks5://user:open-sesame@h", "https://user:open-sesame@h", "http://user:open-sesame@"];
    for url in cases.into_iter().chain(["http://us er:open-sesame@h", "http://user:open-sesame@h:99999"]) {
        let builder = set_up::<C>().proxy(url);
        assert!(!format!("{builder:?}").contains(PASSWORD));
        let Err(error) = C::build(builder) else { panic!("{url} was taken") };
        assert!(matches!(error, ConfigError::Proxy(_)), "{error:?}");
        assert!(error.to_string().starts_with("the proxy is refused: "), "{error}");
        assert!(!format!("{error} {error:?}").contains(PASSWORD));
    }
}

const URL: &str = "SAMPLE_URL";
const ROOTS: &str = "SAMPLE_ROOTS";

#[test]
fn the_environment_names_a_proxy() {
    let authority = Authority::new("one");
    let server = TlsServer::new(authority.server(ADDRESS));
    let proxy = ConnectProxy::new(Reply::TunnelTo(server.address));
    let at = proxy.address.to_string();
    let url = format!("http://user:open-sesame@{at}");
    let nobody = "http://127.0.0.1:1";
    let cases: [(&[(&str, &str)], bool); 9] = [
        (&[], false),
        (&[("HTTPS_PROXY", &url)], true),
        (&[("https_proxy", &at)], true),
        (&[("ALL_PROXY", &url)], true),
        (&[("all_proxy", &at)], true),
        (&[("HTTPS_PROXY", &url), ("ALL_PROXY", nobody)], true),
        (&[("HTTPS_PROXY", " "), ("ALL_PROXY", &url)], true),
        (&[("HTTP_PROXY", nobody)], false),
        (&[("HTTPS_PROXY", nobody), ("NO_PROXY", "example.test, 127.0.0.1")], false),
    ];
    for (variables, is_proxied) in cases {
        let sample = [(URL, server.url()), (ROOTS, authority.pem())];
        let sample = sample.iter().map(|(name, value)| (*name, value.as_str()));
        run_in_child(module_path!(), &variables.iter().copied().chain(sample).collect::<Vec<_>>());
        assert_eq!(proxy.heads.try_iter().count() > 0, is_proxied, "{variables:?}");
    }
}

fn calls_go_as_the_environment_says<C: AnyClient>() {
    let Ok(url) = env::var(URL) else { return };
    let builder = C::set_up().api_key(KEY).base_url(url).root_certificates(env::var(ROOTS).unwrap());
    C::send(commit(&C::build(builder).unwrap(), "ord_1")).unwrap();
}

#[test]
fn the_environment_names_exceptions() {
    let cases: [(&str, &[&str], &[&str]); 8] = [
        ("", &[], &["api.example.test"]),
        (" , ", &[], &["api.example.test"]),
        ("*", &["api.example.test", "127.0.0.1", "[::1]"], &[]),
        ("example.test", &["example.test", "api.example.test", "API.Example.Test"], &["myexample.test", "test"]),
        (".example.test", &["api.example.test"], &["api.example.test.org"]),
        ("*.example.test", &["api.example.test"], &["other.test"]),
        ("a.test, B.test", &["a.test", "b.test"], &["c.test"]),
        ("127.0.0.1,::1", &["127.0.0.1", "[::1]"], &["127.0.0.2", "[::2]"]),
    ];
    for (exceptions, direct, proxied) in cases {
        run_in_child(
            concat!(module_path!(), "::exceptions"),
            &[
                ("HTTPS_PROXY", "proxy.test:3128"),
                ("NO_PROXY", exceptions),
                (DIRECT, &direct.join(" ")),
                (PROXIED, &proxied.join(" ")),
            ],
        );
    }
}

const DIRECT: &str = "SAMPLE_DIRECT";
const PROXIED: &str = "SAMPLE_PROXIED";

mod exceptions {
    use super::{DIRECT, PROXIED, Proxy, ProxySetting, env};

    #[test]
    #[ignore = "it needs an environment, which another test makes"]
    fn exceptions_are_heeded() {
        let Ok(direct) = env::var(DIRECT) else { return };
        let proxy = Proxy::choose(&ProxySetting::Environment).unwrap().unwrap();
        for (hosts, is_covered) in [(direct, false), (env::var(PROXIED).unwrap(), true)] {
            for host in hosts.split_whitespace() {
                let url = format!("https://{host}:8443/v2").parse().unwrap();
                assert_eq!(proxy.covers(&url), is_covered, "{host}");
                let url = format!("http://{host}/v2").parse().unwrap();
                assert!(!proxy.covers(&url), "plain http goes straight");
            }
        }
    }
}
