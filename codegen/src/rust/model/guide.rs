//! What a new user is shown first, on the crate's front page and in its README.

use crate::rust::Name;

/// What is shown, as far as the crate has it.
#[derive(Debug)]
pub struct Guide {
    /// Calls.
    pub calls: Option<GuideCalls>,
    /// An object with an example to start from: the place of its module, and its name.
    pub object: Option<(usize, Name)>,
}

/// The calls that show what can be done with all of their kind.
#[derive(Debug)]
pub struct GuideCalls {
    /// The one that is easiest to read.
    pub first: CallPlace,
    /// One that is made again when it fails, if there is one.
    pub repeated: CallPlace,
    /// The one with most codes by which the service refuses it.
    pub failing: Option<CallPlace>,
    /// One that answers with a page of a list.
    pub paged: Option<CallPlace>,
    /// One of which a series can be sent.
    pub series: Option<CallPlace>,
}

/// A call, by the places of its module and of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallPlace {
    /// The place of the module in the crate.
    pub module: usize,
    /// The place of the request in the module.
    pub request: usize,
}
