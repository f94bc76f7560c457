//! A server over loopback that does as it is told, also what no server should do.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, OnceLock, Weak};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use std::{io, mem};

use socket2::{Domain, SockRef, Socket, Type};

use super::fake_environment::FakeEnvironment;
use super::script::{Step, Turn};

/// What tests wait for at most; only a test that fails takes as long.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server at a free port of this machine. It ends, with all its connections, when it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    ended: Receiver<()>,
    thread: Option<JoinHandle<()>>,
}

/// A request as the server met it.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// Which connection it came on, counted from 0.
    pub(crate) connection: usize,
    /// The request line and the headers.
    pub(crate) head: String,
    /// The body, as far as the server read it.
    pub(crate) body: Vec<u8>,
}

impl Received {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(": "))
            .find_map(|(header, value)| header.eq_ignore_ascii_case(name).then_some(value))
    }
}

type Turns = Box<dyn Iterator<Item = Turn> + Send>;

/// What to do with a request that has been read.
type Decide = Box<dyn Fn(&Received) -> Turn + Send + Sync>;

struct Shared {
    /// What to do with the requests to come, whatever connections they come on.
    turns: Mutex<Turns>,
    /// What to do when there are no turns any more.
    decide: Decide,
    /// The requests that had a turn.
    received: Mutex<Vec<Received>>,
    connections: AtomicUsize,
    bytes_sent: AtomicUsize,
    clock: FakeEnvironment,
    arrived: Mutex<usize>,
    arrival: Condvar,
    /// Where the connection comes from that tells the server to end: those before it still count.
    end: OnceLock<SocketAddr>,
}

impl Server {
    /// Plays its turns once, one for each request; after them it only reads, and closes the connection.
    pub(crate) fn playing(turns: impl Into<Vec<Turn>>, clock: &FakeEnvironment) -> Self {
        Self::start(Box::new(turns.into().into_iter()), Box::new(|_| Turn::at_once().close()), clock)
    }

    /// Does the same with every request.
    pub(crate) fn repeating(turn: Turn) -> Self {
        let turns = Box::new(std::iter::repeat(turn));
        Self::start(turns, Box::new(|_| unreachable!()), &FakeEnvironment::new(0))
    }

    /// Plays its turns, and then what is decided by each request, which it does not keep.
    pub(crate) fn deciding(
        turns: impl Into<Vec<Turn>>,
        decide: impl Fn(&Received) -> Turn + Send + Sync + 'static,
    ) -> Self {
        Self::start(Box::new(turns.into().into_iter()), Box::new(decide), &FakeEnvironment::new(0))
    }

    fn start(turns: Turns, decide: Decide, clock: &FakeEnvironment) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            turns: turns.into(),
            decide,
            received: Mutex::default(),
            connections: AtomicUsize::new(0),
            bytes_sent: AtomicUsize::new(0),
            clock: clock.clone(),
            arrived: Mutex::default(),
            arrival: Condvar::new(),
            end: OnceLock::new(),
        });
        let (sender, ended) = channel();
        let of_thread = Arc::clone(&shared);
        let thread = Some(thread::spawn(move || listen(&listener, &of_thread, &sender)));
        Self { address, shared, ended, thread }
    }

    /// A place where nobody listens, nor will: it stays taken, or else another test's server might get it.
    pub(crate) fn url_of_nobody() -> String {
        let (socket, address) = bound();
        mem::forget(socket);
        format!("http://{address}")
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests so far.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.shared.received.lock().unwrap().clone()
    }

    /// How many connections there have been.
    pub(crate) fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::Relaxed)
    }

    /// Ends the server, and gives all that it received.
    pub(crate) fn finish(mut self) -> Vec<Received> {
        self.stop();
        self.received()
    }

    /// The bytes of bodies that were sent by [`Step::Flood`].
    pub(crate) fn bytes_sent(&self) -> usize {
        self.shared.bytes_sent.load(Ordering::Relaxed)
    }

    /// Waits until the server has ended another connection.
    pub(crate) fn wait_for_the_end_of_a_connection(&self) {
        self.ended.recv_timeout(PATIENCE).expect("a connection should have ended");
    }

    /// The same, and stays silent until word of it is sure to have reached the system of the client.
    pub(crate) fn wait_until_a_connection_is_known_to_have_ended(&self) {
        self.wait_for_the_end_of_a_connection();
        thread::sleep(Duration::from_millis(20));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Server {
    fn stop(&mut self) {
        let Some(thread) = self.thread.take() else { return };
        let (socket, address) = bound();
        self.shared.end.set(address).unwrap();
        if socket.connect(&self.address.into()).is_ok() {
            assert!(thread.join().is_ok() || thread::panicking(), "the server has failed");
        }
    }
}

/// A socket with an address of its own, on which nobody listens.
fn bound() -> (Socket, SocketAddr) {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    socket.bind(&SocketAddr::from(([127, 0, 0, 1], 0)).into()).unwrap();
    let address = socket.local_addr().unwrap().as_socket().unwrap();
    (socket, address)
}

fn listen(listener: &TcpListener, shared: &Shared, ended: &Sender<()>) {
    let mut open: Vec<Weak<TcpStream>> = Vec::new();
    thread::scope(|scope| {
        for (number, stream) in listener.incoming().enumerate() {
            let stream = Arc::new(stream.unwrap());
            // A client may have reset the connection by now, so that it comes from nowhere.
            if stream.peer_addr().is_ok_and(|peer| shared.end.get() == Some(&peer)) {
                break;
            }
            shared.connections.fetch_add(1, Ordering::Relaxed);
            stream.set_nodelay(true).unwrap();
            open.push(Arc::downgrade(&stream));
            let ended = ended.clone();
            scope.spawn(move || {
                // However the connection ends, that is what the test is about.
                let _ = shared.serve(number, &stream);
                drop(stream);
                // The test may be over already.
                let _ = ended.send(());
            });
        }
        for stream in open.iter().filter_map(Weak::upgrade) {
            let _ = stream.shutdown(std::net::Shutdown::Both);
        }
    });
}

impl Shared {
    /// Serves a connection until it ends: by the client, by a step, or by an error.
    fn serve(&self, connection: usize, stream: &TcpStream) -> io::Result<()> {
        while stream.peek(&mut [0])? > 0 {
            let next = self.turns.lock().unwrap().next();
            let turn = if let Some(turn) = next {
                turn
            } else {
                let (mut received, length) = read_head(connection, stream)?;
                received.body = read_body(stream, length)?;
                (self.decide)(&received)
            };
            turn.steps.iter().try_for_each(|step| self.take(step, connection, stream))?;
        }
        Ok(())
    }

    fn take(&self, step: &Step, connection: usize, mut stream: &TcpStream) -> io::Result<()> {
        match step {
            Step::ReadHead => self.receive(connection, stream).map(drop),
            Step::ReadRequest => {
                let length = self.receive(connection, stream)?;
                let body = read_body(stream, length)?;
                let mut received = self.received.lock().unwrap();
                received.iter_mut().rfind(|received| received.connection == connection).unwrap().body = body;
                Ok(())
            }
            Step::Send(bytes) => stream.write_all(bytes),
            Step::Drip { bytes, size } => bytes.chunks(*size).try_for_each(|piece| {
                thread::sleep(Duration::from_millis(2));
                stream.write_all(piece)
            }),
            Step::Flood { pieces, piece } => (0..*pieces).try_for_each(|_| {
                stream.write_all(piece)?;
                self.bytes_sent.fetch_add(piece.len(), Ordering::Relaxed);
                Ok(())
            }),
            Step::Meet(number) => self.meet(*number),
            Step::Pass(time) => {
                self.clock.pass(*time);
                Ok(())
            }
            Step::Silence => io::copy(&mut stream, &mut io::sink()).and_then(|_| ending()),
            Step::Close => ending(),
            Step::Reset => {
                reset(stream);
                ending()
            }
        }
    }

    /// Reads the head of a request, and notes that it came.
    fn receive(&self, connection: usize, stream: &TcpStream) -> io::Result<Option<usize>> {
        let (received, length) = read_head(connection, stream)?;
        self.received.lock().unwrap().push(received);
        Ok(length)
    }

    fn meet(&self, number: usize) -> io::Result<()> {
        let mut arrived = self.arrived.lock().unwrap();
        *arrived += 1;
        self.arrival.notify_all();
        let met = self.arrival.wait_timeout_while(arrived, PATIENCE, |arrived| *arrived < number).unwrap();
        if met.1.timed_out() { ending() } else { Ok(()) }
    }
}

/// Reads as far as the empty line, and nothing of what is behind it; tells the length of the body, or that it comes in
/// chunks.
fn read_head(connection: usize, stream: &TcpStream) -> io::Result<(Received, Option<usize>)> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        read_line(stream, &mut head)?;
    }
    let head = String::from_utf8(head).unwrap();
    let received = Received { connection, head, body: Vec::new() };
    let is_chunked = received.header("transfer-encoding").is_some();
    let length = received.header("content-length").map_or(0, |length| length.parse().unwrap());
    Ok((received, (!is_chunked).then_some(length)))
}

/// Reads to the end of a line, and nothing of what is behind it.
fn read_line(mut stream: &TcpStream, line: &mut Vec<u8>) -> io::Result<()> {
    let mut is_whole = false;
    while !is_whole {
        let mut ahead = [0; 4096];
        let length = stream.peek(&mut ahead)?;
        let ahead = &ahead[..length];
        let line_end = ahead.iter().position(|byte| *byte == b'\n').map_or(ahead.len(), |end| end + 1);
        let start = line.len();
        line.resize(start + line_end.max(1), 0);
        stream.read_exact(&mut line[start..])?;
        is_whole = line.ends_with(b"\n");
    }
    Ok(())
}

fn read_body(mut stream: &TcpStream, length: Option<usize>) -> io::Result<Vec<u8>> {
    if let Some(length) = length {
        let mut body = vec![0; length];
        stream.read_exact(&mut body)?;
        return Ok(body);
    }
    let mut body = Vec::new();
    loop {
        let mut line = Vec::new();
        read_line(stream, &mut line)?;
        let length = usize::from_str_radix(str::from_utf8(&line).unwrap().trim_end(), 16).unwrap();
        // The end of the line behind it.
        let mut chunk = vec![0; length + 2];
        stream.read_exact(&mut chunk)?;
        body.extend_from_slice(&chunk[..length]);
        if length == 0 {
            return Ok(body);
        }
    }
}

/// What ends a connection.
fn ending() -> io::Result<()> {
    Err(io::ErrorKind::ConnectionAborted.into())
}

/// What becomes of a connection when it is dropped: not an orderly end, but a reset.
fn reset(stream: &TcpStream) {
    SockRef::from(stream).set_linger(Some(Duration::ZERO)).unwrap();
}
