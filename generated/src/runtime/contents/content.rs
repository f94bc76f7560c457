//! What the body of an answer holds.

use bytes::Bytes;

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::Place;

/// What the body of an answer holds: JSON, a text, bytes, or pieces that come one by one.
#[derive(Debug)]
pub struct Content {
    /// Fills the output from a whole body. What is written has a form, and perhaps an end of its own.
    pub(crate) read: ReadBody,
    /// What is expected where a page in HTML is none.
    pub(crate) expected: Option<&'static str>,
    /// How its pieces are told apart, if they can be had one by one.
    pub(crate) cut: Option<Cut>,
}

type ReadBody = fn(&Bytes, &mut dyn Place, WireForm, Option<&'static str>) -> Result<(), DecodeError>;

/// How the pieces of a body are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "a description may have no streams")]
pub(crate) enum Cut {
    /// Server-sent events, which empty lines end.
    Events,
    /// Lines, each of them a JSON document.
    Lines,
}
