//! What requests carry of credentials, over HTTP on this machine.

use std::future::IntoFuture;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};

use case_credentials::{Client, Config, accounts, files};

/// A service that answers with these bodies, and in the end the heads of the requests, in lower case.
fn answering(bodies: &[&'static str]) -> (String, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let bodies = bodies.to_vec();
    let service = thread::spawn(move || bodies.into_iter().map(|body| answer(&listener, body)).collect());
    (url, service)
}

fn answer(listener: &TcpListener, body: &str) -> String {
    let (mut stream, _) = listener.accept().unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut head = String::new();
    while reader.read_line(&mut head).unwrap() > 2 {}
    let head = head.to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let length = length.map_or(0, |digits| digits.parse().unwrap());
    reader.read_exact(&mut vec![0; length]).unwrap();
    let length = body.len();
    write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}").unwrap();
    head
}

const FILE: &str = r#"{"name":"a.txt"}"#;
const TOKEN: &str = r#"{"access_token":"tok_1","token_type":"bearer","expires_in":3600}"#;

fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

#[test]
fn each_call_carries_what_it_asks_for() {
    let (url, service) = answering(&["", FILE, FILE, FILE, "", TOKEN, FILE, FILE]);
    let client = Client::builder()
        .login("user", "password")
        .api_key("sk_test_example")
        .app_key("app_1")
        .web_key("web 1")
        .session("abc")
        .robot("id", "secret")
        .base_url(url)
        .build()
        .unwrap();
    block_on(async {
        accounts::touch(&client).await.unwrap();
        files::list(&client).await.unwrap();
        files::search(&client).text("x").await.unwrap();
        files::preview(&client).await.unwrap();
        files::health(&client).await.unwrap();
        files::share(&client).await.unwrap();
        files::share(&client.clone()).await.unwrap();
    });
    let heads = service.join().unwrap();
    let carried = [
        (0, "authorization: bearer sk_test_example"),
        (1, "authorization: bearer sk_test_example"),
        (1, "x-app-key: app_1"),
        (2, "get /files/search?text=x&key=web%201 http"),
        (3, "cookie: sid=abc"),
        (5, "post /oauth/token http"),
        (5, "authorization: basic awq6c2vjcmv0"),
        (6, "authorization: bearer tok_1"),
        (7, "authorization: bearer tok_1"),
    ];
    for (index, line) in carried {
        assert!(heads[index].contains(line), "{line}: {}", heads[index]);
    }
    for index in [2, 3, 4] {
        assert!(!heads[index].contains("authorization"), "{}", heads[index]);
    }
}

#[test]
fn what_is_missing_is_said_and_nothing_is_sent() {
    let client = Client::builder().app_key("app_1").base_url("http://127.0.0.1:1").build().unwrap();
    let error = block_on(files::list(&client).into_future()).unwrap_err();
    assert_eq!(error.to_string(), "files.list was not sent: credentials are missing: give `api_key`");
    let error = block_on(accounts::touch(&client).into_future()).unwrap_err();
    assert_eq!(error.to_string(), "accounts.touch was not sent: credentials are missing: give `api_key`, or `login`");
}

#[test]
fn without_a_client_a_token_is_given() {
    let config = Config::new().unwrap().with_robot_token("tok_own").unwrap();
    let request = files::share(&config).into_http().unwrap();
    assert_eq!(request.headers()["authorization"], "Bearer tok_own");
    let request = files::health(&config).into_http().unwrap();
    assert!(!request.headers().contains_key("authorization"));
    let request = accounts::touch(&config).login("user", "password").into_http().unwrap();
    assert_eq!(request.headers()["authorization"], "Basic dXNlcjpwYXNzd29yZA==");
}
