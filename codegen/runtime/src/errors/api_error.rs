//! A refusal or failure that the server answered with.

use std::fmt;

use serde_json::Value;

use crate::runtime::errors::error_enum::ErrorCode;
use crate::runtime::responses::raw_response::RawResponse;

/// An answer with a status other than 2xx.
///
/// Its text is one line such as `400 invalid_status_for_commit: not reserved (req_abc)`, or `502 with HTML in place of
/// JSON`. The body may hold anything and is shown only by [`json`](Self::json) and [`raw`](Self::raw).
#[derive(Clone)]
#[non_exhaustive]
pub struct ApiError<E> {
    /// Which error it is; unknown and empty if the answer names none.
    pub kind: E,
    details: Box<Details>,
}

#[derive(Clone)]
struct Details {
    code: Option<String>,
    message: Option<String>,
    fields: Vec<Option<String>>,
    json: Option<Value>,
    raw: RawResponse,
}

impl ApiError<()> {
    pub(crate) fn new(raw: RawResponse) -> Self {
        let service = raw.endpoint().dialect.service;
        let json = raw.json();
        let text = |path| json.as_ref().and_then(|json| text_at(json, path));
        let (code, message) = (text(service.error_code), text(service.error_message));
        let fields = service.error_fields.iter().map(|path| text(path)).collect();
        Self { kind: (), details: Box::new(Details { code, message, fields, json, raw }) }
    }
}

impl<K> ApiError<K> {
    pub(super) fn with_kind<E: ErrorCode>(self) -> ApiError<E> {
        ApiError { kind: E::from_code(self.code().unwrap_or_default()), details: self.details }
    }
}

/// The text or number behind names of members and indices of items.
fn text_at(body: &Value, path: &[&str]) -> Option<String> {
    match path.iter().try_fold(body, |value, name| part(value, name))? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn part<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    match value {
        Value::Array(items) => items.get(name.parse::<usize>().ok()?),
        value => value.get(name),
    }
}

impl<E> ApiError<E> {
    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.raw().status()
    }

    /// The code of the error as it came, if the answer names one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.details.code.as_deref()
    }

    /// What the server says about the error, if it says anything. Do not compare it: it changes without notice.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.details.message.as_deref()
    }

    /// What the body says, if it is JSON.
    #[must_use]
    pub fn json(&self) -> Option<&Value> {
        self.details.json.as_ref()
    }

    /// What the support of the API knows the request by.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.raw().request_id()
    }

    /// Whether the failure may pass, so that the same call may succeed later: what the server says of it, or else a
    /// conflict (409), a rate limit (429) or a fault of the server (5xx).
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.raw().is_retryable()
    }

    /// What the answer has at one of the places that the service lists.
    #[allow(dead_code, reason = "a description may list none")]
    pub(crate) fn field(&self, index: usize) -> Option<&str> {
        self.details.fields.get(index)?.as_deref()
    }

    /// The answer as it came, and how it was come by: headers, body, attempts.
    #[must_use]
    pub fn raw(&self) -> &RawResponse {
        &self.details.raw
    }
}

impl<E> fmt::Display for ApiError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.status())?;
        match (self.code(), self.json()) {
            (Some(code), _) => f.write_str(&one_line(code))?,
            (None, Some(_)) => f.write_str("without an error code")?,
            (None, None) => f.write_str(&self.raw().other_than_json())?,
        }
        if let Some(message) = self.message() {
            write!(f, ": {}", one_line(message))?;
        }
        if let Some(request_id) = self.request_id() {
            write!(f, " ({request_id})")?;
        }
        Ok(())
    }
}

/// The server's words without line breaks and other control characters, which could forge lines of a log.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

impl<E: fmt::Debug> fmt::Debug for ApiError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("kind", &self.kind)
            .field("status", &self.status())
            .field("code", &self.code())
            .field("message", &self.message())
            .field("request_id", &self.request_id())
            .finish_non_exhaustive()
    }
}

impl<E: fmt::Debug> std::error::Error for ApiError<E> {}
