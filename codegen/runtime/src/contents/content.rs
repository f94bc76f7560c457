//! What the body of an answer holds.

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::slot::Place;
use crate::runtime::responses::raw_response::RawResponse;

/// What the body of an answer holds: JSON, a text, bytes, or pieces that come one by one.
#[derive(Debug)]
pub struct Content {
    /// Fills the output from a whole body, with a status of success.
    pub(crate) read: fn(&RawResponse, &mut dyn Place) -> Result<(), DecodeError>,
    /// How its pieces are told apart, if they can be had one by one.
    #[cfg_attr(
        not(any(feature = "async", feature = "blocking")),
        allow(dead_code, reason = "what comes piece by piece comes to a client")
    )]
    pub(crate) cut: Option<Cut>,
}

/// How the pieces of a body are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "a description may have no streams")]
pub(crate) enum Cut {
    /// Server-sent events, which empty lines end.
    Events,
    /// Lines, each of them a JSON document.
    Lines,
}

impl Cut {
    /// What several pieces are called.
    pub(crate) fn of_many(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Lines => "lines",
        }
    }
}
