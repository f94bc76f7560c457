//! Which proxy a request goes through: what the program says, or else what the environment says, as curl reads it.

use std::env;

use http::Uri;
use http::uri::{Authority, Scheme};

use crate::runtime::configuration::base_url::has_sound_port;
use crate::runtime::errors::config_error::ConfigError;

/// What the program says of proxies.
#[derive(Default)]
pub(crate) enum ProxySetting {
    /// `HTTPS_PROXY` or else `ALL_PROXY`, but not for the hosts in `NO_PROXY`; all of them also in lower case.
    #[default]
    Environment,
    /// None, whatever the environment says.
    None,
    /// This URL.
    Url(String),
}

/// A proxy that builds tunnels for `https`. Plain `http` is for neighbours and goes straight to them.
pub(crate) struct Proxy {
    /// With the user name and the password, if it has them.
    pub(super) url: Uri,
    exceptions: Vec<String>,
}

impl Proxy {
    pub(crate) fn choose(setting: &ProxySetting) -> Result<Option<Self>, ConfigError> {
        let (url, exceptions) = match setting {
            ProxySetting::None => return Ok(None),
            ProxySetting::Url(url) => (url.clone(), String::new()),
            ProxySetting::Environment => {
                let Some(url) = variable("HTTPS_PROXY").or_else(|| variable("ALL_PROXY")) else { return Ok(None) };
                (url, variable("NO_PROXY").unwrap_or_default())
            }
        };
        let url = if url.contains("://") { url } else { format!("http://{url}") };
        let parsed = url.parse().ok().filter(is_usable);
        let url = parsed.ok_or(ConfigError::Proxy("its URL must be like http://proxy.example:3128"))?;
        let exceptions = exceptions.split(',').map(|name| comparable(name.trim())).filter(|name| !name.is_empty());
        Ok(Some(Self { exceptions: exceptions.collect(), url }))
    }

    /// Whether requests to this URL go through the proxy.
    pub(crate) fn covers(&self, url: &Uri) -> bool {
        let host = comparable(url.host().unwrap_or_default());
        url.scheme() == Some(&Scheme::HTTPS) && !self.exceptions.iter().any(|name| is_within(&host, name))
    }
}

#[cfg(feature = "async")]
impl Proxy {
    /// What the proxy is told of the user, if the URL names one: RFC 7617.
    pub(super) fn authorization(&self) -> Option<http::HeaderValue> {
        use crate::runtime::base64::{STANDARD, encode};

        let (user, _) = self.url.authority()?.as_str().rsplit_once('@')?;
        let (name, password) = user.split_once(':').unwrap_or((user, ""));
        let plain = |text| percent_encoding::percent_decode_str(text).collect::<Vec<u8>>();
        let credentials = [plain(name), plain(password)].join(&b':');
        format!("Basic {}", encode(&credentials, STANDARD)).try_into().ok()
    }
}

#[cfg(feature = "blocking")]
impl Proxy {
    /// The proxy in the terms of ureq.
    pub(super) fn for_ureq(&self) -> Result<ureq::Proxy, ConfigError> {
        ureq::Proxy::new(&self.url.to_string())
            .map_err(|_| ConfigError::Proxy("its user name or password is not UTF-8"))
    }
}

/// A variable of the environment, in capitals or in lower case.
fn variable(name: &str) -> Option<String> {
    let value = env::var(name).or_else(|_| env::var(name.to_lowercase())).ok()?;
    (!value.trim().is_empty()).then(|| value.trim().to_owned())
}

/// Whether a URL names a proxy that is spoken to in plain HTTP.
fn is_usable(url: &Uri) -> bool {
    let is_place = |authority: &Authority| !authority.host().is_empty() && has_sound_port(authority);
    url.scheme() == Some(&Scheme::HTTP) && url.authority().is_some_and(is_place)
}

/// A host in the form in which hosts are compared: in lower case, and an address of IPv6 without its brackets.
fn comparable(host: &str) -> String {
    host.trim_matches(['[', ']']).to_lowercase()
}

/// Whether an entry of `NO_PROXY` means a host: everything, the host itself, or a domain that it belongs to.
fn is_within(host: &str, entry: &str) -> bool {
    let domain = entry.trim_start_matches('*').trim_start_matches('.');
    domain.is_empty() || host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
