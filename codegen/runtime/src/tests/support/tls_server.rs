//! A server for `https` on threads, with certificates made for the test.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use rustls::{CipherSuite, ServerConfig, ServerConnection, StreamOwned};

use super::script::{ORDER, framed};

/// What becomes of a connection.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fate {
    /// Every request is answered with the sample order.
    Served,
    /// A text is sent without TLS, once anything came.
    Plain(&'static str),
    /// It ends once anything came.
    HungUp,
    /// It is reset once anything came.
    Reset,
}

/// A request as the server met it, and the cryptography that it came by.
pub(crate) struct Received {
    pub(crate) text: String,
    pub(crate) cipher_suite: Option<CipherSuite>,
}

/// A server at a free port of this machine, which runs until the test program ends.
pub(crate) struct TlsServer {
    pub(crate) address: SocketAddr,
    pub(crate) requests: Receiver<Received>,
    connections: Arc<AtomicUsize>,
}

struct Shared {
    config: Arc<ServerConfig>,
    fates: Mutex<VecDeque<Fate>>,
    requests: Sender<Received>,
}

impl TlsServer {
    /// Serves every connection.
    pub(crate) fn new(config: ServerConfig) -> Self {
        Self::with_fates(config, [])
    }

    /// Does this with the first connections, and serves the others.
    pub(crate) fn with_fates(config: ServerConfig, fates: impl Into<VecDeque<Fate>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, requests) = channel();
        let shared = Arc::new(Shared { config: Arc::new(config), fates: Mutex::new(fates.into()), requests: sender });
        let connections = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&connections);
        thread::spawn(move || {
            for stream in listener.incoming() {
                count.fetch_add(1, Ordering::SeqCst);
                let shared = Arc::clone(&shared);
                // Clients break connections off: that is what some tests are about.
                thread::spawn(move || shared.meet(stream.unwrap()));
            }
        });
        Self { address, requests, connections }
    }

    pub(crate) fn url(&self) -> String {
        format!("https://{}", self.address)
    }

    /// How many connections were opened.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

impl Shared {
    fn meet(&self, mut stream: TcpStream) -> io::Result<()> {
        let fate = self.fates.lock().unwrap().pop_front().unwrap_or(Fate::Served);
        match fate {
            Fate::Served => self.serve(stream),
            Fate::Plain(text) => {
                read_some(&mut stream)?;
                stream.write_all(text.as_bytes())?;
                stream.shutdown(Shutdown::Write)?;
                // To close it with bytes unread would reset it, and take the text back.
                io::copy(&mut stream, &mut io::sink()).map(drop)
            }
            Fate::HungUp => read_some(&mut stream),
            // What is unread makes a reset of its end.
            Fate::Reset => stream.peek(&mut [0]).map(drop),
        }
    }

    fn serve(&self, stream: TcpStream) -> io::Result<()> {
        let connection = ServerConnection::new(Arc::clone(&self.config)).map_err(io::Error::other)?;
        let mut stream = BufReader::new(StreamOwned::new(connection, stream));
        loop {
            let text = read_request(&mut stream)?;
            let cipher_suite = stream.get_ref().conn.negotiated_cipher_suite().map(|suite| suite.suite());
            // The test may be over already.
            let _ = self.requests.send(Received { text, cipher_suite });
            stream.get_mut().write_all(&framed(200, &[], ORDER.as_bytes()))?;
            stream.get_mut().flush()?;
        }
    }
}

fn read_some(stream: &mut TcpStream) -> io::Result<()> {
    stream.read(&mut [0; 16 * 1024]).map(drop)
}

fn read_request(reader: &mut impl BufRead) -> io::Result<String> {
    let mut text = read_head(reader)?;
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: ")).map_or(0, |n| n.parse().unwrap());
    reader.take(length).read_to_string(&mut text)?;
    Ok(text)
}

/// The head of a request.
pub(crate) fn read_head(reader: &mut impl BufRead) -> io::Result<String> {
    let mut text = String::new();
    while !text.ends_with("\r\n\r\n") {
        if reader.read_line(&mut text)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    Ok(text)
}
