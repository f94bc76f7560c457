//! From an HTTP request to the HTTP response of the service.

use std::convert::Infallible;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Request, Response, StatusCode};
use jiff::Timestamp;
use serde_json::Value;

use super::call::Call;
use super::ledger::Ledger;
use super::refusal::Refusal;
use super::route;

/// The path that asks for the token of a session. All others ask for the API key.
const STREAM: &str = "/v2/billing/meter_event_stream";

/// Takes requests and answers them, one ledger for all connections.
pub(super) struct Desk {
    api_key: String,
    ledger: Mutex<Ledger>,
    answered: AtomicU64,
}

impl Desk {
    pub(super) fn new(api_key: &str, ledger: Ledger) -> Self {
        Self { api_key: api_key.to_owned(), ledger: Mutex::new(ledger), answered: AtomicU64::new(0) }
    }

    /// Answers with what the call comes to, or with the error envelope; each answer has an id.
    pub(super) async fn answer(&self, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
        let (status, body) = match self.outcome(request).await {
            Ok(body) => (200, body),
            Err(refusal) => (refusal.status(), refusal.to_json()),
        };
        let id = format!("req_{:06}", self.answered.fetch_add(1, Ordering::Relaxed) + 1);
        let mut response = Response::new(Full::from(body.to_string()));
        *response.status_mut() = StatusCode::from_u16(status).expect("the statuses of refusals are HTTP statuses");
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert("request-id", HeaderValue::try_from(id).expect("letters and digits make a header value"));
        Ok(response)
    }

    async fn outcome(&self, request: Request<Incoming>) -> Result<Value, Refusal> {
        let (head, body) = request.into_parts();
        let now = Timestamp::now();
        self.authorize(&head, now)?;
        let body = body.collect().await.map_err(|_| Refusal::PARAMETERS_INVALID)?.to_bytes();
        route::answer(Call::read(&head, &body)?, &mut self.lock(), now)
    }

    fn authorize(&self, head: &Parts, now: Timestamp) -> Result<(), Refusal> {
        let shown = head.headers.get(AUTHORIZATION).and_then(|value| value.as_bytes().strip_prefix(b"Bearer "));
        match shown {
            Some(token) if head.uri.path() == STREAM => self.lock().sessions.admit(token, now),
            Some(key) if key == self.api_key.as_bytes() => Ok(()),
            _ => Err(Refusal::UNAUTHORIZED),
        }
    }

    /// A request that panicked has left the ledger as it was: each call changes it in one step.
    fn lock(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
