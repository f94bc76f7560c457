//! Bounds of what callers give.

/// A bound of what callers give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Its key in descriptions.
    pub key: &'static str,
    /// What it holds values to.
    pub limit: Limit,
    /// The bound of the runtime that checks it before anything is sent, if one does.
    pub check: Option<&'static str>,
    /// What it says, in a sentence of documentation; nothing where that of another one says it too.
    pub sentence: Option<String>,
    /// How many lists lead to the list that it bounds.
    pub lists: usize,
}

/// What a bound holds values to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Nothing but what its key says.
    Nothing,
    /// A number of characters or items.
    Size(u64),
    /// A number, by its digits.
    Number(String),
    /// A regular expression.
    Pattern(String),
}

/// The bounds of a value in words, if it has any.
pub(in crate::rust) fn in_words<'a>(bounds: impl IntoIterator<Item = &'a Bound>) -> Option<String> {
    let sentences: Vec<&str> = bounds.into_iter().filter_map(|bound| bound.sentence.as_deref()).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}
