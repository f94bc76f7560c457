//! The connections of the async client: made when they are needed, and kept for the requests to come.
//!
//! What hyper-util brings for this does not fit. Its `legacy` client spends a seventh of a request's CPU time on finding
//! a connection. Its `pool` takes a connection back before the response was read, and keeps it for any time.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::mem;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::uri::PathAndQuery;
use http::{Request, Response, Uri};
use hyper::body::Incoming;
use tokio::task::yield_now;
use tokio::time::Instant;
use tower_service::Service;

use crate::runtime::bodies::body::Body;
use crate::runtime::errors::transport_error::{TransportError, TransportErrorKind};
use crate::runtime::transports::connect::{BoxError, Connector};
use crate::runtime::transports::connection::Connection;
use crate::runtime::transports::error_source::is_of_tls;
use crate::runtime::transports::network::MOST_KEPT;
use crate::runtime::transports::watch::{Watched, watch};

/// After a request so short ago, the runtime knows of the connections that servers have closed.
const MOMENT: Duration = Duration::from_millis(1);

/// Makes connections, and keeps those that can serve another request.
pub(super) struct Pool {
    connector: Connector,
    /// In the order in which they became idle; boxed, as each moves in and out for every request.
    kept: Mutex<VecDeque<Box<Connection>>>,
    /// Whether somebody looks after them.
    is_watched: AtomicBool,
}

impl Pool {
    pub(super) fn new(connector: Connector) -> Self {
        Self { connector, kept: Mutex::default(), is_watched: AtomicBool::new(false) }
    }

    /// Sends a request, which is taken from where it is: to hand a large value down from future to future is to copy it
    /// at each step. With the head of the response comes its connection, to be kept once the body was read.
    pub(super) async fn send(
        &self,
        request: &mut Request<Body>,
        now: &Instant,
    ) -> Result<(Response<Incoming>, Box<Connection>), TransportError> {
        loop {
            let kept = self.take(request.uri(), *now);
            let is_new = kept.is_none();
            let mut connection = match kept {
                Some((mut connection, idle)) => {
                    if idle > MOMENT {
                        notice_closed_connections().await;
                        if !connection.is_open() {
                            continue;
                        }
                    }
                    connection
                }
                // Boxed, so that the many calls that find a connection do not carry the room for making one.
                None => Box::pin(self.connect(request.uri()))
                    .await
                    .map_err(|error| failure(TransportErrorKind::Connect, error))?,
            };
            match connection.send(request).await {
                Ok(response) => return Ok((response, connection)),
                Err(mut error) => match error.take_message() {
                    // The server has closed the connection meanwhile, and has seen nothing of the request.
                    Some(mut unsent) if !is_new => {
                        *unsent.uri_mut() = mem::take(request.uri_mut());
                        *request = unsent;
                    }
                    _ => return Err(failure(TransportErrorKind::Interrupted, error.into_error())),
                },
            }
        }
    }

    /// Keeps a connection whose last response has been read.
    pub(super) fn keep(self: &Arc<Self>, mut connection: Box<Connection>) {
        // One that is shared has been kept all the time.
        if connection.is_shared() || !connection.is_free() {
            return;
        }
        let mut kept = self.kept();
        let oldest = if kept.len() == MOST_KEPT { kept.pop_front() } else { None };
        kept.push_back(connection);
        drop(kept);
        drop(oldest);
        watch(self);
    }

    /// The connection for a URL that became idle last, and the time since its last request.
    fn take(&self, url: &Uri, now: Instant) -> Option<(Box<Connection>, Duration)> {
        let mut kept = self.kept();
        while kept.front().is_some_and(|oldest| oldest.is_old(now)) {
            kept.pop_front();
        }
        let position = kept.iter().rposition(|connection| connection.is_for(url))?;
        let mut connection = kept.remove(position)?;
        let idle = now.saturating_duration_since(mem::replace(&mut connection.last_used, now));
        kept.extend(connection.share().map(Box::new));
        Some((connection, idle))
    }

    async fn connect(&self, url: &Uri) -> Result<Box<Connection>, BoxError> {
        let mut origin = url.clone().into_parts();
        origin.path_and_query = Some(PathAndQuery::from_static("/"));
        let origin = Uri::from_parts(origin)?;
        let mut connector = self.connector.clone();
        poll_fn(|context| connector.poll_ready(context)).await?;
        let stream = connector.call(origin.clone()).await?;
        let connection = Connection::open(stream, origin).await?;
        let mut kept = self.kept();
        if connection.is_shared() {
            // Another call may have been faster; one connection does for all then.
            if let Some(earlier) = kept.iter().rfind(|earlier| earlier.is_for(url)).and_then(|earlier| earlier.share())
            {
                return Ok(Box::new(earlier));
            }
            kept.extend(connection.share().map(Box::new));
        }
        drop(kept);
        Ok(Box::new(connection))
    }

    fn kept(&self) -> MutexGuard<'_, VecDeque<Box<Connection>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Watched for Pool {
    fn is_watched(&self) -> &AtomicBool {
        &self.is_watched
    }

    /// Gives up the connections that nobody has used for long or that their servers have closed.
    fn sweep(&self) -> bool {
        let now = Instant::now();
        let mut kept = self.kept();
        kept.retain_mut(|connection| !connection.is_old(now) && connection.is_open());
        !kept.is_empty()
    }
}

/// Lets the runtime see what has become of its connections. Where nothing has run since the last call, it would otherwise
/// learn of a connection that the server has closed only after having sent a request there.
async fn notice_closed_connections() {
    // The first time around the system is asked, the second time the connections are told.
    for _ in 0..2 {
        yield_now().await;
    }
}

/// What went wrong; TLS may be behind it.
fn failure(kind: TransportErrorKind, error: impl Into<BoxError>) -> TransportError {
    let error = error.into();
    TransportError::new(if is_of_tls(&*error) { TransportErrorKind::Tls } else { kind }, error)
}
