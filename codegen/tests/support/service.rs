//! A service on this machine for the programs in cases, which have it as a module.

#![allow(dead_code, reason = "each program has its own use for it")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};

/// A request as it came.
pub struct Received {
    /// The first line and the headers.
    pub head: String,
    pub body: Vec<u8>,
}

impl Received {
    /// The value of a header, whose name is in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let headers = self.head.lines().filter_map(|line| line.split_once(':'));
        headers.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

/// The URL of a service that answers one request, and in the end the body that it was sent.
pub fn answering(answer: &str) -> (String, JoinHandle<String>) {
    let (url, service) = receiving(answer);
    (url, thread::spawn(|| String::from_utf8(service.join().unwrap().body).unwrap()))
}

/// The URL of a service that answers one request, and in the end that request.
pub fn receiving(answer: &str) -> (String, JoinHandle<Received>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{answer}", answer.len());
    let service = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut received = Received { head: String::new(), body: Vec::new() };
        while reader.read_line(&mut received.head).unwrap() > 2 {}
        let length = received.header("content-length").map_or(0, |digits| digits.parse().unwrap());
        received.body.resize(length, 0);
        reader.read_exact(&mut received.body).unwrap();
        stream.write_all(answer.as_bytes()).unwrap();
        received
    });
    (url, service)
}
