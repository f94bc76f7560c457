//! What requests carry to prove who sends them.

use http::header::{COOKIE, Entry};
use http::{Extensions, HeaderName, HeaderValue};
use zeroize::Zeroizing;

/// What a request carries of a credential.
#[derive(Clone)]
pub(crate) enum Proof {
    Header(HeaderName, HeaderValue),
    /// A cookie with its name.
    Cookie(HeaderValue),
    /// A pair of the query, encoded, and the length of its name.
    Query {
        pair: Zeroizing<String>,
        name: usize,
    },
    /// What a transport takes off the request, to put a token there.
    Renewed(Extensions),
}

impl Proof {
    /// Signs a request. What stands in the query is in its URL already.
    pub(super) fn put_into<B>(&self, request: &mut http::Request<B>) {
        match self {
            Self::Header(name, value) => _ = request.headers_mut().insert(name, value.clone()),
            Self::Cookie(cookie) => match request.headers_mut().entry(COOKIE) {
                Entry::Occupied(mut cookies) => {
                    let joined = joined(cookies.get(), cookie);
                    cookies.insert(joined);
                }
                Entry::Vacant(none) => _ = none.insert(cookie.clone()),
            },
            Self::Query { .. } => {}
            Self::Renewed(mark) => request.extensions_mut().extend(mark.clone()),
        }
    }

    /// Appends what stands in the query of a URL, in place of what is there by its name.
    pub(super) fn push_onto(&self, url: &mut String) {
        let Self::Query { pair, name } = self else { return };
        let name = &pair[..=*name];
        if let Some((path, query)) = url.split_once('?') {
            let others: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with(name)).collect();
            let others = others.join("&");
            *url = if others.is_empty() { path.to_owned() } else { format!("{path}?{others}") };
        }
        url.push(if url.contains('?') { '&' } else { '?' });
        url.push_str(pair);
    }
}

/// Two cookies in one header, which HTTP/1.1 wants.
pub(crate) fn joined(first: &HeaderValue, second: &HeaderValue) -> HeaderValue {
    let bytes = Zeroizing::new([first.as_bytes(), b"; ", second.as_bytes()].concat());
    // Two values of headers with what is between them are one.
    let mut value = HeaderValue::from_bytes(&bytes).unwrap_or_else(|_| second.clone());
    value.set_sensitive(true);
    value
}
