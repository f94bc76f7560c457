//! The client for tokio.

use std::fmt;
use std::marker::PhantomData;
use std::mem;
use std::ops::ControlFlow;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

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
use crate::runtime::clients::opened::Opening;
use crate::runtime::configuration::config::Config;
use crate::runtime::configuration::settings::Settings;
use crate::runtime::environment::Environment;
use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::responses::raw_response::RawResponse;
use crate::runtime::responses::response::Response;
use crate::runtime::transports::hyper_transport::HyperTransport;
use crate::runtime::transports::transport::Transport;

/// Sends requests. Clones are cheap and share their connections.
#[derive(Clone)]
pub struct Client {
    pub(crate) core: Arc<Core<dyn Transport>>,
}

impl ApiClient for Client {}
impl Sealed for Client {
    type Transport = dyn Transport;

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

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("config", &self.core.settings.config).finish_non_exhaustive()
    }
}

impl Client {
    /// Begins a call that the description does not know, at a path of the first server: `/v1/things?kind=new`. It is signed,
    /// repeated and reported as all are, and carries an idempotency key where the service knows such and HTTP does not say
    /// that a repetition changes nothing. What is in the path is sent as it stands.
    pub fn call(&self, method: http::Method, path: impl Into<String>) -> Request<Self, RawCall> {
        Request::<Self, RawCall>::raw(self, method, path.into())
    }
}

impl ClientBuilder<Client> {
    /// Sends requests in another way than over a pool of connections. What is set of connections has no effect then.
    pub fn transport(self, transport: impl Transport) -> Self {
        self.with_transport(Box::new(transport))
    }

    /// Puts the transport into one of your own, which sees each request and answer that goes through it: to count, log or
    /// sign. It is the one over connections, or the one that was [set](Self::transport). Of several, the last is the
    /// outermost.
    pub fn wrap_transport<T: Transport>(self, wrap: impl FnOnce(Box<dyn Transport>) -> T + Send + 'static) -> Self {
        self.with_wrapper(|inner| Box::new(wrap(inner)))
    }

    /// Checks the settings and makes the client. Nothing is sent yet.
    ///
    /// # Errors
    ///
    /// A setting cannot be used; the first one that was found is named.
    pub fn build(self) -> Result<Client, ConfigError> {
        let core = self.into_core(|network, base_url| Ok(Box::new(HyperTransport::new(network, base_url)?)))?;
        Ok(Client { core: Arc::new(core) })
    }
}

/// A call on its way. To drop it is to give the call up; whether the server does its part is not known then.
#[must_use = "a future does nothing until it is awaited"]
pub struct Call<O>(CallWithResponse<O>);

/// A call on its way whose response is wanted together with its output.
#[must_use = "a future does nothing until it is awaited"]
pub struct CallWithResponse<O> {
    opening: Opening,
    operation: PhantomData<fn() -> O>,
}

impl<O: Operation> IntoFuture for Request<Client, O> {
    type Output = Result<O::Output, Error<O::Error>>;
    type IntoFuture = Call<O>;

    fn into_future(self) -> Self::IntoFuture {
        Call(self.with_response().into_future())
    }
}

impl<O: Operation> IntoFuture for WithResponse<Client, O> {
    type Output = Result<Response<O::Output>, Error<O::Error>>;
    type IntoFuture = CallWithResponse<O>;

    fn into_future(self) -> Self::IntoFuture {
        let (client, call) = self.0.into_call();
        CallWithResponse { opening: send(client, call), operation: PhantomData }
    }
}

impl<O: Operation> Future for Call<O> {
    type Output = Result<O::Output, Error<O::Error>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(match ready!(self.0.opening.as_mut().poll(context)) {
            Ok((raw, _)) => read_output::<O>(raw),
            Err(error) => Err(error.with_kind()),
        })
    }
}

impl<O: Operation> Future for CallWithResponse<O> {
    type Output = Result<Response<O::Output>, Error<O::Error>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(match ready!(self.opening.as_mut().poll(context)) {
            Ok((raw, _)) => read::<O>(raw),
            Err(error) => Err(error.with_kind()),
        })
    }
}

impl IntoFuture for Request<Client, RawCall> {
    type Output = Result<RawResponse, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        let (client, call) = self.into_raw_call();
        Box::pin(async { accepted(send(client, call).await.map(|(raw, _)| raw)) })
    }
}

/// Makes a call; nothing is left of the body of its answer.
pub(crate) fn send(client: Client, call: Result<PreparedCall, InvalidRequest>) -> Opening {
    exchange(client, call, false)
}

/// Makes a call whose answer is wanted as it comes: of a success, the body is left beside the response.
#[allow(dead_code, reason = "a description may have no streams")]
pub(crate) fn open(client: Client, call: Result<PreparedCall, InvalidRequest>) -> Opening {
    exchange(client, call, true)
}

/// What becomes of a call. Nothing in it depends on the operation, so that it is compiled once. What it is given is used
/// where it lies: an `async fn` would move it, and have room for it twice.
fn exchange(client: Client, mut call: Result<PreparedCall, InvalidRequest>, is_streamed: bool) -> Opening {
    Box::pin(async move {
        let call = call.as_mut().map_err(|refused| refused.clone())?;
        let Core { settings, environment, transport } = &*client.core;
        let span = CallSpan::new(call.endpoint);
        let mut exchange = Exchange::new(call, settings, &**environment, span.clone(), is_streamed);
        let attempts = async {
            loop {
                let (request, limits) = exchange.attempt();
                let mut left = Body::default();
                let answer = match transport.send(request, limits).await {
                    Ok(answer) => {
                        #[cfg(feature = "gzip")]
                        let answer = inflated(answer, Body::from_stream);
                        let (head, mut body) = answer.into_parts();
                        if is_streamed && head.status.is_success() {
                            left = mem::take(&mut body);
                        }
                        let body = match body.try_into_bytes() {
                            Ok(bytes) => Ok(bytes),
                            // Boxed, so that a call whose transport has read the body has no room for reading it.
                            Err(body) => Box::pin(body.whole(limits.response_bytes)).await,
                        };
                        body.map(|bytes| http::Response::from_parts(head, bytes))
                    }
                    Err(error) => Err(error),
                };
                let wait = match exchange.conclude(answer) {
                    ControlFlow::Break(result) => return result.map(|raw| (raw, left)),
                    ControlFlow::Continue(wait) => wait,
                };
                environment.wait(wait).await;
            }
        };
        span.instrument(attempts).await
    })
}
