//! What the generated code knows about one endpoint.

use crate::runtime::api::dialect::Dialect;
use crate::runtime::api::scheme::Security;
use crate::runtime::contents::content::Content;
use crate::runtime::contents::json_content::ONE_DOCUMENT;
use crate::runtime::formats::encoding::Encodings;
use crate::runtime::formats::format::BodyFormat;
use crate::runtime::formats::styling::Styling;
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
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own, which few endpoints have")]
#[derive(Debug)]
pub struct Traits {
    /// Whether a request carries a body, even if no parameter is in it.
    pub has_body: bool,
    /// Whether the parameter in the body is all of it, not a member.
    pub is_whole: bool,
    /// The form of the body, if it is not that of the dialect.
    pub body: Option<&'static BodyFormat>,
    /// What the body says of itself, if it is not what others of its form say.
    pub media: Option<&'static str>,
    /// How members of the body are written, where that is not as its form has it.
    pub(crate) encodings: Encodings,
    /// Whether a request carries an idempotency key.
    pub is_keyed: bool,
    /// Whether a request can be repeated, though HTTP does not say so of its method.
    pub is_idempotent: bool,
    /// The statuses after which a request is worth repeating, if they are others than 409 and 5xx.
    pub retry_on: Option<&'static [u16]>,
    /// Which statuses are answers besides those of a success: the first and the last of each row of them.
    pub answers: &'static [(u16, u16)],
    /// The index of the server in the service's list.
    pub server: usize,
    /// Headers of every request: name in lower case, and value.
    pub headers: &'static [(&'static str, &'static str)],
    /// What writes parameters that the dialect does not write, if there are such.
    pub(crate) styling: Option<&'static Styling>,
    /// What signs its requests, if not what the service says of most.
    pub auth: Option<Security>,
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
    /// No body, no idempotency key, the first server, signed as most are, an answer in JSON, and nothing else that is special.
    pub const PLAIN: Self = Self {
        has_body: false,
        is_whole: false,
        body: None,
        media: None,
        encodings: &[],
        is_keyed: false,
        is_idempotent: false,
        retry_on: None,
        answers: &[],
        server: 0,
        headers: &[],
        styling: None,
        auth: None,
        content: ONE_DOCUMENT,
        accept: "application/json",
        done: None,
        resumes: false,
    };
}
