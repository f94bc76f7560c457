//! A proxy that builds tunnels, or refuses to.

use std::io::{self, BufReader, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::tls_server::read_head;

/// A proxy at a free port of this machine, which runs until the test program ends.
pub(crate) struct ConnectProxy {
    pub(crate) address: SocketAddr,
    /// What it was asked for.
    pub(crate) heads: Receiver<String>,
}

/// What a proxy does when it is asked for a tunnel.
#[derive(Clone, Copy)]
pub(crate) enum Reply {
    /// Builds one to this address, whatever place was asked for.
    TunnelTo(SocketAddr),
    /// Says this, and closes the connection.
    Text(&'static str),
}

impl ConnectProxy {
    pub(crate) fn new(reply: Reply) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, heads) = channel();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let sender = sender.clone();
                // Clients may break a connection off.
                thread::spawn(move || serve(&stream.unwrap(), reply, &sender));
            }
        });
        Self { address, heads }
    }
}

fn serve(mut client: &TcpStream, reply: Reply, sender: &Sender<String>) -> io::Result<()> {
    // Clients say nothing more before they have the answer: nothing stays behind in the buffer.
    let head = read_head(&mut BufReader::new(client))?;
    // The test may be over already.
    let _ = sender.send(head);
    match reply {
        Reply::Text(text) => client.write_all(text.as_bytes()),
        Reply::TunnelTo(address) => {
            let server = TcpStream::connect(address)?;
            client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")?;
            thread::scope(|scope| {
                scope.spawn(|| carry(client, &server));
                carry(&server, client);
            });
            Ok(())
        }
    }
}

/// Carries all bytes from one end of a tunnel to the other.
fn carry(mut from: &TcpStream, mut to: &TcpStream) {
    // Either end may be gone.
    let _ = io::copy(&mut from, &mut to);
    let _ = to.shutdown(Shutdown::Write);
}
