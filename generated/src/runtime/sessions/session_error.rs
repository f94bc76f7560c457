//! Why not all items were sent.

use std::error::Error as StdError;
use std::fmt;

use crate::runtime::errors::error::Error;

/// Why not all items were sent. `S` is the enum of the error codes when a session is opened, `B` that of a batch.
#[derive(Clone, Debug)]
pub struct BatchError<S, B> {
    accepted: usize,
    cause: BatchErrorCause<S, B>,
}

/// What failed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BatchErrorCause<S, B> {
    /// No session was opened.
    Session(Error<S>),
    /// A batch was not accepted.
    Batch(Error<B>),
}

impl<S, B> BatchError<S, B> {
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(super) fn new(accepted: usize, cause: BatchErrorCause<S, B>) -> Self {
        Self { accepted, cause }
    }

    /// How many items the server has accepted before, counted from the first.
    ///
    /// Those behind them can be sent again. Where no answer came, the batch that failed may have been taken all the same:
    /// give its items what the server knows them by, or they may count twice.
    #[must_use]
    pub fn accepted(&self) -> usize {
        self.accepted
    }

    /// What failed.
    #[must_use]
    pub fn cause(&self) -> &BatchErrorCause<S, B> {
        &self.cause
    }
}

impl<S, B> fmt::Display for BatchError<S, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "after {} accepted items, ", self.accepted)?;
        match &self.cause {
            BatchErrorCause::Session(error) => write!(f, "no session was opened: {error}"),
            BatchErrorCause::Batch(error) => write!(f, "a batch was not accepted: {error}"),
        }
    }
}

impl<S: fmt::Debug, B: fmt::Debug> StdError for BatchError<S, B> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.cause {
            BatchErrorCause::Session(error) => error.source(),
            BatchErrorCause::Batch(error) => error.source(),
        }
    }
}
