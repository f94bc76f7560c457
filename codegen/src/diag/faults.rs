//! Faults, one by one and together.

use super::sources::Span;
use super::wording::closest;

/// So many faults come with the name that was probably meant: nobody mends more at once, and each costs a search.
const MOST_SUGGESTIONS: usize = 20;

/// One fault.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule's stable name, such as `unknown-key`.
    pub rule: &'static str,
    /// What is wrong, in one line.
    pub message: String,
    /// The places it speaks of, the first being the fault itself.
    pub labels: Vec<Label>,
    /// What to write instead.
    pub help: Option<String>,
}

/// A place that a [`Diagnostic`] speaks of.
#[derive(Clone, Debug)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there, in a few words; may be empty.
    pub text: String,
}

impl Diagnostic {
    /// A fault at `span`, where `label` says what is there.
    pub fn new(rule: &'static str, message: impl Into<String>, span: &Span, label: impl Into<String>) -> Self {
        Self { rule, message: message.into(), labels: vec![], help: None }.label(span, label)
    }

    /// Adds another place.
    #[must_use]
    pub fn label(mut self, span: &Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span: span.clone(), text: text.into() });
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// All faults found so far.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a fault.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Whether there are so few faults that names which were probably meant are still looked for.
    pub(crate) fn suggests(&self) -> bool {
        self.list.len() < MOST_SUGGESTIONS
    }

    /// The candidate that was probably meant by a name that does not exist, unless there are many faults already.
    pub(crate) fn closest<'a>(&self, name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        if self.suggests() { closest(name, candidates) } else { None }
    }

    /// Whether no fault was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The faults, in the order in which they were found.
    #[must_use]
    pub fn list(&self) -> &[Diagnostic] {
        &self.list
    }
}
