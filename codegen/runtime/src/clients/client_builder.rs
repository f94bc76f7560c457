//! How a client is set up.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::calls::api_client::ApiClient;
use crate::runtime::configuration::base_url::BaseUrl;
use crate::runtime::configuration::config::Config;
use crate::runtime::configuration::limits::Limits;
use crate::runtime::configuration::retry_policy::RetryPolicy;
use crate::runtime::configuration::settings::{DEFAULT_LIMITS, DEFAULT_TIMEOUT, Settings};
use crate::runtime::environment::{Environment, System};
use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::signing::credential::Credential;
use crate::runtime::transports::network::Network;
#[cfg(feature = "proxy")]
use crate::runtime::transports::proxy::ProxySetting;

/// What all clones of a client share.
pub(crate) struct Core<T: ?Sized> {
    pub(super) settings: Settings,
    pub(crate) environment: Arc<dyn Environment>,
    pub(super) transport: Box<T>,
}

/// Sets up a client. Settings are checked by `build`.
#[must_use = "a builder does nothing until it builds"]
pub struct ClientBuilder<C: ApiClient> {
    calls: &'static Endpoint,
    credentials: Vec<(usize, Credential)>,
    choices: Vec<Choice>,
    base_url: Option<String>,
    server_urls: Vec<(String, String)>,
    http_hosts: Vec<String>,
    headers: Vec<(String, String)>,
    app_name: Option<String>,
    timeout: Duration,
    pub(super) attempt: Limits,
    retry: RetryPolicy,
    network: Network,
    environment: Arc<dyn Environment>,
    transport: Option<Box<C::Transport>>,
    wrappers: Vec<Wrapper<C::Transport>>,
    pub(crate) outermost: Vec<Outermost<C::Transport>>,
}

/// Chooses among the places where the service is.
type Choice = Box<dyn FnOnce(Config) -> Result<Config, ConfigError> + Send>;

/// Puts a transport into another one.
type Wrapper<T> = Box<dyn FnOnce(Box<T>) -> Box<T> + Send>;

/// Puts a transport into one of this crate, around those of the program.
pub(crate) type Outermost<T> =
    Box<dyn FnOnce(Box<T>, &Config, &Arc<dyn Environment>) -> Result<Box<T>, ConfigError> + Send>;

impl<C: ApiClient> ClientBuilder<C> {
    /// A client for a service at its own place, told by the endpoint that stands for all that its description does not know.
    pub(crate) fn for_service(calls: &'static Endpoint) -> Self {
        Self {
            calls,
            credentials: Vec::new(),
            choices: Vec::new(),
            base_url: None,
            server_urls: Vec::new(),
            http_hosts: Vec::new(),
            headers: Vec::new(),
            app_name: None,
            timeout: DEFAULT_TIMEOUT,
            attempt: DEFAULT_LIMITS,
            retry: RetryPolicy::default(),
            network: Network::default(),
            environment: Arc::new(System),
            transport: None,
            wrappers: Vec::new(),
            outermost: Vec::new(),
        }
    }

    /// Proves a scheme, which is told by its place in the list of the service.
    pub(crate) fn prove(mut self, scheme: usize, credential: Credential) -> Self {
        self.credentials.push((scheme, credential));
        self
    }

    /// Chooses among the places where the service is.
    #[allow(dead_code, reason = "a description may have one such place")]
    pub(crate) fn with_choice(
        mut self,
        choose: impl FnOnce(Config) -> Result<Config, ConfigError> + Send + 'static,
    ) -> Self {
        self.choices.push(Box::new(choose));
        self
    }

    /// Sends requests to another place: `https://` with any host, or `http://` with a loopback host or one that
    /// [`allow_http_to`](Self::allow_http_to) names. A path in the URL goes before the path of each request. It is the
    /// place of the service's first server; requests for another one then need a [URL](Self::server_url) of theirs.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    /// Sends the requests for one of the service's servers to another place, which is as for
    /// [`base_url`](Self::base_url).
    pub fn server_url(mut self, server: impl Into<String>, url: impl Into<String>) -> Self {
        self.server_urls.push((server.into(), url.into()));
        self
    }

    /// Allows plain `http://` to a host that is not this machine, such as a sidecar in a network of its own. Whoever
    /// can listen on the way there reads the API key.
    pub fn allow_http_to(mut self, host: impl Into<String>) -> Self {
        self.http_hosts.push(host.into());
        self
    }

    /// Sends a header with every request, in place of one of the same name.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Names the program to the server, behind the name of this crate: `my-shop/1.2`.
    pub fn app_name(mut self, name: impl Into<String>) -> Self {
        self.app_name = Some(name.into());
        self
    }

    /// The time for a whole call: all attempts, and the waits between them. 80 seconds unless set.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The time for each attempt, until the whole answer is there. 30 seconds unless set.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt.timeout = timeout;
        self
    }

    /// The time for a connection, with TLS; it is part of the attempt. 10 seconds unless set.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.network.connect_timeout = timeout;
        self
    }

    /// The largest body that is taken as an answer, in bytes, both as it comes and without its gzip. 32 MiB unless set.
    pub fn response_limit(mut self, bytes: usize) -> Self {
        self.attempt.response_bytes = bytes;
        self
    }

    /// How often a call is repeated where it fails: [`RetryPolicy::default`] unless set.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Trusts servers with a certificate from these authorities, and from no others: certificates in PEM form. Unless
    /// set, they are Mozilla's, or with the feature `native-roots` those of the platform.
    #[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
    pub fn root_certificates(mut self, pem: impl Into<String>) -> Self {
        self.network.root_certificates = Some(pem.into());
        self
    }

    /// Sends requests for `https` through this proxy, such as `http://user:password@proxy.example:3128`. Unless set, the
    /// environment decides: `HTTPS_PROXY` or else `ALL_PROXY`, with exceptions in `NO_PROXY`.
    #[cfg(feature = "proxy")]
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.network.proxy = ProxySetting::Url(url.into());
        self
    }

    /// Sends requests through no proxy, whatever the environment says.
    #[cfg(feature = "proxy")]
    pub fn no_proxy(mut self) -> Self {
        self.network.proxy = ProxySetting::None;
        self
    }

    /// Looks at other clocks, waits in another way, or takes random numbers from elsewhere.
    pub fn environment(mut self, environment: impl Environment) -> Self {
        self.environment = Arc::new(environment);
        self
    }

    pub(super) fn with_transport(mut self, transport: Box<C::Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    pub(super) fn with_wrapper(
        mut self,
        wrap: impl FnOnce(Box<C::Transport>) -> Box<C::Transport> + Send + 'static,
    ) -> Self {
        self.wrappers.push(Box::new(wrap));
        self
    }

    /// Checks the settings; a transport of its own is made only for want of another.
    pub(super) fn into_core(
        self,
        connect: impl FnOnce(&Network, &BaseUrl) -> Result<Box<C::Transport>, ConfigError>,
    ) -> Result<Core<C::Transport>, ConfigError> {
        let mut config = Config::for_service(self.calls)?;
        for (scheme, credential) in &self.credentials {
            config = config.with_credential(*scheme, credential)?;
        }
        config.proofs().check()?;
        for host in &self.http_hosts {
            config = config.with_http_to(host);
        }
        for choose in self.choices {
            config = choose(config)?;
        }
        if let Some(base_url) = self.base_url {
            config = config.with_base_url(&base_url)?;
        }
        for (server, url) in &self.server_urls {
            config = config.with_server_url(server, url)?;
        }
        if let Some(name) = self.app_name {
            config = config.with_app_name(&name)?;
        }
        for (name, value) in &self.headers {
            config = config.with_header(name, value)?;
        }
        let transport = match self.transport {
            Some(transport) => transport,
            None => connect(&self.network, config.first_base_url())?,
        };
        let transport = self.wrappers.into_iter().fold(transport, |inner, wrap| wrap(inner));
        let mut outermost = self.outermost.into_iter();
        let transport = outermost.try_fold(transport, |inner, wrap| wrap(inner, &config, &self.environment))?;
        let settings = Settings { config, timeout: self.timeout, attempt: self.attempt, retry: self.retry };
        Ok(Core { settings, environment: self.environment, transport })
    }
}

impl<C: ApiClient> fmt::Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").finish_non_exhaustive()
    }
}
