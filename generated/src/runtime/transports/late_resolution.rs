//! Names are looked up where connections are made.
//!
//! By itself, ureq looks a host up for every request, and only then for a connection in its pool, which needs no address.
//! Where there is a time-out, it even starts a thread for that.

use std::io;
use std::time::Instant;

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::time::Duration;
use ureq::unversioned::transport::{ConnectionDetails, Connector, DefaultConnector, NextTimeout, Transport};

/// Looks nothing up, as a connection from the pool needs no address.
#[derive(Debug)]
pub(super) struct NoResolution;

impl Resolver for NoResolution {
    fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        Ok(self.empty())
    }
}

/// Looks the host up, and connects. The time for a connection includes both.
#[derive(Debug, Default)]
pub(super) struct ResolvingConnector {
    resolver: DefaultResolver,
    connector: DefaultConnector,
}

impl Connector for ResolvingConnector {
    type Out = Box<dyn Transport>;

    fn connect(&self, details: &ConnectionDetails, _: Option<()>) -> Result<Option<Self::Out>, Error> {
        let started = Instant::now();
        let addrs = self.resolver.resolve(details.uri, details.config, details.timeout).map_err(as_unavailable)?;
        let mut timeout = details.timeout;
        if let Duration::Exact(left) = &mut timeout.after {
            // A time of zero would stand for any time.
            let still_left = left.checked_sub(started.elapsed()).filter(|left| !left.is_zero());
            *left = still_left.ok_or(Error::Timeout(timeout.reason))?;
        }
        let resolved = ConnectionDetails {
            addrs,
            timeout,
            now: (details.current_time)(),
            uri: details.uri,
            config: details.config,
            request_level: details.request_level,
            resolver: &self.resolver,
            current_time: details.current_time.clone(),
            run_connector: details.run_connector.clone(),
            register_shutdown: details.register_shutdown.clone(),
        };
        self.connector.connect(&resolved, None)
    }
}

/// Tells a failed look-up from a connection that broke: the standard library gives it no kind of its own.
fn as_unavailable(error: Error) -> Error {
    match error {
        Error::Io(error) => Error::Io(io::Error::new(io::ErrorKind::AddrNotAvailable, error)),
        error => error,
    }
}
