//! What the generated code knows about an API: the service as a whole, how it is spoken to, and each endpoint.

use bytes::Bytes;

use super::slot::Members;
use super::timestamp_format::TimestampFormat;

/// An API as a whole.
#[derive(Debug)]
pub struct Service {
    /// Names the client to the server.
    pub user_agent: &'static str,
    /// Where requests go unless the configuration names another place: names and URLs. There is at least one; the first
    /// is the one that a base URL replaces.
    pub servers: &'static [(&'static str, &'static str)],
    /// Headers of every request: name in lower case, and value.
    pub headers: &'static [(&'static str, &'static str)],
    /// The response header that identifies a request to the support of the API.
    pub request_id: Option<&'static str>,
    /// The request header by which the API knows the repetition of a request, in lower case.
    pub idempotency_key: Option<&'static str>,
    /// The response header that says whether to repeat a request, `true` or `false`.
    pub should_retry: Option<&'static str>,
    /// Where the body of an error keeps its code: the names of the members from the outside in.
    pub error_code: &'static [&'static str],
    /// Where the body of an error keeps its message: the names of the members from the outside in.
    pub error_message: &'static [&'static str],
}

/// One endpoint of an API.
#[derive(Debug)]
pub struct Endpoint {
    /// The name in the API's description, such as `billing_intents.commit`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: http::Method,
    /// The path, with the names of its parameters in braces: `/v2/billing/intents/{id}/commit`.
    pub path: &'static str,
    /// Whether a request carries a body, even if no parameter is in it.
    pub has_body: bool,
    /// Whether a request carries an idempotency key.
    pub is_keyed: bool,
    /// The index of the server in the service's list.
    pub server: usize,
    /// How requests are written.
    pub protocol: &'static Protocol,
    /// The service it belongs to.
    pub service: &'static Service,
}

/// How the requests of some endpoints are written.
#[derive(Debug)]
pub struct Protocol {
    /// The form of bodies and queries.
    pub format: &'static Format,
    /// The form of instants.
    pub timestamps: TimestampFormat,
}

/// A form of bodies and queries.
#[derive(Debug)]
pub struct Format {
    /// What a body says of itself.
    pub(super) content_type: &'static str,
    /// Makes a body of its parameters.
    pub(super) body: fn(Members<'_>, TimestampFormat) -> Bytes,
    /// Appends to a URL the question mark and what stands behind it, or nothing if there is none of it.
    pub(super) push_query: fn(&mut String, Members<'_>, TimestampFormat),
}
