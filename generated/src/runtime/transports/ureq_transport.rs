//! The transport of the blocking client: ureq with its pool of connections.

use std::io::{self, Read};
use std::time::{Duration, Instant};

use http::header::CONTENT_LENGTH;
use ureq::config::{AutoHeaderValue, ConfigBuilder};
use ureq::typestate::AgentScope;
use ureq::{Agent, AsSendBody, SendBody, Timeout};

use crate::runtime::bodies::body::Body;
use crate::runtime::configuration::base_url::BaseUrl;
use crate::runtime::configuration::limits::Limits;
use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::errors::transport_error::{TransportError, TransportErrorKind};
use crate::runtime::transports::error_source::is_of_tls;
use crate::runtime::transports::late_resolution::{NoResolution, ResolvingConnector};
use crate::runtime::transports::network::{MOST_KEPT, Network};
#[cfg(feature = "proxy")]
use crate::runtime::transports::proxy::Proxy;
#[cfg(feature = "blocking-tls-no-provider")]
use crate::runtime::transports::tls;
use crate::runtime::transports::transport::{BlockingTransport, has_body};

/// The transport of the blocking client: ureq with a pool of connections, which are kept for the requests to come.
/// Redirects are not followed.
///
/// A client has one unless it is given another, or [one around it](crate::runtime::ClientBuilder::wrap_transport).
pub struct UreqTransport {
    /// What the agents hold each request to, unless it has a time of its own.
    attempt_timeout: Duration,
    direct: Agent,
    #[cfg(feature = "proxy")]
    proxied: Option<(Agent, Proxy)>,
}

impl UreqTransport {
    /// A transport that can reach this place. Attempts with the given time-out cost least.
    pub(crate) fn new(network: &Network, attempt_timeout: Duration, base_url: &BaseUrl) -> Result<Self, ConfigError> {
        if base_url.is_https() && cfg!(not(feature = "blocking-tls-no-provider")) {
            return Err(ConfigError::Tls("enable the feature `blocking-tls`, or set a transport".to_owned()));
        }
        #[cfg(feature = "blocking-tls-no-provider")]
        let tls = tls_config(network)?;
        let config = || {
            let config = config(network, attempt_timeout);
            #[cfg(feature = "blocking-tls-no-provider")]
            let config = config.tls_config(tls.clone());
            config
        };
        #[cfg(feature = "proxy")]
        let proxied = match Proxy::choose(&network.proxy)? {
            // The proxy looks hosts up.
            Some(proxy) => Some((config().proxy(Some(proxy.for_ureq()?)).build().new_agent(), proxy)),
            None => None,
        };
        Ok(Self {
            attempt_timeout,
            direct: Agent::with_parts(config().build(), ResolvingConnector::default(), NoResolution),
            #[cfg(feature = "proxy")]
            proxied,
        })
    }

    #[cfg_attr(not(feature = "proxy"), allow(unused_variables, reason = "only a proxy depends on the place"))]
    fn agent_for(&self, url: &http::Uri) -> &Agent {
        #[cfg(feature = "proxy")]
        if let Some((agent, proxy)) = &self.proxied
            && proxy.covers(url)
        {
            return agent;
        }
        &self.direct
    }
}

/// The settings of an agent that adds nothing of its own to requests and goes straight to where they are for.
fn config(network: &Network, attempt_timeout: Duration) -> ConfigBuilder<AgentScope> {
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .accept(AutoHeaderValue::None)
        .accept_encoding(AutoHeaderValue::None)
        .user_agent(AutoHeaderValue::None)
        .proxy(None)
        .max_idle_connections(MOST_KEPT)
        .max_idle_connections_per_host(MOST_KEPT)
        .timeout_global(reachable(attempt_timeout))
        .timeout_connect(reachable(network.connect_timeout))
}

#[cfg(feature = "blocking-tls-no-provider")]
fn tls_config(network: &Network) -> Result<ureq::tls::TlsConfig, ConfigError> {
    use ureq::tls::{Certificate, RootCerts, TlsConfig};

    let config = TlsConfig::builder().unversioned_rustls_crypto_provider(tls::provider()?);
    let Some(roots) = tls::roots(network)? else { return Ok(config.build()) };
    let roots = roots.iter().map(|root| Certificate::from_der(root).to_owned()).collect::<Vec<_>>();
    Ok(config.root_certs(RootCerts::Specific(roots.into())).build())
}

impl BlockingTransport for UreqTransport {
    fn send(&self, request: http::Request<Body>, limits: Limits) -> Result<http::Response<Body>, TransportError> {
        let (mut head, body) = request.into_parts();
        let length = body.length();
        let result = match body.try_into_bytes() {
            Ok(bytes) if bytes.is_empty() && !has_body(&head.method, &head.headers) => {
                self.exchange(http::Request::from_parts(head, ()), limits, false)
            }
            Ok(bytes) => self.exchange(http::Request::from_parts(head, &*bytes), limits, false),
            Err(body) => {
                head.headers.extend(length.map(|length| (CONTENT_LENGTH, length.into())));
                let body = SendBody::from_owned_reader(Sent(body));
                self.exchange(http::Request::from_parts(head, body), limits, true)
            }
        };
        result.map_err(|error| failure(error, limits))
    }
}

impl UreqTransport {
    fn exchange(
        &self,
        request: http::Request<impl AsSendBody>,
        limits: Limits,
        is_read_as_sent: bool,
    ) -> Result<http::Response<Body>, ureq::Error> {
        let agent = self.agent_for(request.uri());
        let response = if limits.idle.is_some() || is_read_as_sent {
            // No time for the whole, but for each step.
            let step = reachable(limits.idle.unwrap_or(limits.timeout));
            let config = agent.configure_request(request).timeout_global(None);
            let config = config.timeout_recv_response(reachable(limits.timeout));
            agent.run(config.timeout_per_read(step).timeout_per_write(reachable(limits.timeout)).build())
        } else if limits.timeout == self.attempt_timeout {
            agent.run(request)
        } else {
            // This copies the whole configuration.
            agent.run(agent.configure_request(request).timeout_global(reachable(limits.timeout)).build())
        };
        let (head, body) = response?.into_parts();
        let body = if limits.idle.is_some() {
            let length = body.content_length();
            let reader = body.into_with_config().limit(u64::MAX).reader();
            Body::from_reader(Received { reader, limits }).with_length(length)
        } else {
            // ureq counts a body that fills its limit as too large.
            let limit = u64::try_from(limits.response_bytes).unwrap_or(u64::MAX).saturating_add(1);
            body.into_with_config().limit(limit).read_to_vec()?.into()
        };
        Ok(http::Response::from_parts(head, body))
    }
}

/// The body of a request. What it fails with is told from what the connection fails with.
struct Sent(Body);

impl Read for Sent {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| io::Error::other(TransportError::of_body(error)))
    }
}

/// The body of an answer, whose errors are those of a transport.
struct Received {
    reader: ureq::BodyReader<'static>,
    limits: Limits,
}

impl Read for Received {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reader.read(buffer).map_err(|error| io::Error::other(failure(ureq::Error::from(error), self.limits)))
    }
}

/// A time-out; none if its end is beyond what the clock can tell, where ureq would panic.
fn reachable(timeout: Duration) -> Option<Duration> {
    Instant::now().checked_add(timeout).map(|_| timeout)
}

fn failure(error: ureq::Error, limits: Limits) -> TransportError {
    let kind = match &error {
        ureq::Error::BodyExceedsLimit(_) => return TransportError::too_large(limits.response_bytes),
        ureq::Error::Timeout(Timeout::Connect | Timeout::Resolve) => TransportErrorKind::Connect,
        ureq::Error::Timeout(Timeout::PerRead | Timeout::PerWrite) => {
            return TransportError::idle(limits.idle.unwrap_or(limits.timeout));
        }
        ureq::Error::Timeout(_) => return TransportError::timeout(limits.timeout),
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed | ureq::Error::ConnectProxyFailed(_) => {
            TransportErrorKind::Connect
        }
        #[cfg(feature = "blocking-tls-no-provider")]
        ureq::Error::Rustls(_) => TransportErrorKind::Tls,
        ureq::Error::Tls(_) => TransportErrorKind::Tls,
        ureq::Error::Io(error) => kind_of(error),
        _ => TransportErrorKind::Interrupted,
    };
    match error {
        // ureq's own error would hide what is behind this one.
        ureq::Error::Io(error) => match error.downcast::<TransportError>() {
            Ok(error) => error,
            Err(error) => TransportError::new(kind, error),
        },
        error => TransportError::new(kind, error),
    }
}

fn kind_of(error: &io::Error) -> TransportErrorKind {
    use io::ErrorKind::{AddrNotAvailable, ConnectionRefused};

    match error.kind() {
        _ if is_of_tls(error) => TransportErrorKind::Tls,
        AddrNotAvailable | ConnectionRefused => TransportErrorKind::Connect,
        // An open connection can find its host unreachable too, when the request has long been sent.
        _ => TransportErrorKind::Interrupted,
    }
}
