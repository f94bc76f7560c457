//! How connections are made: settings that both clients' own transports understand.

use std::time::Duration;

#[cfg(feature = "proxy")]
use crate::runtime::transports::proxy::ProxySetting;

/// As many connections are kept as calls are likely to be made at once.
pub(super) const MOST_KEPT: usize = 256;

/// How connections are made.
pub(crate) struct Network {
    /// The time for a connection, with TLS.
    pub(crate) connect_timeout: Duration,
    /// PEM text of the only certificates to trust; without it, the roots that the crate or the platform brings.
    #[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
    pub(crate) root_certificates: Option<String>,
    #[cfg(feature = "proxy")]
    pub(crate) proxy: ProxySetting,
}

impl Default for Network {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            #[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
            root_certificates: None,
            #[cfg(feature = "proxy")]
            proxy: ProxySetting::default(),
        }
    }
}
