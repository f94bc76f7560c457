//! HTTP/2 where the server offers it: what is agreed on, and how calls share a connection.

use std::sync::Mutex;
use std::sync::mpsc::channel;

use super::support::any_client::AnyClient;
use super::support::certificates::Authority;
use super::support::http2_server::{Http2Server, Turn};
use super::support::https::{ADDRESS, set_up};
use super::support::sample::{Order, commit};
use super::support::tls_server::TlsServer;
use crate::runtime::{Client, RetryPolicy};

/// A server, and a client that sends everything once.
fn pair(turns: &[Turn]) -> (Http2Server, Client) {
    let authority = Authority::new("one");
    let server = Http2Server::new(authority.server(ADDRESS), turns.to_vec());
    let builder = set_up::<Client>().base_url(server.url()).root_certificates(authority.pem());
    (server, builder.retry(RetryPolicy::never()).build().unwrap())
}

#[test]
fn it_is_spoken_where_the_server_offers_it() {
    let (server, client) = pair(&[Turn::Meet(1)]);
    let response = Client::send(commit(&client, "ord_1")).unwrap();
    assert_eq!((response.output, response.raw.request_id()), (Order::example(), Some("req_1")));
    let received = server.requests.recv().unwrap();
    assert_eq!(received.line, format!("POST {}/v2/orders/ord_1/commit", server.url()));
    assert_eq!(received.authorization, "Bearer sk_test_example");
}

#[test]
fn http_1_is_spoken_where_the_server_offers_no_other() {
    let authority = Authority::new("one");
    for protocols in [vec![], vec![b"http/1.1".to_vec()]] {
        let mut config = authority.server(ADDRESS);
        config.alpn_protocols = protocols;
        let server = TlsServer::new(config);
        let client = set_up::<Client>().base_url(server.url()).root_certificates(authority.pem()).build().unwrap();
        Client::send(commit(&client, "ord_1")).unwrap();
        let text = server.requests.recv().unwrap().text;
        assert!(text.starts_with("POST /v2/orders/ord_1/commit HTTP/1.1\r\n"), "{text}");
    }
}

#[test]
fn calls_at_the_same_time_share_a_connection() {
    const CALLS: usize = 16;
    // Whether there is a connection already, or the first call makes one.
    for before in [0, 1] {
        let mut turns = vec![Turn::Meet(1); before];
        turns.push(Turn::Meet(CALLS));
        let (server, client) = pair(&turns);
        for _ in 0..before {
            Client::send(commit(&client, "ord_1")).unwrap();
        }
        let calls = Mutex::new(vec![commit(&client, "ord_1"); CALLS]);
        let (sender, results) = channel();
        let sender = Mutex::new(sender);
        // None is answered before all of them are there.
        Client::send_all(
            CALLS,
            move || calls.lock().unwrap().pop(),
            move |result| {
                sender.lock().unwrap().send(result).unwrap();
            },
        );
        assert!(results.iter().take(CALLS).all(|result| result.is_ok_and(|response| response.raw.attempts() == 1)));
        let mut connections: Vec<_> = server.requests.try_iter().map(|received| received.connection).collect();
        assert_eq!(connections.len(), before + CALLS);
        connections.dedup();
        assert_eq!(connections.len(), 1);
    }
}

#[test]
fn a_request_that_was_not_looked_at_is_repeated() {
    let (server, client) = pair(&[Turn::Refuse, Turn::Meet(1)]);
    let response = Client::send(commit(&client, "ord_1").retry(RetryPolicy::times(1))).unwrap();
    assert_eq!((response.raw.attempts(), server.requests.try_iter().count()), (2, 2));
}
