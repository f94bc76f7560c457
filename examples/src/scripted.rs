//! A server that answers with bytes written down beforehand and records what it was sent, byte for byte.
//!
//! It knows nothing of HTTP but where a request ends, so that nothing is put right on the way.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// A server on a free port of 127.0.0.1. Its threads end with the program.
#[derive(Debug)]
pub struct ScriptedServer {
    address: SocketAddr,
    log: Arc<Log>,
}

/// What the server sends when it has read a request.
#[derive(Clone, Debug)]
pub struct Answer {
    bytes: Vec<u8>,
    packet_size: usize,
    hangs_up: bool,
}

#[derive(Debug, Default)]
struct Log(Mutex<Seen>);

/// What the server has seen.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// How many connections were made.
    pub connections: usize,
    /// Every request, byte for byte, in the order in which they came.
    pub requests: Vec<Vec<u8>>,
}

impl Answer {
    /// A response, byte for byte.
    pub fn bytes(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), packet_size: usize::MAX, hangs_up: false }
    }

    /// A response with a JSON body and the request id `req_scripted`.
    #[must_use]
    pub fn json(status: u16, body: &str) -> Self {
        Self::with_body(status, "application/json", body)
    }

    /// A response with any body and the request id `req_scripted`.
    pub fn with_body(status: u16, content_type: &str, body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let head = format!(
            "HTTP/1.1 {status} As Scripted\r\ncontent-type: {content_type}\r\nrequest-id: req_scripted\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        Self::bytes([head.as_bytes(), body].concat())
    }

    /// Sends the response in packets of this many bytes.
    #[must_use]
    pub fn in_packets_of(self, packet_size: usize) -> Self {
        Self { packet_size, ..self }
    }

    /// Closes the connection after the response.
    #[must_use]
    pub fn then_hang_up(self) -> Self {
        Self { hangs_up: true, ..self }
    }

    fn send(&self, stream: &mut TcpStream) -> io::Result<()> {
        self.bytes.chunks(self.packet_size).try_for_each(|packet| stream.write_all(packet))
    }
}

impl ScriptedServer {
    /// Answers the first request with the first answer and so on; the last answer serves all further requests.
    ///
    /// # Panics
    ///
    /// There is no answer, or the operating system gives no port.
    #[must_use]
    pub fn start(script: Vec<Answer>) -> Self {
        assert!(!script.is_empty(), "a scripted server needs an answer");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
        let address = listener.local_addr().expect("a bound listener has an address");
        let log = Arc::new(Log::default());
        let script = Arc::new(script);
        let server = Self { address, log: Arc::clone(&log) };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                log.lock().connections += 1;
                let (script, log) = (Arc::clone(&script), Arc::clone(&log));
                thread::spawn(move || converse(stream, &script, &log));
            }
        });
        server
    }

    /// Host and port.
    #[must_use]
    pub fn authority(&self) -> String {
        self.address.to_string()
    }

    /// The base URL to give to a client.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What the server has seen until now.
    #[must_use]
    pub fn seen(&self) -> Seen {
        self.log.lock().clone()
    }
}

impl Log {
    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records a request and tells how many came before it.
    fn record(&self, request: Vec<u8>) -> usize {
        let requests = &mut self.lock().requests;
        requests.push(request);
        requests.len() - 1
    }
}

/// Answers the requests of one connection until the client closes it or the script says so.
fn converse(mut stream: TcpStream, script: &[Answer], log: &Log) -> io::Result<()> {
    // Without this, packets are held back and joined.
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    while let Some(request) = read_request(&mut reader)? {
        let index = log.record(request);
        let answer = &script[index.min(script.len() - 1)];
        answer.send(&mut stream)?;
        if answer.hangs_up {
            break;
        }
    }
    Ok(())
}

/// Reads one request with its body, byte for byte; `None` if the client has closed the connection.
///
/// # Errors
///
/// The connection breaks within a request.
pub fn read_request(reader: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut request = Vec::new();
    loop {
        let start = request.len();
        if reader.read_until(b'\n', &mut request)? == 0 {
            return Ok(None);
        }
        if &request[start..] == b"\r\n" {
            break;
        }
    }
    let head = request.len();
    request.resize(head + body_length(&request), 0);
    reader.read_exact(&mut request[head..])?;
    Ok(Some(request))
}

/// The value of `content-length`, 0 if there is none.
fn body_length(head: &[u8]) -> usize {
    String::from_utf8_lossy(head)
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.trim().parse().ok())
        .unwrap_or(0)
}
