//! What the generated code knows about an API: the service as a whole, and each endpoint.

/// An API as a whole.
#[derive(Debug)]
pub struct Service {
    /// Names the client to the server.
    pub user_agent: &'static str,
    /// Where requests go unless the configuration names another place.
    pub base_url: &'static str,
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
    /// What a request carries.
    pub body: BodyKind,
    /// Whether a request carries an idempotency key.
    pub is_keyed: bool,
    /// The service it belongs to.
    pub service: &'static Service,
}

/// What the requests of an endpoint carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// No body and no content type.
    None,
    /// A JSON object, `{}` if no parameter is set.
    Json,
}
