//! How requests prove who sends them, as the API says it.

/// A way to prove who sends a request.
#[derive(Debug)]
pub struct Scheme {
    /// Its name in the API's description.
    pub name: &'static str,
    /// Where a request carries the proof.
    pub kind: SchemeKind,
    /// Whether no call can be made without it.
    pub is_required: bool,
}

/// Where a request carries a proof.
#[derive(Debug)]
pub enum SchemeKind {
    /// `Authorization: Bearer …`, with a key or a token.
    Bearer,
    /// `Authorization: Basic …`, with a user and a password.
    Basic,
    /// A header of this name, in lower case.
    Header(&'static str),
    /// A parameter of this name in the query.
    Query(&'static str),
    /// A cookie of this name.
    Cookie(&'static str),
}

/// What signs requests: any of these, each of which is all of some schemes, by their places in the list of the service.
/// One without schemes is a request that need not be signed; none at all is one that never is.
pub type Security = &'static [&'static [usize]];
