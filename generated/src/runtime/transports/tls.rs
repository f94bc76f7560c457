//! What `https` rests on, for both clients: the cryptography, and whom to trust.

use std::sync::Arc;

use rustls::RootCertStore;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::runtime::errors::config_error::ConfigError;
use crate::runtime::transports::network::Network;

/// The cryptography: what the program has chosen for the whole process, or else what this crate's features brought.
pub(super) fn provider() -> Result<Arc<CryptoProvider>, ConfigError> {
    let installed = CryptoProvider::get_default().cloned();
    installed.or_else(built_in).ok_or_else(|| {
        ConfigError::Tls("install a rustls `CryptoProvider`, or enable the feature `ring` or `aws-lc`".to_owned())
    })
}

/// AWS-LC goes first where both are there: nobody has it by default.
fn built_in() -> Option<Arc<CryptoProvider>> {
    #[cfg(feature = "aws-lc")]
    let provider = Some(rustls::crypto::aws_lc_rs::default_provider());
    #[cfg(all(feature = "ring", not(feature = "aws-lc")))]
    let provider = Some(rustls::crypto::ring::default_provider());
    #[cfg(not(any(feature = "ring", feature = "aws-lc")))]
    let provider = None;
    provider.map(Arc::new)
}

/// The certificates of the authorities to trust; none if they are those that webpki ships.
pub(super) fn roots(network: &Network) -> Result<Option<Vec<CertificateDer<'static>>>, ConfigError> {
    let Some(pem) = &network.root_certificates else {
        #[cfg(feature = "native-roots")]
        return platform_roots().map(Some);
        #[cfg(not(feature = "native-roots"))]
        return Ok(None);
    };
    let roots: Vec<_> = CertificateDer::pem_slice_iter(pem.as_bytes())
        .collect::<Result<_, _>>()
        .map_err(|error| ConfigError::Tls(format!("the root certificates are not in PEM form: {error}")))?;
    if roots.is_empty() {
        return Err(ConfigError::Tls("there is no certificate in the text of root certificates".to_owned()));
    }
    for root in &roots {
        let added = RootCertStore::empty().add(root.clone());
        added.map_err(|error| ConfigError::Tls(format!("a root certificate cannot be used: {error}")))?;
    }
    Ok(Some(roots))
}

#[cfg(feature = "native-roots")]
fn platform_roots() -> Result<Vec<CertificateDer<'static>>, ConfigError> {
    let found = rustls_native_certs::load_native_certs();
    if found.certs.is_empty() {
        let reason = found.errors.first().map_or_else(|| "there are none".to_owned(), ToString::to_string);
        return Err(ConfigError::Tls(format!("the platform's root certificates were not found: {reason}")));
    }
    Ok(found.certs)
}
