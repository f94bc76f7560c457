//! What a call tells `tracing`: a span with its outcome, and an event for each retry. Never a secret, never a body.
//! Without the feature, nothing.

use std::time::Duration;

#[cfg(feature = "tracing")]
use tracing::field::Empty;

use crate::runtime::api::endpoint::Endpoint;
use crate::runtime::errors::transport_error::TransportError;
use crate::runtime::responses::raw_response::RawResponse;

/// The span of one call.
#[derive(Clone)]
pub(crate) struct CallSpan {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

#[cfg(feature = "tracing")]
impl CallSpan {
    pub(crate) fn new(endpoint: &Endpoint) -> Self {
        let span = tracing::info_span!(
            "api_call",
            operation = endpoint.name,
            http.request.method = endpoint.method.as_str(),
            url.template = endpoint.path,
            http.response.status_code = Empty,
            error = Empty,
            attempts = Empty,
            request_id = Empty,
            elapsed_ms = Empty,
        );
        Self { span }
    }

    /// Says that another attempt follows, and why.
    pub(super) fn retry(&self, result: &Result<RawResponse, TransportError>, wait: Duration) {
        let reason = reason(result);
        let wait_ms = milliseconds(wait);
        tracing::info!(parent: &self.span, reason, wait_ms, "the call is repeated");
    }

    /// Says how the call ended.
    pub(super) fn end(&self, result: &Result<RawResponse, TransportError>) {
        let record = match result {
            Ok(raw) => {
                self.span.record("http.response.status_code", raw.status());
                self.span.record("request_id", raw.request_id());
                raw.record()
            }
            Err(error) => {
                self.span.record("error", error.kind().as_str());
                error.record()
            }
        };
        self.span.record("attempts", record.attempts);
        self.span.record("elapsed_ms", milliseconds(record.elapsed));
    }

    /// Everything that happens within a future belongs to the span.
    #[cfg(feature = "async")]
    pub(crate) fn instrument<F: Future>(self, future: F) -> impl Future<Output = F::Output> {
        tracing::Instrument::instrument(future, self.span)
    }

    /// Everything that happens within a function belongs to the span.
    #[cfg(feature = "blocking")]
    pub(crate) fn in_scope<T>(&self, run: impl FnOnce() -> T) -> T {
        self.span.in_scope(run)
    }
}

#[cfg(feature = "tracing")]
fn reason(result: &Result<RawResponse, TransportError>) -> String {
    match result {
        Ok(raw) => format!("status {}", raw.status()),
        Err(error) => error.kind().as_str().to_owned(),
    }
}

#[cfg(feature = "tracing")]
fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(not(feature = "tracing"))]
#[allow(clippy::unused_self, reason = "the same form with and without the feature")]
impl CallSpan {
    pub(crate) fn new(_: &Endpoint) -> Self {
        Self {}
    }

    pub(super) fn retry(&self, _: &Result<RawResponse, TransportError>, _: Duration) {}

    pub(super) fn end(&self, _: &Result<RawResponse, TransportError>) {}

    #[cfg(feature = "async")]
    pub(crate) fn instrument<F>(self, future: F) -> F {
        future
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn in_scope<T>(&self, run: impl FnOnce() -> T) -> T {
        run()
    }
}
