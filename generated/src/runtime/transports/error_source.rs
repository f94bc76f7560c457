//! What is behind the errors of the libraries that the clients stand on.

use std::error::Error;
use std::io;

/// Whether TLS is behind an error. It comes packed as an error of input or output, which hides what is in it from
/// `source`.
pub(super) fn is_of_tls(error: &(dyn Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        #[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
        if error.is::<rustls::Error>() {
            return true;
        }
        let packed = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        next = packed.map(|error| error as &(dyn Error + 'static)).or_else(|| error.source());
    }
    false
}
