//! The client for threads that may block. There is no runtime behind it.

use std::fmt;
use std::ops::ControlFlow;
use std::sync::Arc;

use bytes::Bytes;

use crate::runtime::bodies::body::Body;
#[cfg(feature = "gzip")]
use crate::runtime::bodies::inflated::inflated;
use crate::runtime::calls::api_client::{ApiClient, sealed::Sealed};
use crate::runtime::calls::exchange::Exchange;
use crate::runtime::calls::observe::CallSpan;
use crate::runtime::calls::operation::{Operation, read, read_output};
use crate::runtime::calls::prepared_call::PreparedCall;
use crate::runtime::calls::raw_call::{RawCall, accepted};
use crate::runtime::calls::request::{Request, WithResponse};
use crate::runtime::clients::client_builder::{ClientBuilder, Core};
use crate::runtime::clients::opened::Opened;
use crate::runtime::configuration::config::Config;
use crate::runtime::configuration::limits::Limits;
use crate::runtime::configuration::settings::Settings;
use crate::runtime::environment::Environment;
use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::errors::transport_error::TransportError;
use crate::runtime::responses::raw_response::RawResponse;
use crate::runtime::responses::response::Response;
use crate::runtime::transports::transport::BlockingTransport;
use crate::runtime::transports::ureq_transport::UreqTransport;

/// Sends requests, each while its caller waits. Clones are cheap and share their connections.
///
/// It is for programs without an async runtime; within one, it would hold up the other tasks of its thread.
///
/// This crate logs no secrets. But ureq, by which requests are sent, writes them whole, with the API key, to the target
/// `ureq_proto` of the crate `log`, at its level `trace`, and their URLs to `ureq`, at `debug`: leave `trace` off, and, where
/// a key is in the query, `debug` too.
#[derive(Clone)]
pub struct BlockingClient {
    pub(crate) core: Arc<Core<dyn BlockingTransport>>,
}

impl ApiClient for BlockingClient {}
impl Sealed for BlockingClient {
    type Transport = dyn BlockingTransport;

    fn config(&self) -> &Config {
        &self.core.settings.config
    }

    fn settings(&self) -> Settings {
        self.core.settings.clone()
    }

    fn environment(&self) -> &dyn Environment {
        &*self.core.environment
    }
}

impl fmt::Debug for BlockingClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingClient").field("config", &self.core.settings.config).finish_non_exhaustive()
    }
}

impl BlockingClient {
    /// Begins a call that the description does not know, at a path of the first server: `/v1/things?kind=new`. It is signed,
    /// repeated and reported as all are, and carries an idempotency key where the service knows such and HTTP does not say
    /// that a repetition changes nothing. What is in the path is sent as it stands.
    pub fn call(&self, method: http::Method, path: impl Into<String>) -> Request<Self, RawCall> {
        Request::<Self, RawCall>::raw(self, method, path.into())
    }
}

impl ClientBuilder<BlockingClient> {
    /// Sends requests in another way than over a pool of connections. What is set of connections has no effect then.
    pub fn transport(self, transport: impl BlockingTransport) -> Self {
        self.with_transport(Box::new(transport))
    }

    /// Puts the transport into one of your own, which sees each request and answer that goes through it: to count, log or
    /// sign. It is the one over connections, or the one that was [set](Self::transport). Of several, the last is the
    /// outermost.
    pub fn wrap_transport<T: BlockingTransport>(
        self,
        wrap: impl FnOnce(Box<dyn BlockingTransport>) -> T + Send + 'static,
    ) -> Self {
        self.with_wrapper(|inner| Box::new(wrap(inner)))
    }

    /// Checks the settings and makes the client. Nothing is sent yet.
    ///
    /// # Errors
    ///
    /// A setting cannot be used; the first one that was found is named.
    pub fn build(self) -> Result<BlockingClient, ConfigError> {
        let timeout = self.attempt.timeout;
        let core = self.into_core(|network, base_url| Ok(Box::new(UreqTransport::new(network, timeout, base_url)?)))?;
        Ok(BlockingClient { core: Arc::new(core) })
    }
}

impl<O: Operation> Request<BlockingClient, O> {
    /// Sends the request and waits for its output.
    ///
    /// # Errors
    ///
    /// The server refused or failed, its answer does not fit, or no answer came.
    pub fn send(self) -> Result<O::Output, Error<O::Error>> {
        let (client, call) = self.into_call();
        read_output::<O>(send(&client, call).map_err(Error::with_kind)?)
    }
}

impl<O: Operation> WithResponse<BlockingClient, O> {
    /// Sends the request and waits for its output and the response.
    ///
    /// # Errors
    ///
    /// The server refused or failed, its answer does not fit, or no answer came.
    pub fn send(self) -> Result<Response<O::Output>, Error<O::Error>> {
        let (client, call) = self.0.into_call();
        read::<O>(send(&client, call).map_err(Error::with_kind)?)
    }
}

impl Request<BlockingClient, RawCall> {
    /// Sends the request and waits for the response.
    ///
    /// # Errors
    ///
    /// The server refused or failed, or no answer came.
    pub fn send(self) -> Result<RawResponse, Error> {
        let (client, call) = self.into_raw_call();
        accepted(send(&client, call))
    }
}

/// Makes a call. Nothing in it depends on the operation, so that it is compiled once.
pub(crate) fn send(
    client: &BlockingClient,
    call: Result<PreparedCall, InvalidRequest>,
) -> Result<RawResponse, Error<()>> {
    exchange(client, call, false).map(|(raw, _)| raw)
}

/// Makes a call whose answer is wanted as it comes: of a success, the body is left beside the response.
#[allow(dead_code, reason = "a description may have no streams")]
pub(crate) fn open(client: &BlockingClient, call: Result<PreparedCall, InvalidRequest>) -> Opened {
    exchange(client, call, true)
}

fn exchange(client: &BlockingClient, call: Result<PreparedCall, InvalidRequest>, is_streamed: bool) -> Opened {
    let mut call = call?;
    let Core { settings, environment, transport } = &*client.core;
    let span = CallSpan::new(call.endpoint);
    let mut exchange = Exchange::new(&mut call, settings, &**environment, span.clone(), is_streamed);
    span.in_scope(|| {
        loop {
            let (request, limits) = exchange.attempt();
            let mut left = Body::default();
            let answer = transport.send(request, limits).and_then(|answer| whole(answer, limits, &mut left));
            match exchange.conclude(answer) {
                ControlFlow::Break(result) => return result.map(|raw| (raw, left)),
                ControlFlow::Continue(wait) => environment.wait_blocking(wait),
            }
        }
    })
}

/// A response with all of its body, unless that is wanted as it comes: then it is left.
fn whole(
    response: http::Response<Body>,
    limits: Limits,
    left: &mut Body,
) -> Result<http::Response<Bytes>, TransportError> {
    #[cfg(feature = "gzip")]
    let response = inflated(response, Body::from_reader);
    let (head, body) = response.into_parts();
    if limits.idle.is_some() && head.status.is_success() {
        *left = body;
        return Ok(http::Response::from_parts(head, Bytes::new()));
    }
    Ok(http::Response::from_parts(head, body.read_whole(limits.response_bytes)?))
}
