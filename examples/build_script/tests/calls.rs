//! The crate that was made while Cargo built it is one like any other.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;

use weather_client::{BlockingClient, stations};

#[test]
fn a_call_is_made_and_its_answer_is_read() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let service = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut head = String::new();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        while reader.read_line(&mut head).unwrap() > 2 {}
        let body = r#"{"name": "Oslo", "celsius": -3.5}"#;
        write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len()).unwrap();
        head
    });
    let client = BlockingClient::builder().base_url(url).build().unwrap();
    let station = stations::find(&client, "Oslo").send().unwrap();
    assert_eq!((station.name.as_str(), station.celsius), ("Oslo", -3.5));
    let head = service.join().unwrap();
    assert!(head.starts_with("GET /stations/Oslo HTTP/1.1\r\n"), "{head}");
    assert!(head.contains("weather-client/0.1.0"), "{head}");
}
