//! A server that speaks only HTTP/2 over TLS.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use bytes::Bytes;
use h2::server::SendResponse;
use h2::{Reason, RecvStream};
use rustls::ServerConfig;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use super::script::ORDER;

/// What the server does with the next requests, whatever connections they come on.
#[derive(Clone, Copy)]
pub(crate) enum Turn {
    /// Waits until as many requests are there, and answers them all with the sample order.
    Meet(usize),
    /// Refuses to look at a request.
    Refuse,
}

/// A request as the server met it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Received {
    /// Which connection it came on, counted from 0.
    pub(crate) connection: usize,
    /// Its method and URL.
    pub(crate) line: String,
    pub(crate) authorization: String,
}

/// A server at a free port of this machine, which runs until the test program ends.
pub(crate) struct Http2Server {
    pub(crate) address: SocketAddr,
    pub(crate) requests: Receiver<Received>,
}

struct Shared {
    turns: VecDeque<Turn>,
    /// Requests that wait for others. Their bodies are kept, since to drop one is to cut it off.
    waiting: Vec<(SendResponse<Bytes>, RecvStream)>,
    requests: Sender<Received>,
}

impl Http2Server {
    pub(crate) fn new(mut config: ServerConfig, turns: impl Into<VecDeque<Turn>>) -> Self {
        config.alpn_protocols = vec![b"h2".to_vec()];
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let (sender, requests) = channel();
        let shared = Arc::new(Mutex::new(Shared { turns: turns.into(), waiting: Vec::new(), requests: sender }));
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
            runtime.block_on(listen(listener, &acceptor, &shared));
        });
        Self { address, requests }
    }

    pub(crate) fn url(&self) -> String {
        format!("https://{}", self.address)
    }
}

async fn listen(listener: std::net::TcpListener, acceptor: &TlsAcceptor, shared: &Arc<Mutex<Shared>>) {
    let listener = TcpListener::from_std(listener).unwrap();
    for connection in 0.. {
        let (stream, _) = listener.accept().await.unwrap();
        tokio::spawn(serve(connection, stream, acceptor.clone(), Arc::clone(shared)));
    }
}

/// Serves a connection for as long as its client wants it.
async fn serve(connection: usize, stream: TcpStream, acceptor: TlsAcceptor, shared: Arc<Mutex<Shared>>) {
    let Ok(stream) = acceptor.accept(stream).await else { return };
    let Ok(mut streams) = h2::server::handshake(stream).await else { return };
    while let Some(Ok((request, response))) = streams.accept().await {
        let (head, body) = request.into_parts();
        let received = Received {
            connection,
            line: format!("{} {}", head.method, head.uri),
            authorization: head.headers["authorization"].to_str().unwrap().to_owned(),
        };
        shared.lock().unwrap().take(received, response, body);
    }
}

impl Shared {
    fn take(&mut self, received: Received, mut response: SendResponse<Bytes>, body: RecvStream) {
        // The test may be over already.
        let _ = self.requests.send(received);
        match *self.turns.front().expect("there should be a turn for each request") {
            Turn::Refuse => response.send_reset(Reason::REFUSED_STREAM),
            Turn::Meet(number) => {
                self.waiting.push((response, body));
                if self.waiting.len() < number {
                    return;
                }
                for (response, _) in self.waiting.drain(..) {
                    answer(response);
                }
            }
        }
        self.turns.pop_front();
    }
}

fn answer(mut response: SendResponse<Bytes>) {
    let head = http::Response::builder().header("request-id", "req_1").body(()).unwrap();
    // A client may have gone.
    if let Ok(mut body) = response.send_response(head, false) {
        let _ = body.send_data(Bytes::from_static(ORDER.as_bytes()), true);
    }
}
