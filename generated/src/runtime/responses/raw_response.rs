//! A response as it came, and what is known of the call that led to it.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use serde_json::Value;

use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::environment::Environment;
use crate::runtime::responses::call_record::CallRecord;
use crate::runtime::responses::retry_after::retry_after;

/// A whole response, before anything is read from it.
#[derive(Clone)]
pub struct RawResponse {
    response: http::Response<Bytes>,
    endpoint: &'static Endpoint,
    record: CallRecord,
    retry_after: Option<Duration>,
}

impl RawResponse {
    pub(crate) fn new(
        endpoint: &'static Endpoint,
        response: http::Response<Bytes>,
        record: CallRecord,
        environment: &dyn Environment,
    ) -> Self {
        let retry_after = retry_after(response.headers(), environment);
        Self { response, endpoint, record, retry_after }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.response.status().as_u16()
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &http::HeaderMap {
        self.response.headers()
    }

    /// The body, byte for byte: members that this version of the crate does not know are in it.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        self.response.body()
    }

    /// The same, shared.
    pub(crate) fn bytes(&self) -> &Bytes {
        self.response.body()
    }

    /// The same response with another body: the part of it that an error is about.
    #[allow(dead_code, reason = "a description may have no streams")]
    pub(crate) fn with_body(&self, body: Bytes) -> Self {
        let mut part = self.clone();
        *part.response.body_mut() = body;
        part
    }

    /// The body as text; what is not UTF-8 is replaced.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.body())
    }

    /// The body as JSON, if it is JSON.
    #[must_use]
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(self.body()).ok()
    }

    /// What came where JSON was expected, in words.
    pub(crate) fn other_than_json(&self) -> Cow<'static, str> {
        if let Some(encoding) = self.encoding() {
            return format!("with {encoding}, which was not asked for").into();
        }
        match self.media_type() {
            _ if self.body().is_empty() => "without a body".into(),
            _ if self.is_html() => "with HTML in place of JSON".into(),
            "" | "application/json" => "with other than JSON".into(),
            other => format!("with {} in place of JSON", other.escape_default()).into(),
        }
    }

    /// Whether a page came, such as one of a gateway.
    pub(crate) fn is_html(&self) -> bool {
        self.media_type().eq_ignore_ascii_case("text/html") || self.body().trim_ascii_start().starts_with(b"<")
    }

    /// How the body is compressed: in a way that nobody asked for, as what was asked for is inflated by now.
    pub(crate) fn encoding(&self) -> Option<String> {
        let encoding = self.headers().get(CONTENT_ENCODING)?.as_bytes();
        (!encoding.eq_ignore_ascii_case(b"identity")).then(|| format!("the encoding `{}`", encoding.escape_ascii()))
    }

    fn media_type(&self) -> &str {
        self.header(CONTENT_TYPE.as_str()).and_then(|value| value.split(';').next()).unwrap_or_default().trim()
    }

    /// What the support of the API knows the request by.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.header(self.endpoint.dialect.service.request_id?)
    }

    /// The idempotency key that the call carried, if it carried one.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.record.idempotency_key()
    }

    /// How often the request was sent: 1 without a retry.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.record.attempts
    }

    /// How long the whole call took, with all attempts and the waits between them.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.record.elapsed
    }

    /// How long the server asked to wait before another attempt, counted from when it answered.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Whether the failure that this answer tells of may pass: what the server says of it, or else a conflict (409), a
    /// rate limit (429) or a fault of the server (5xx).
    pub(crate) fn is_retryable(&self) -> bool {
        self.told_to_retry().unwrap_or(matches!(self.status(), 409 | 429 | 500..))
    }

    /// What the server says of repeating the request, if it says anything.
    pub(crate) fn told_to_retry(&self) -> Option<bool> {
        self.header(self.endpoint.dialect.service.should_retry?)?.parse().ok()
    }

    pub(crate) fn record(&self) -> &CallRecord {
        &self.record
    }

    pub(crate) fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// Whether it is what was asked for: a success, or a status that the description has for an answer too.
    pub(crate) fn is_answer(&self) -> bool {
        let is_within = |(first, last): &(u16, u16)| (*first..=*last).contains(&self.status());
        self.response.status().is_success() || self.endpoint.traits.answers.iter().any(is_within)
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers().get(name)?.to_str().ok()
    }
}

impl fmt::Debug for RawResponse {
    /// Leaves out headers and body, which may hold anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .field("attempts", &self.attempts())
            .finish_non_exhaustive()
    }
}
