//! Bounds that the service publishes, checked before a request is sent.

use super::exact::Exact;
use crate::diag::{Span, code};
use crate::spec::{BoundKind, End, Measure, Sense};

/// The bounds of a value, in the order of the table of their kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// At most one of each kind.
    pub list: Vec<Bound>,
}

/// A bound of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// What it bounds, and how.
    pub kind: BoundKind,
    /// The digits of a number, a regular expression, or `true`.
    pub value: String,
    /// Where it is written.
    pub span: Span,
}

impl Bounds {
    /// Those of what is in a list or map.
    #[must_use]
    pub fn inside(&self) -> Self {
        let inside = self.list.iter().filter(|bound| bound.kind.measure() != Measure::Items);
        Self { list: inside.cloned().collect() }
    }

    /// The bound of a kind.
    #[must_use]
    pub fn of(&self, kind: BoundKind) -> Option<&Bound> {
        self.list.iter().find(|bound| bound.kind == kind)
    }

    /// The bounds that say the same as a kind of bounds does, or nearly, the tightest one first.
    #[must_use]
    pub fn like(&self, kind: BoundKind, is_whole: bool) -> Vec<&Bound> {
        match kind.sense().end() {
            Some(end) => self.at(kind.measure(), end, is_whole),
            None => self.of(kind).into_iter().collect(),
        }
    }

    /// The most items of a list, or what else a bound of a kind counts.
    #[must_use]
    pub fn size(&self, kind: BoundKind) -> Option<u64> {
        self.of(kind).and_then(|bound| bound.value.parse().ok())
    }

    /// The bounds at one end of what is measured, the tightest one first.
    #[must_use]
    pub fn at(&self, measure: Measure, end: End, is_whole: bool) -> Vec<&Bound> {
        let is_meant = |bound: &&Bound| bound.kind.measure() == measure && bound.kind.sense().end() == Some(end);
        let mut found: Vec<&Bound> = self.list.iter().filter(is_meant).collect();
        found.sort_by_key(|bound| std::cmp::Reverse(bound.tightness(is_whole)));
        found
    }
}

impl Bound {
    /// The number that it says, if it says one.
    #[must_use]
    pub fn number(&self) -> Option<Exact> {
        Exact::of(&self.value)
    }

    /// How much it leaves out, to be compared with others at the same end. More than 4 is at least 5, if whole.
    #[must_use]
    pub fn tightness(&self, is_whole: bool) -> Option<(Exact, bool)> {
        let nearest = self.nearest(is_whole)?;
        let inwards = if self.kind.sense().end()? == End::Least { nearest } else { nearest.negated() };
        Some((inwards, self.kind.sense().is_strict() && !is_whole))
    }

    /// The number nearest to it that it leaves, or the number itself where there is no nearest one.
    #[must_use]
    pub fn nearest(&self, is_whole: bool) -> Option<Exact> {
        let number = self.number()?;
        let inwards = if self.kind.sense().end()? == End::Least { 1 } else { -1 };
        Some(if is_whole && self.kind.sense().is_strict() { number.plus(inwards) } else { number })
    }

    /// Its number with what it counts, such as `3 items`.
    #[must_use]
    pub fn amount(&self) -> String {
        let unit = match self.kind.measure() {
            Measure::Characters => " character",
            Measure::Items => " item",
            Measure::Value | Measure::Nothing => "",
        };
        let plural = if unit.is_empty() || self.value == "1" { "" } else { "s" };
        format!("{}{unit}{plural}", self.value)
    }

    /// What it says of a value, in words that follow `must`.
    #[must_use]
    pub fn must(&self) -> String {
        let amount = self.amount();
        match self.kind.sense() {
            Sense::AtLeast => format!("be at least {amount}"),
            Sense::MoreThan => format!("be more than {amount}"),
            Sense::AtMost => format!("be at most {amount}"),
            Sense::LessThan => format!("be less than {amount}"),
            Sense::MultipleOf => format!("be a multiple of {amount}"),
            Sense::Unique => "have no item twice".to_owned(),
            Sense::Matching => format!("match {}", code(&self.value)),
        }
    }
}
