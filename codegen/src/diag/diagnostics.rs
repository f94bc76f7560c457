//! Faults and remarks, one by one and together.

use std::collections::HashSet;

use super::sources::Span;
use super::wording::closest;

/// So many faults come with the name that was probably meant, and with remarks: nobody mends more at once, and each costs
/// a search.
const MOST_SUGGESTIONS: usize = 20;

/// What a finding means for the description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It is wrong: nothing is made of it.
    Fault,
    /// It can be used as it is, but is probably not what was meant.
    Remark,
}

/// One fault or remark.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Whether anything can be made of the description all the same.
    pub severity: Severity,
    /// The rule's stable name, such as `unknown-key`.
    pub rule: &'static str,
    /// What is wrong, in one line.
    pub message: String,
    /// The places it speaks of, the first being the fault itself; none if it is about the folder.
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
        Self::without_place(Severity::Fault, rule, message).label(span, label)
    }

    /// A remark at `span`, where `label` says what is there.
    pub fn remark(rule: &'static str, message: impl Into<String>, span: &Span, label: impl Into<String>) -> Self {
        Self::without_place(Severity::Remark, rule, message).label(span, label)
    }

    /// What no line of any file says.
    pub(crate) fn without_place(severity: Severity, rule: &'static str, message: impl Into<String>) -> Self {
        Self { severity, rule, message: message.into(), labels: Vec::new(), help: None }
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

    /// Whether it is about something of which `other` speaks as well.
    fn follows(&self, other: &Self) -> bool {
        let is_there = |place: &Label| other.labels.iter().any(|label| label.span.meets(&place.span));
        self.labels.first().is_some_and(is_there)
    }
}

/// All faults and remarks found so far.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// How many of them are faults.
    faults: usize,
}

/// What was made of a description, and what there is to remark on it.
#[derive(Clone, Debug)]
pub struct Remarked<T> {
    /// What was made.
    pub value: T,
    /// Remarks, and no faults.
    pub remarks: Diagnostics,
}

impl Diagnostics {
    /// Adds a fault or a remark.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.faults += usize::from(diagnostic.severity == Severity::Fault);
        self.list.push(diagnostic);
    }

    /// Adds all of others.
    pub fn append(&mut self, others: Self) {
        self.faults += others.faults;
        self.list.extend(others.list);
    }

    /// Adds those faults of others that speak of nothing that was found already.
    pub(crate) fn append_new_faults(&mut self, others: Self) {
        let is_new = |it: &Diagnostic| {
            it.severity == Severity::Fault && !self.list.iter().any(|known| it.follows(known) || known.follows(it))
        };
        let new: Vec<Diagnostic> = others.list.into_iter().filter(is_new).collect();
        self.faults += new.len();
        self.list.extend(new);
    }

    /// Drops what was found again, as in what several calls share.
    pub(crate) fn drop_repeats(&mut self) {
        let mut seen = HashSet::new();
        self.list.retain(|it| {
            let place = it.labels.first().map(|label| (label.span.file, label.span.bytes.start));
            seen.insert((it.rule, it.message.clone(), place))
        });
        self.faults = self.list.iter().filter(|it| it.severity == Severity::Fault).count();
    }

    /// Whether there are so few faults that names which were probably meant are still looked for.
    pub(crate) fn suggests(&self) -> bool {
        self.faults < MOST_SUGGESTIONS
    }

    /// The candidate that was probably meant by a name that does not exist, unless there are many faults already.
    pub(crate) fn closest<'a>(&self, name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        if self.suggests() { closest(name, candidates) } else { None }
    }

    /// Whether any fault was found.
    #[must_use]
    pub fn has_faults(&self) -> bool {
        self.faults > 0
    }

    /// Whether neither a fault nor a remark was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The faults and remarks, in the order in which they were found.
    #[must_use]
    pub fn list(&self) -> &[Diagnostic] {
        &self.list
    }

    /// All faults, and then all remarks, each sorted by file and place.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut found: Vec<&Diagnostic> = self.list.iter().collect();
        found.sort_by_key(|it| (it.severity, it.labels.first().map(|label| (label.span.file, label.span.bytes.start))));
        found
    }

    /// The same, with a fault for each remark.
    #[must_use]
    pub fn denying_remarks(mut self) -> Self {
        for diagnostic in &mut self.list {
            diagnostic.severity = Severity::Fault;
        }
        self.faults = self.list.len();
        self
    }

    /// The remarks, if there are no faults.
    ///
    /// # Errors
    /// All that was found, if there is a fault among it. What a fault speaks of is not remarked on as well, and nothing is
    /// while there are many faults.
    pub fn without_faults(self) -> Result<Self, Self> {
        if !self.has_faults() {
            return Ok(self);
        }
        let is_fault = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Fault;
        let suggests = self.suggests();
        let (mut list, remarks): (Vec<_>, Vec<_>) = self.list.into_iter().partition(is_fault);
        let faults = list.len();
        if suggests {
            let is_new = |remark: &Diagnostic| !list.iter().any(|fault| remark.follows(fault));
            let new: Vec<_> = remarks.into_iter().filter(is_new).collect();
            list.extend(new);
        }
        Err(Self { list, faults })
    }
}

impl<T> Remarked<T> {
    /// What is made of it, with the remarks on it.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Remarked<U> {
        Remarked { value: make(self.value), remarks: self.remarks }
    }

    /// What is made of it, with the remarks on both.
    ///
    /// # Errors
    /// Why nothing can be made of it, with the remarks.
    pub fn and_then<U>(
        self,
        make: impl FnOnce(T) -> Result<Remarked<U>, Diagnostics>,
    ) -> Result<Remarked<U>, Diagnostics> {
        let mut remarks = self.remarks;
        match make(self.value) {
            Ok(Remarked { value, remarks: more }) => {
                remarks.append(more);
                Ok(Remarked { value, remarks })
            }
            Err(faults) => {
                remarks.append(faults);
                Err(remarks.without_faults().unwrap_or_else(|found| found))
            }
        }
    }
}
