//! A service on this machine that answers what it is told to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

/// A service, which keeps what it was sent.
pub struct Service {
    url: String,
    requests: JoinHandle<Vec<String>>,
}

impl Service {
    /// Gives these answers, each on a connection of its own. `HERE` in one becomes the URL of the service.
    pub fn answering(answers: &[String]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let answers: Vec<String> = answers.iter().map(|answer| answer.replace("HERE", &url)).collect();
        let requests = thread::spawn(move || {
            let exchange = |answer: String| {
                let mut stream = listener.accept().unwrap().0;
                let request = request(&stream);
                stream.write_all(answer.as_bytes()).unwrap();
                request
            };
            answers.into_iter().map(exchange).collect()
        });
        Self { url, requests }
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// The requests that came, without what names the host and the program, and with the other headers by name.
    pub fn finish(self) -> Vec<String> {
        self.requests.join().unwrap()
    }
}

fn request(stream: &TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let start = lines.remove(0);
    lines.retain(|line| !["host: ", "user-agent: ", "connection: "].iter().any(|name| line.starts_with(name)));
    lines.sort();
    let length = lines.iter().find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
    reader.read_exact(&mut body).unwrap();
    format!("{start}\n{}\n\n{}", lines.join("\n"), String::from_utf8(body).unwrap())
}

/// An answer with these header lines.
pub fn answer(status: &str, headers: &str, body: &str) -> String {
    let length = if status.starts_with("204") { String::new() } else { format!("content-length: {}\r\n", body.len()) };
    format!("HTTP/1.1 {status}\r\n{headers}{length}connection: close\r\n\r\n{body}")
}
