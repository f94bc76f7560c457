//! From an HTTP request to the HTTP response of the service.

use std::convert::Infallible;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::ledger::Ledger;
use super::refusal::Refusal;

/// Takes requests and answers them, one ledger for all connections.
pub(super) struct Desk {
    authorization: String,
    ledger: Mutex<Ledger>,
    answered: AtomicU64,
}

/// A call and the id of the intent it is about.
enum Call {
    Reserve,
    Commit,
    ReleaseReservation,
}

impl Desk {
    pub(super) fn new(api_key: &str, ledger: Ledger) -> Self {
        Self { authorization: format!("Bearer {api_key}"), ledger: Mutex::new(ledger), answered: AtomicU64::new(0) }
    }

    /// Answers with the intent as it stands after the call, or with the error envelope; each answer has an id.
    pub(super) async fn answer(&self, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
        let (status, body) = match self.outcome(request).await {
            Ok(intent) => (200, intent),
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
        self.authorize(request.headers())?;
        let (id, call) = route(request.method(), request.uri().path())?;
        let body = request.into_body().collect().await.map_err(|_| Refusal::BodyInvalid)?.to_bytes();
        let payment = payment_intent(&call, &body)?;
        let now = Timestamp::now();
        // A request that panicked has left the ledger as it was: each call changes it in one step.
        let mut ledger = self.ledger.lock().unwrap_or_else(PoisonError::into_inner);
        let intent = match call {
            Call::Reserve => ledger.reserve(&id, now),
            Call::Commit => ledger.commit(&id, payment.as_deref(), now),
            Call::ReleaseReservation => ledger.release_reservation(&id, now),
        };
        intent.map(super::Intent::to_json)
    }

    fn authorize(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        match headers.get(AUTHORIZATION) {
            Some(value) if value.as_bytes() == self.authorization.as_bytes() => Ok(()),
            _ => Err(Refusal::Unauthorized),
        }
    }
}

/// The intent and the call that a path names.
fn route(method: &Method, path: &str) -> Result<(String, Call), Refusal> {
    let (id, call) = path
        .strip_prefix("/v2/billing/intents/")
        .and_then(|rest| rest.split_once('/'))
        .filter(|_| method == Method::POST)
        .ok_or(Refusal::RouteNotFound)?;
    let call = match call {
        "reserve" => Call::Reserve,
        "commit" => Call::Commit,
        "release_reservation" => Call::ReleaseReservation,
        _ => return Err(Refusal::RouteNotFound),
    };
    let id = percent_decode_str(id).decode_utf8().map_err(|_| Refusal::RouteNotFound)?;
    Ok((id.into_owned(), call))
}

/// The payment intent in a body. No call needs a body; a commit takes a payment intent, the others take nothing.
fn payment_intent(call: &Call, body: &[u8]) -> Result<Option<String>, Refusal> {
    if body.is_empty() {
        return Ok(None);
    }
    let Ok(Value::Object(mut members)) = serde_json::from_slice(body) else {
        return Err(Refusal::BodyInvalid);
    };
    let payment = match call {
        Call::Commit => members.remove("payment_intent"),
        Call::Reserve | Call::ReleaseReservation => None,
    };
    match payment {
        _ if !members.is_empty() => Err(Refusal::BodyInvalid),
        None => Ok(None),
        Some(Value::String(id)) => Ok(Some(id)),
        Some(_) => Err(Refusal::BodyInvalid),
    }
}
