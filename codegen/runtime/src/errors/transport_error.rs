//! A request without an answer.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
#[cfg(any(feature = "async", feature = "blocking"))]
use std::time::Duration;

use crate::runtime::responses::call_record::CallRecord;

/// No whole answer came: the server could not be reached, or it took too long, or the connection broke.
#[derive(Clone)]
pub struct TransportError {
    kind: TransportErrorKind,
    details: Box<Details>,
}

#[derive(Clone)]
struct Details {
    source: Arc<dyn Error + Send + Sync>,
    record: CallRecord,
}

/// What went wrong between the client and the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// There was no connection; the server has not seen the request.
    Connect,
    /// The server did not prove who it is, or does not keep to TLS. Where that shows at the start, which is the rule, it
    /// has not seen the request.
    Tls,
    /// The answer did not come in time. Whether the server has seen the request is not known.
    Timeout,
    /// The connection broke, or what came is not HTTP. Whether the server has seen the request is not known.
    Interrupted,
    /// The answer is larger than the client takes. The server has most likely done its part.
    ResponseTooLarge,
    /// Anything else that a transport of the program's own meets; such a request is not repeated.
    Other,
}

impl TransportErrorKind {
    /// Whether another attempt may fare better.
    pub(crate) fn is_retryable(self) -> bool {
        matches!(self, Self::Connect | Self::Timeout | Self::Interrupted)
    }

    /// The kind in a few words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Connect => "cannot connect",
            Self::Tls => "no trust in the server",
            Self::Timeout => "no answer in time",
            Self::Interrupted => "the connection broke",
            Self::ResponseTooLarge => "the answer is too large",
            Self::Other => "no answer",
        }
    }
}

impl TransportError {
    /// Says what went wrong, and wraps what the transport says of it; a text will do.
    #[must_use]
    pub fn new(kind: TransportErrorKind, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { kind, details: Box::new(Details { source: Arc::from(source.into()), record: CallRecord::default() }) }
    }

    /// The answer was not whole when the time of its attempt was up.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(crate) fn timeout(limit: Duration) -> Self {
        Self::new(TransportErrorKind::Timeout, format!("the answer was not whole within {limit:?}"))
    }

    /// A body could not be read; if a transport's own error is behind that, it is the error.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(crate) fn of_body(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        match error.into().downcast::<Self>() {
            Ok(error) => *error,
            Err(error) => Self::new(TransportErrorKind::Other, error),
        }
    }

    /// The other side said nothing for as long as it may.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(crate) fn idle(limit: Duration) -> Self {
        Self::new(TransportErrorKind::Timeout, format!("nothing came for {limit:?}"))
    }

    /// The answer has more bytes than the client takes.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(crate) fn too_large(limit: usize) -> Self {
        Self::new(TransportErrorKind::ResponseTooLarge, format!("its body is larger than {limit} bytes"))
    }

    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(crate) fn with_record(mut self, record: CallRecord) -> Self {
        self.details.record = record;
        self
    }

    pub(crate) fn record(&self) -> &CallRecord {
        &self.details.record
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    /// Shows the chain of causes to its end, where the one that can be acted on mostly is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.as_str(), self.details.source)?;
        let mut cause = self.details.source.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError")
            .field("kind", &self.kind)
            .field("source", &self.details.source)
            .finish_non_exhaustive()
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.details.source)
    }
}
