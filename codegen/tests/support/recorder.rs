//! A service on this machine that keeps what it is sent, for the programs in cases, which have it as a module.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};

/// The URL of a service that gives these answers, each a status and a body, to as many requests, and in the end the requests
/// as they came, without the headers that every request has.
pub fn recording(answers: &[(&str, &str)]) -> (String, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let answer = |(status, body): &(&str, &str)| {
        format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
    };
    let answers: Vec<String> = answers.iter().map(answer).collect();
    let service = thread::spawn(move || {
        let requests = answers.into_iter().map(|answer| {
            let (mut stream, _) = listener.accept().unwrap();
            let request = read(&mut BufReader::new(stream.try_clone().unwrap()));
            // What answers a HEAD ends with its head.
            let end = answer.find("\r\n\r\n").map_or(answer.len(), |end| end + 4);
            let answer = if request.starts_with("HEAD ") { &answer[..end] } else { &answer };
            stream.write_all(answer.as_bytes()).unwrap();
            request
        });
        requests.collect()
    });
    (url, service)
}

/// Headers that every request has.
const USUAL: [&str; 5] = ["accept:", "authorization:", "content-type:", "host:", "user-agent:"];

fn read(reader: &mut impl BufRead) -> String {
    let mut request = String::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap() <= 2 {
            break;
        }
        let line = line.trim_end();
        let name = line.to_ascii_lowercase();
        if let Some(digits) = name.strip_prefix("content-length:") {
            length = digits.trim().parse().unwrap();
        } else if !USUAL.iter().any(|usual| name.starts_with(usual)) {
            request.extend([line, "\n"]);
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    request + &String::from_utf8(body).unwrap()
}
