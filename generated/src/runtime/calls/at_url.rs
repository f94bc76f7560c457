//! The URLs by which a server leads on, from page to page or to what an event is about, which must not lead the API key elsewhere.

use http::Uri;
use http::uri::PathAndQuery;

use crate::runtime::calls::prepared_call::PreparedCall;
use crate::runtime::configuration::base_url::BaseUrl;
use crate::runtime::configuration::config::Config;
use crate::runtime::errors::invalid_request::InvalidRequest;

/// The path and the query of a URL at the server with this base URL; nothing if it leads elsewhere, or is none.
///
/// A path alone counts from the base URL, as that of an endpoint does, or from the host if it begins as the base URL does
/// and the path of the endpoint does not.
pub(crate) fn within(base_url: &BaseUrl, endpoint: &str, url: &str) -> Option<String> {
    let base = base_url.path();
    if is_sound(url) {
        let begins =
            |path: &str| path.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
        return Some(if begins(url) && !begins(endpoint) { url.to_owned() } else { format!("{base}{url}") });
    }
    let uri: Uri = url.parse().ok()?;
    let path = uri.path_and_query().map(PathAndQuery::as_str).filter(|path| is_sound(path));
    path.filter(|_| !url.contains('\\') && base_url.is_origin_of(&uri)).map(str::to_owned)
}

/// Whether a URL is a path and perhaps a query, and nothing that could be taken for the name of a host.
fn is_sound(url: &str) -> bool {
    url.starts_with('/')
        && !url.starts_with("//")
        && !url.contains('\\')
        && url.bytes().all(|byte| byte.is_ascii_graphic())
        && url.parse().is_ok_and(|parsed: PathAndQuery| parsed == *url)
}

/// Sends a call to a URL that the service said, if it is one of the same server.
pub(super) fn at_url_of_service(
    call: PreparedCall,
    of_client: &Config,
    url: &str,
) -> Result<PreparedCall, InvalidRequest> {
    let endpoint = call.endpoint;
    let base_url = call.config(of_client).base_url(endpoint)?;
    let url = within(base_url, endpoint.path, url).ok_or_else(|| {
        let reason = match url {
            "" => "it is not said where that is",
            _ => "its URL leads to another place than the client's, where its credentials must not go",
        };
        InvalidRequest::of_request(endpoint.name, reason)
    })?;
    at_url(call, of_client, url)
}

/// Sends a call to this path and query in place of its own, at the same server.
pub(crate) fn at_url(
    mut call: PreparedCall,
    of_client: &Config,
    mut url: String,
) -> Result<PreparedCall, InvalidRequest> {
    let config = call.config(of_client);
    config.proofs().sign_url(call.target.signature, &mut url);
    let joined = config.base_url(call.endpoint)?.join(url);
    call.target.uri = joined.map_err(|_| {
        InvalidRequest::of_request(call.endpoint.name, "the URL that it is to go to is longer than URLs can be")
    })?;
    Ok(call)
}
