//! How a client is set up to get its tokens by itself.

use std::sync::Arc;

use http::{Extensions, Uri};

use crate::runtime::calls::api_client::ApiClient;
#[cfg(feature = "blocking")]
use crate::runtime::clients::blocking_client::BlockingClient;
#[cfg(feature = "async")]
use crate::runtime::clients::client::Client;
use crate::runtime::clients::client_builder::ClientBuilder;
use crate::runtime::configuration::base_url::BaseUrl;
use crate::runtime::configuration::config::Config;
use crate::runtime::credentials::api_key::ApiKey;
use crate::runtime::environment::Environment;
use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::signing::credential::Credential;
#[cfg(feature = "blocking")]
use crate::runtime::tokens::blocking_token_transport::BlockingTokenTransport;
use crate::runtime::tokens::token_source::TokenSource;
#[cfg(feature = "async")]
use crate::runtime::tokens::token_transport::TokenTransport;

/// A scheme whose tokens a client gets by itself, as the API says it.
#[derive(Clone, Copy, Debug)]
pub struct ClientCredentials {
    /// The place of the scheme in the list of the service.
    pub scheme: usize,
    /// Its name in the API's description.
    pub name: &'static str,
    /// Where tokens are to be had: a URL, or a path of the first server.
    pub token_url: &'static str,
    /// What is asked for, with spaces between.
    pub scopes: &'static str,
}

/// A client whose transport can be put into one that gets tokens.
pub trait TokenClient: ApiClient {
    /// The transport that gets tokens by another one.
    fn with_tokens(inner: Box<Self::Transport>, environment: &Arc<dyn Environment>) -> Box<Self::Transport>;
}

#[cfg(feature = "async")]
impl TokenClient for Client {
    fn with_tokens(inner: Box<Self::Transport>, environment: &Arc<dyn Environment>) -> Box<Self::Transport> {
        Box::new(TokenTransport { inner: Arc::from(inner), environment: environment.clone() })
    }
}

#[cfg(feature = "blocking")]
impl TokenClient for BlockingClient {
    fn with_tokens(inner: Box<Self::Transport>, environment: &Arc<dyn Environment>) -> Box<Self::Transport> {
        Box::new(BlockingTokenTransport { inner: Arc::from(inner), environment: environment.clone() })
    }
}

impl<C: TokenClient> ClientBuilder<C> {
    /// Gets tokens for a scheme with the identifier and the secret of a program, from this place or from the service's own.
    pub(crate) fn get_tokens(
        mut self,
        of: &'static ClientCredentials,
        id: &ApiKey,
        secret: &ApiKey,
        token_url: Option<&str>,
    ) -> Self {
        let Some(source) = TokenSource::new(id, secret, of.scopes).map(Arc::new) else {
            self.outermost.push(Box::new(|_, _, _| Err(ConfigError::Credentials(of.name))));
            return self;
        };
        let mut mark = Extensions::new();
        mark.insert(source.clone());
        let token_url = token_url.map(str::to_owned);
        self.outermost.push(Box::new(move |inner, config, environment| {
            let url = url(of, token_url.as_deref(), config)?;
            source.url.get_or_init(|| url);
            Ok(C::with_tokens(inner, environment))
        }));
        self.prove(of.scheme, Credential::Renewed(mark))
    }
}

/// Where tokens are to be had. Who has moved the base URL is not to meet the real service there.
fn url(of: &ClientCredentials, given: Option<&str>, config: &Config) -> Result<Uri, ConfigError> {
    let (place, path) = match given.unwrap_or(of.token_url) {
        path if path.starts_with('/') => (config.first_base_url().clone(), path),
        _ if given.is_none() && !config.servers[0].is_official => {
            return Err(ConfigError::BaseUrl("it is moved, but the place where tokens are to be had is not"));
        }
        url => (BaseUrl::parse(url, &config.http_hosts)?, ""),
    };
    let path = format!("{}{path}", place.path());
    place.join(path).map_err(|_| ConfigError::BaseUrl("the place where tokens are to be had is no URL"))
}
