//! One call from its first attempt to its end, without input or output: what to send, what to make of what came, and
//! how long to wait. Both clients only do as it says.

use std::mem;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderName, HeaderValue};

use crate::runtime::bodies::body::Body;
#[cfg(feature = "gzip")]
use crate::runtime::bodies::inflated::accept_gzip;
use crate::runtime::calls::idempotency_key::new_key;
use crate::runtime::calls::observe::CallSpan;
use crate::runtime::calls::prepared_call::PreparedCall;
use crate::runtime::configuration::limits::Limits;
use crate::runtime::configuration::settings::Settings;
use crate::runtime::environment::Environment;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::transport_error::TransportError;
use crate::runtime::responses::call_record::CallRecord;
use crate::runtime::responses::raw_response::RawResponse;

/// A call on its way.
pub(crate) struct Exchange<'a> {
    call: &'a PreparedCall,
    settings: &'a Settings,
    environment: &'a dyn Environment,
    /// The idempotency key, and the header that carries it.
    key: Option<(&'a HeaderName, HeaderValue)>,
    /// What the next attempt carries; nothing if it cannot be had again.
    body: Option<Body>,
    /// Whether the body of the answer is wanted as it comes.
    is_streamed: bool,
    started: Instant,
    attempts: u32,
    span: CallSpan,
}

impl<'a> Exchange<'a> {
    /// Begins a call. If its service knows keys, it has the one that is given or, where it is to have one, a new one.
    pub(crate) fn new(
        call: &'a mut PreparedCall,
        of_client: &'a Settings,
        environment: &'a dyn Environment,
        span: CallSpan,
        is_streamed: bool,
    ) -> Self {
        let body = Some(mem::take(&mut call.target.body));
        let call = &*call;
        let settings = call.settings(of_client);
        let key = settings.config.idempotency_key().and_then(|name| {
            let own = call.own_key().cloned();
            let key = own.or_else(|| call.target.is_keyed.then(|| new_key(environment)))?;
            Some((name, key))
        });
        Self { call, settings, environment, key, body, is_streamed, started: environment.now(), attempts: 0, span }
    }

    /// The next attempt: what to send, and what it may take.
    pub(crate) fn attempt(&mut self) -> (http::Request<Body>, Limits) {
        // Nothing has passed before the first attempt.
        let elapsed = if self.attempts == 0 { Duration::ZERO } else { self.elapsed() };
        self.attempts += 1;
        let body = self.body.take().unwrap_or_default();
        self.body = body.try_clone();
        let is_whole = body.as_bytes().is_some();
        let mut request = self.call.target.request(body, self.call.endpoint, &self.settings.config);
        if let Some((name, key)) = &self.key {
            request.headers_mut().insert(*name, key.clone());
        }
        #[cfg(feature = "gzip")]
        accept_gzip(request.headers_mut());
        let limits = self.settings.attempt;
        let left = self.settings.timeout.saturating_sub(elapsed);
        // What is read as it is sent takes as long as it takes.
        let timeout = if is_whole { limits.timeout.min(left) } else { limits.timeout };
        (request, Limits { timeout, idle: self.is_streamed.then_some(limits.timeout), ..limits })
    }

    /// What follows from what came of the attempt: the end of the call, or the wait before another attempt.
    pub(crate) fn conclude(
        &mut self,
        result: Result<http::Response<Bytes>, TransportError>,
    ) -> ControlFlow<Result<RawResponse, Error<()>>, Duration> {
        let key = self.key.as_ref().map(|(_, key)| key.clone());
        let record =
            CallRecord { key, attempts: self.attempts, elapsed: self.elapsed(), is_lenient: self.call.is_lenient() };
        let result = match result {
            Ok(response) => Ok(RawResponse::new(self.call.endpoint, response, record, self.environment)),
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
            Ok(raw) => (self.is_worth_another(raw), raw.retry_after()),
            Err(error) => (error.kind().is_retryable(), None),
        };
        if !is_worth_it || !self.is_repeatable() {
            return None;
        }
        let wait = self.settings.retry.wait(self.attempts, asked, || self.environment.random())?;
        (wait < self.settings.timeout.saturating_sub(self.elapsed())).then_some(wait)
    }

    /// Whether the server does the same call once, however often it comes, and all of it can be sent again.
    fn is_repeatable(&self) -> bool {
        let endpoint = self.call.endpoint;
        let is_idempotent = self.call.target.method.is_idempotent() || endpoint.traits.is_idempotent;
        (is_idempotent || self.key.is_some()) && self.body.is_some()
    }

    /// Whether an answer calls for another attempt. Unless the API says so, a rate limit does not by itself: more requests
    /// would prolong it.
    fn is_worth_another(&self, raw: &RawResponse) -> bool {
        let is_listed = || match self.call.endpoint.traits.retry_on {
            Some(statuses) => statuses.contains(&raw.status()),
            None => matches!(raw.status(), 409 | 500..),
        };
        !raw.is_answer() && raw.told_to_retry().unwrap_or_else(is_listed)
    }

    fn elapsed(&self) -> Duration {
        self.environment.now().saturating_duration_since(self.started)
    }
}
