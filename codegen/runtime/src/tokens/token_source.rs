//! Where all clones of a client have their token from: one is fetched at a time, and kept until shortly before its end.

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Instant;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method, Uri};
use serde_json::Value;

use crate::runtime::bodies::body::Body;
use crate::runtime::credentials::api_key::ApiKey;
use crate::runtime::errors::transport_error::{TransportError, TransportErrorKind};
use crate::runtime::formats::percent::push_encoded;
use crate::runtime::signing::basic::basic;
use crate::runtime::tokens::token::Token;
use crate::runtime::tokens::token_error::{Failure, TokenError};

/// The codes with which a token endpoint refuses. Any other text from it may hold anything.
const CODES: [&str; 6] = [
    "invalid_client",
    "invalid_grant",
    "invalid_request",
    "invalid_scope",
    "unauthorized_client",
    "unsupported_grant_type",
];

/// What gets tokens for a client, and keeps the last one.
pub(super) struct TokenSource {
    authorization: HeaderValue,
    body: Bytes,
    /// Where tokens are to be had, which is known once the client is made.
    pub(super) url: OnceLock<Uri>,
    state: Mutex<State>,
    /// Whoever holds it asks for a token.
    #[cfg(feature = "async")]
    pub(super) turn: tokio::sync::Mutex<()>,
    #[cfg(feature = "blocking")]
    pub(super) blocking_turn: Mutex<()>,
}

#[derive(Default)]
struct State {
    token: Option<Token>,
    /// How often a token was asked for.
    fetches: u64,
    /// What became of the last time, if there was no token.
    error: Option<TransportError>,
}

/// What is known of the token before a turn to ask for one.
pub(super) enum Known {
    Fresh(Token),
    /// There is none; so often one was asked for.
    None(u64),
}

impl TokenSource {
    /// Nothing if a client cannot be known by this identifier and secret.
    pub(super) fn new(id: &ApiKey, secret: &ApiKey, scopes: &str) -> Option<Self> {
        let encoded = |text: &ApiKey| {
            let mut encoded = String::new();
            push_encoded(&mut encoded, text.expose());
            ApiKey::from(encoded)
        };
        let mut body = "grant_type=client_credentials".to_owned();
        if !scopes.is_empty() {
            body.push_str("&scope=");
            push_encoded(&mut body, scopes);
        }
        Some(Self {
            authorization: basic(&encoded(id), &encoded(secret))?,
            body: body.into(),
            url: OnceLock::new(),
            state: Mutex::default(),
            #[cfg(feature = "async")]
            turn: tokio::sync::Mutex::new(()),
            #[cfg(feature = "blocking")]
            blocking_turn: Mutex::new(()),
        })
    }

    /// The request for a token.
    pub(super) fn request(&self) -> http::Request<Body> {
        let mut request = http::Request::new(Body::from(self.body.clone()));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.url.get().cloned().unwrap_or_default();
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, self.authorization.clone());
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        request
    }

    /// The token, if there is one that does not end soon.
    pub(super) fn known(&self, now: Instant) -> Known {
        let state = self.state();
        match &state.token {
            Some(token) if token.is_fresh(now) => Known::Fresh(token.clone()),
            _ => Known::None(state.fetches),
        }
    }

    /// The same in one's own turn: those who waited while a token was asked for have what came of it.
    pub(super) fn known_since(&self, fetches: u64, now: Instant) -> Option<Result<Token, TransportError>> {
        match self.known(now) {
            Known::Fresh(token) => Some(Ok(token)),
            Known::None(since) if since != fetches => self.state().error.clone().map(Err),
            Known::None(_) => None,
        }
    }

    /// Keeps what the token endpoint answered.
    pub(super) fn arrived(
        &self,
        result: Result<http::Response<Bytes>, TransportError>,
        now: Instant,
    ) -> Result<Token, TransportError> {
        let token =
            result.map_err(|error| (error.kind(), Failure::Unreached(error))).and_then(|answer| read(&answer, now));
        let token = token.map_err(|(kind, failure)| TransportError::new(kind, TokenError::new(failure)));
        let mut state = self.state();
        state.fetches += 1;
        state.token = token.as_ref().ok().cloned();
        state.error = token.as_ref().err().cloned();
        token
    }

    /// Forgets a token that the service refused, unless there is another one by now.
    pub(super) fn discard(&self, refused: &Token) {
        let mut state = self.state();
        if state.token.as_ref().is_some_and(|token| token.key == refused.key) {
            state.token = None;
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The token in an answer, or the kind of the failure and what came.
fn read(answer: &http::Response<Bytes>, now: Instant) -> Result<Token, (TransportErrorKind, Failure)> {
    let status = answer.status().as_u16();
    let body: Option<Value> = serde_json::from_slice(answer.body()).ok();
    if !answer.status().is_success() {
        let code = body.as_ref().and_then(|body| body.get("error")?.as_str());
        let code = CODES.into_iter().find(|known| code == Some(known));
        // The service itself has not seen the call, so that another attempt is safe where it may fare better.
        let kind = if matches!(status, 429 | 500..) { TransportErrorKind::Connect } else { TransportErrorKind::Other };
        return Err((kind, Failure::Refused(status, code)));
    }
    let is_html = answer.body().trim_ascii_start().starts_with(b"<");
    let what = match &body {
        Some(body) => match Token::read(body, now) {
            Some(token) => return Ok(token),
            None => "without a token that can be sent",
        },
        None if is_html => "with HTML in place of JSON",
        None => "with other than JSON",
    };
    Err((TransportErrorKind::Other, Failure::NoToken(status, what)))
}
