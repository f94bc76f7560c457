//! The URLs by which a server leads from page to page, which must not lead the API key elsewhere.

use http::uri::PathAndQuery;

use crate::runtime::calls::prepared_call::PreparedCall;
use crate::runtime::configuration::config::Config;
use crate::runtime::errors::invalid_request::InvalidRequest;

/// Whether a URL is a path and perhaps a query, and nothing that could be taken for the name of a host.
pub(super) fn is_sound(url: &str) -> bool {
    url.starts_with('/')
        && !url.starts_with("//")
        && !url.contains('\\')
        && url.bytes().all(|byte| byte.is_ascii_graphic())
        && url.parse().is_ok_and(|parsed: PathAndQuery| parsed == *url)
}

/// Sends a call to this path and query in place of its own, at the same server.
pub(super) fn at_page_url(
    mut call: PreparedCall,
    of_client: &Config,
    url: &str,
) -> Result<PreparedCall, InvalidRequest> {
    let config = call.config(of_client);
    let base_url = config.base_url(call.endpoint)?;
    let mut url = format!("{}{url}", base_url.path());
    config.proofs().sign_url(call.target.signature, &mut url);
    let joined = base_url.join(url);
    call.target.uri = joined.map_err(|_| {
        InvalidRequest::of_request(call.endpoint.name, "the URL of its next page is longer than URLs can be")
    })?;
    Ok(call)
}
