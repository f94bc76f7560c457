//! A billing service on loopback, with the calls that the examples make: the life of a billing intent with its actions,
//! and metering with events, summaries and alerts.

mod action;
mod alert;
mod answer;
mod call;
mod event;
mod fields;
mod form;
mod instants;
mod intent;
mod ledger;
mod meter;
mod page;
mod payment;
mod refusal;
mod route;
mod session;
mod summary;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

use self::answer::Desk;
pub use self::intent::{Amounts, Collection, Intent, Status};
pub use self::ledger::Ledger;
pub use self::payment::Payment;

/// A billing service that runs until this value is dropped.
#[derive(Debug)]
pub struct BillingService {
    address: SocketAddr,
    task: AbortHandle,
}

impl BillingService {
    /// Starts the service on a free port of 127.0.0.1, as tasks of the current tokio runtime.
    ///
    /// It knows what stands in `ledger` and takes only requests with the secret key `api_key`.
    ///
    /// # Errors
    ///
    /// The operating system gives no port.
    pub async fn start(api_key: &str, ledger: Ledger) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(accept(listener, Arc::new(Desk::new(api_key, ledger)))).abort_handle();
        Ok(Self { address, task })
    }

    /// Where the service listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base URL to give to a client.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for BillingService {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Serves every connection until the listener fails; aborting it ends the connections as well.
async fn accept(listener: TcpListener, desk: Arc<Desk>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        connections.spawn(serve(stream, Arc::clone(&desk)));
        while connections.try_join_next().is_some() {}
    }
}

/// Answers the requests of one connection. If it breaks, that is the client's affair.
async fn serve(stream: TcpStream, desk: Arc<Desk>) {
    let service = service_fn(|request| desk.answer(request));
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}
