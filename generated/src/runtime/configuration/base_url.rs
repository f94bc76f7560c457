//! Where requests go.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use http::Uri;
use http::uri::{Authority, Parts, PathAndQuery, Scheme};

use crate::runtime::errors::config_error::ConfigError;

/// Scheme, host and path that every request of a client begins with.
#[derive(Clone)]
pub(crate) struct BaseUrl {
    scheme: Scheme,
    authority: Authority,
    path: String,
}

impl BaseUrl {
    /// Takes `https` to any host, and `http` only to this machine and the given hosts, since it would show the API key to
    /// others.
    pub(crate) fn parse(text: &str, http_hosts: &[String]) -> Result<Self, ConfigError> {
        let refuse = |reason| Err(ConfigError::BaseUrl(reason));
        // A fragment is lost in parsing.
        if text.contains(['?', '#']) {
            return refuse("it must not have a query or a fragment");
        }
        let Ok(Parts { scheme: Some(scheme), authority: Some(authority), path_and_query, .. }) =
            text.parse::<Uri>().map(Uri::into_parts)
        else {
            return refuse("it must be an absolute URL such as https://api.example.com");
        };
        if scheme != Scheme::HTTPS && scheme != Scheme::HTTP {
            return refuse("it must begin with https://");
        }
        if authority.as_str().contains('@') {
            return refuse("it must not hold a user name or a password");
        }
        let host = authority.host();
        if host.is_empty() {
            return refuse("it must name a host");
        }
        if !has_sound_port(&authority) {
            return refuse("its port must be a number up to 65535");
        }
        if scheme == Scheme::HTTP
            && !is_loopback(host)
            && !http_hosts.iter().any(|name| name.eq_ignore_ascii_case(host))
        {
            return refuse("plain http:// is for loopback hosts only: use https://, or allow this host by its name");
        }
        let path = path_and_query.as_ref().map_or("", PathAndQuery::path).trim_end_matches('/').to_owned();
        Ok(Self { scheme, authority, path })
    }

    /// What stands between the host and the path of an endpoint; without a slash at the end.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// What a URL has beyond this one, if it begins with it.
    pub(crate) fn beyond<'u>(&self, url: &'u str) -> Option<&'u str> {
        url.strip_prefix(&format!("{self:?}")).filter(|beyond| beyond.starts_with('/'))
    }

    /// The URL of a path and a query at this host. It fails only for what is longer than a URL may be.
    pub(crate) fn join(&self, path_and_query: String) -> Result<Uri, http::Error> {
        let mut parts = Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(path_and_query.try_into()?);
        Ok(Uri::from_parts(parts)?)
    }

    /// Whether a URL leads to the same scheme, host and port.
    pub(crate) fn is_origin_of(&self, uri: &Uri) -> bool {
        let Some((scheme, authority)) = uri.scheme().zip(uri.authority()) else { return false };
        let default = if self.scheme == Scheme::HTTPS { 443 } else { 80 };
        let port = |authority: &Authority| authority.port_u16().unwrap_or(default);
        *scheme == self.scheme
            && !authority.as_str().contains('@')
            && has_sound_port(authority)
            && authority.host().eq_ignore_ascii_case(self.authority.host())
            && port(authority) == port(&self.authority)
    }

    /// Whether requests are encrypted on their way.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(crate) fn is_https(&self) -> bool {
        self.scheme == Scheme::HTTPS
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.authority, self.path)
    }
}

/// Whether an authority has no port, or one that is a number a port can have.
pub(crate) fn has_sound_port(authority: &Authority) -> bool {
    let place = authority.as_str().rsplit('@').next();
    place == Some(authority.host()) || authority.port_u16().is_some()
}

/// Whether a host is this machine by its very name, whatever the name service says.
fn is_loopback(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return address.parse().is_ok_and(|address: Ipv6Addr| address.is_loopback());
    }
    host.eq_ignore_ascii_case("localhost") || host.parse().is_ok_and(|address: Ipv4Addr| address.is_loopback())
}
