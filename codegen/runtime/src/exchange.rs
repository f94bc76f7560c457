//! One call from its first attempt to its end, without input or output: what to send, what to make of what came, and
//! how long to wait. Both clients only do as it says.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderValue, Method};

use super::call_record::CallRecord;
use super::encode::Target;
use super::environment::Environment;
use super::error::Error;
use super::idempotency_key::new_key;
use super::limits::Limits;
use super::observe::CallSpan;
use super::raw_response::RawResponse;
use super::request::OwnSettings;
use super::service::Endpoint;
use super::settings::Settings;
use super::transport_error::TransportError;

/// A call that has not begun.
pub(super) struct PreparedCall {
    pub(super) endpoint: &'static Endpoint,
    pub(super) target: Target,
    pub(super) own: Option<Box<OwnSettings>>,
}

/// A call on its way.
pub(super) struct Exchange<'a> {
    endpoint: &'static Endpoint,
    target: &'a Target,
    settings: &'a Settings,
    environment: &'a dyn Environment,
    key: Option<HeaderValue>,
    started: Instant,
    attempts: u32,
    span: CallSpan,
}

impl<'a> Exchange<'a> {
    /// Begins a call, with a key of its own unless one is given.
    pub(super) fn new(
        call: &'a PreparedCall,
        settings: &'a Settings,
        environment: &'a dyn Environment,
        span: CallSpan,
    ) -> Self {
        let PreparedCall { endpoint, target, own } = call;
        let key = own.as_ref().and_then(|own| own.key.clone());
        Self {
            endpoint,
            target,
            settings: own.as_ref().map_or(settings, |own| &own.settings),
            environment,
            key: key.or_else(|| endpoint.is_keyed.then(|| new_key(environment))),
            started: environment.now(),
            attempts: 0,
            span,
        }
    }

    /// The next attempt: what to send, and what it may take.
    pub(super) fn attempt(&mut self) -> (http::Request<Bytes>, Limits) {
        // Nothing has passed before the first attempt.
        let elapsed = if self.attempts == 0 { Duration::ZERO } else { self.elapsed() };
        self.attempts += 1;
        let mut request = self.target.request(self.endpoint, &self.settings.config);
        if let Some((name, key)) = self.settings.config.idempotency_key().zip(self.key.as_ref()) {
            request.headers_mut().insert(name, key.clone());
        }
        let left = self.settings.timeout.saturating_sub(elapsed);
        let limits = self.settings.attempt;
        (request, Limits { timeout: limits.timeout.min(left), ..limits })
    }

    /// What follows from what came of the attempt: the end of the call, or the wait before another attempt.
    pub(super) fn conclude(
        &mut self,
        result: Result<http::Response<Bytes>, TransportError>,
    ) -> ControlFlow<Result<RawResponse, Error<()>>, Duration> {
        let record = CallRecord { key: self.key.clone(), attempts: self.attempts, elapsed: self.elapsed() };
        let result = match result {
            Ok(response) => Ok(RawResponse::new(self.endpoint, response, record, self.environment)),
            Err(error) => Err(error.with_record(record)),
        };
        if let Some(wait) = self.wait(&result) {
            self.span.retry(&result, wait);
            return ControlFlow::Continue(wait);
        }
        self.span.end(&result);
        ControlFlow::Break(result.map_err(Error::Transport))
    }

    /// The time until another attempt, if there is to be one.
    fn wait(&self, result: &Result<RawResponse, TransportError>) -> Option<Duration> {
        let (is_worth_it, asked) = match result {
            Ok(raw) => (is_worth_another(raw), raw.retry_after()),
            Err(error) => (error.kind().is_retryable(), None),
        };
        if !is_worth_it || !self.is_repeatable() {
            return None;
        }
        let wait = self.settings.retry.wait(self.attempts, asked, || self.environment.random())?;
        (wait < self.settings.timeout.saturating_sub(self.elapsed())).then_some(wait)
    }

    /// Whether the server does the same call once, however often it comes.
    fn is_repeatable(&self) -> bool {
        let changes_nothing = [Method::GET, Method::HEAD, Method::OPTIONS].contains(&self.endpoint.method);
        changes_nothing || (self.endpoint.service.idempotency_key.is_some() && self.key.is_some())
    }

    fn elapsed(&self) -> Duration {
        self.environment.now().saturating_duration_since(self.started)
    }
}

/// Whether an answer calls for another attempt. A rate limit does not by itself: more requests would prolong it.
fn is_worth_another(raw: &RawResponse) -> bool {
    !raw.is_success() && raw.told_to_retry().unwrap_or(matches!(raw.status(), 409 | 500..))
}
