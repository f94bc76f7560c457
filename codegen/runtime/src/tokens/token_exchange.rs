//! One attempt of a call that needs a token, without input or output: what it may still take, and what is sent.

use std::time::{Duration, Instant};

use http::StatusCode;
use http::header::AUTHORIZATION;
use http::request::Parts;

use crate::runtime::bodies::body::Body;
use crate::runtime::configuration::limits::Limits;
use crate::runtime::environment::Environment;
use crate::runtime::errors::transport_error::TransportError;
use crate::runtime::tokens::token::Token;

/// The most bytes that are read of what a token endpoint answers.
const LARGEST_ANSWER: usize = 1024 * 1024;

/// An attempt on its way.
pub(super) struct TokenExchange<'a> {
    environment: &'a dyn Environment,
    started: Instant,
    limits: Limits,
}

impl<'a> TokenExchange<'a> {
    pub(super) fn new(environment: &'a dyn Environment, limits: Limits) -> Self {
        Self { environment, started: environment.now(), limits }
    }

    pub(super) fn now(&self) -> Instant {
        self.environment.now()
    }

    /// What is left of the time of the attempt; an error if nothing is.
    pub(super) fn left(&self) -> Result<Limits, TransportError> {
        let timeout = self.limits.timeout.saturating_sub(self.now().saturating_duration_since(self.started));
        if timeout == Duration::ZERO {
            Err(TransportError::timeout(self.limits.timeout))
        } else {
            Ok(Limits { timeout, ..self.limits })
        }
    }

    /// The same for the token.
    pub(super) fn left_for_token(&self) -> Result<Limits, TransportError> {
        let limits = self.left()?;
        Ok(Limits { response_bytes: limits.response_bytes.min(LARGEST_ANSWER), idle: None, ..limits })
    }
}

/// A request with its token, which was found fit to be sent.
pub(super) fn signed(head: &Parts, body: Body, token: &Token) -> http::Request<Body> {
    let mut request = http::Request::from_parts(head.clone(), body);
    if let Some(value) = token.key.bearer() {
        request.headers_mut().insert(AUTHORIZATION, value);
    }
    request
}

/// Whether the service refused the token, if it did not refuse the call.
pub(super) fn is_refused(answer: &http::Response<Body>) -> bool {
    answer.status() == StatusCode::UNAUTHORIZED
}
