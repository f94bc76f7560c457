//! What names a call.

/// What names a call.
pub(in crate::openapi) struct Call<'a> {
    pub(in crate::openapi) method: &'static str,
    pub(in crate::openapi) path: &'a str,
    pub(in crate::openapi) tag: Option<&'a str>,
    pub(in crate::openapi) id: Option<&'a str>,
    /// What its publisher calls it and the group in which it is, where it says so itself.
    pub(in crate::openapi) given: Given<'a>,
    /// Whether its answer is a list.
    pub(in crate::openapi) lists: bool,
    /// What the same path answers to those who read it.
    pub(in crate::openapi) read: Read,
    /// The name that its module shall have.
    pub(in crate::openapi) hint: Option<&'a str>,
    /// The names of its module and of itself that are kept.
    pub(in crate::openapi) kept: Option<(&'a str, &'a str)>,
}

/// Names that publishers give.
#[derive(Clone, Debug, Default)]
pub(in crate::openapi) struct Given<'a> {
    pub(in crate::openapi) group: Option<String>,
    pub(in crate::openapi) name: Option<&'a str>,
}

/// What a path answers to those who read it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::openapi) enum Read {
    Nothing,
    One,
    List,
}
