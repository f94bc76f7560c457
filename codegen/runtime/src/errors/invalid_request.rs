//! Why a request was not sent.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// A request that cannot be sent as it is. Nothing has left this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidRequest {
    operation: &'static str,
    parameter: Option<Cow<'static, str>>,
    reason: Cow<'static, str>,
}

impl InvalidRequest {
    /// A parameter with a value that cannot be sent.
    pub(crate) fn of_parameter(
        operation: &'static str,
        parameter: impl Into<Cow<'static, str>>,
        reason: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { operation, parameter: Some(parameter.into()), reason: reason.into() }
    }

    /// A request that cannot be sent as a whole.
    pub(crate) fn of_request(operation: &'static str, reason: impl Into<Cow<'static, str>>) -> Self {
        Self { operation, parameter: None, reason: reason.into() }
    }

    /// The operation, such as `billing_intents.commit`.
    #[must_use]
    pub fn operation(&self) -> &str {
        self.operation
    }

    /// The parameter at fault, if it is a single one, or the place within it: `usage_threshold.gte`.
    #[must_use]
    pub fn parameter(&self) -> Option<&str> {
        self.parameter.as_deref()
    }
}

impl fmt::Display for InvalidRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} was not sent: ", self.operation)?;
        if let Some(parameter) = self.parameter() {
            write!(f, "`{parameter}` ")?;
        }
        f.write_str(&self.reason)
    }
}

impl Error for InvalidRequest {}
