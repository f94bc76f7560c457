//! What the generated code knows about one endpoint.

use crate::runtime::api::dialect::Dialect;
use crate::runtime::contents::content::Content;
use crate::runtime::contents::json_content::ONE_DOCUMENT;
use crate::runtime::json::scalar::WireForm;

/// One endpoint of an API.
#[derive(Debug)]
pub struct Endpoint {
    /// The name in the API's description, such as `billing_intents.commit`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: http::Method,
    /// The path, with the names of its parameters in braces: `/v2/billing/intents/{id}/commit`.
    pub path: &'static str,
    /// What is not the same for every endpoint.
    pub traits: Traits,
    /// How the answer is written, if it says so.
    pub(crate) answer: WireForm,
    /// How requests are written.
    pub dialect: &'static Dialect,
}

/// What sets an endpoint apart from a [plain](Self::PLAIN) one.
#[derive(Debug)]
pub struct Traits {
    /// Whether a request carries a body, even if no parameter is in it.
    pub has_body: bool,
    /// Whether a request carries an idempotency key.
    pub is_keyed: bool,
    /// The index of the server in the service's list.
    pub server: usize,
    /// What the body of an answer holds.
    pub content: &'static Content,
    /// The media type that is asked for.
    pub accept: &'static str,
    /// The data of the event that ends a stream, if there is one.
    pub done: Option<&'static str>,
    /// Whether a stream that breaks is taken up again behind its last event.
    pub resumes: bool,
}

impl Traits {
    /// No body, no idempotency key, the first server, an answer in JSON.
    pub const PLAIN: Self = Self {
        has_body: false,
        is_keyed: false,
        server: 0,
        content: ONE_DOCUMENT,
        accept: "application/json",
        done: None,
        resumes: false,
    };
}
