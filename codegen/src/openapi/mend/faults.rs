//! Faults by their places.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Severity, Span};

/// Rules about names, which another name mends.
const OF_NAMES: [&str; 5] = ["name-collision", "reserved-name", "no-rust-name", "oversized-name", "invalid-rust-name"];

/// Faults by where they are.
pub(super) struct Faults<'a> {
    places: BTreeMap<(usize, usize), Vec<&'a Diagnostic>>,
    /// Whether all objects are taken for those that require too much.
    are_all_too_large: bool,
}

impl<'a> Faults<'a> {
    pub(super) fn of(found: &'a Diagnostics, is_impatient: bool) -> Self {
        let mut places: BTreeMap<_, Vec<&Diagnostic>> = BTreeMap::new();
        for fault in found.list().iter().filter(|found| found.severity == Severity::Fault) {
            if let Some(label) = fault.labels.first() {
                places.entry((label.span.file, label.span.bytes.start)).or_default().push(fault);
            }
        }
        let is_too_large = |found: &Diagnostic| found.rule == "oversized-object";
        let are_all_too_large = is_impatient && found.list().iter().any(is_too_large);
        Self { places, are_all_too_large }
    }

    /// A fault at the beginning of a place, of one of some rules.
    pub(super) fn of_rules(&self, span: &Span, rules: &[&str]) -> Option<&'a Diagnostic> {
        self.at(span).find(|fault| rules.contains(&fault.rule))
    }

    /// Whether an object requires too much.
    pub(super) fn is_too_large(&self, span: &Span) -> bool {
        self.are_all_too_large || self.of_rules(span, &["oversized-object"]).is_some()
    }

    /// A fault about a name.
    pub(super) fn of_name(&self, span: &Span) -> Option<&'a Diagnostic> {
        self.of_rules(span, &OF_NAMES)
    }

    /// A fault that is not about a name.
    pub(super) fn of_thing(&self, span: &Span) -> Option<&'a Diagnostic> {
        self.at(span).find(|fault| !OF_NAMES.contains(&fault.rule))
    }

    /// A fault anywhere in a place, of one of some rules.
    pub(super) fn inside(&self, span: &Span, rules: &[&str]) -> Option<&'a Diagnostic> {
        let range = (span.file, span.bytes.start)..=(span.file, span.bytes.end);
        self.places.range(range).flat_map(|(_, faults)| faults).copied().find(|fault| rules.contains(&fault.rule))
    }

    /// A fault anywhere in a place, of whatever rule.
    pub(super) fn anywhere_inside(&self, span: &Span) -> Option<&'a Diagnostic> {
        let range = (span.file, span.bytes.start)..=(span.file, span.bytes.end);
        self.places.range(range).flat_map(|(_, faults)| faults).copied().next()
    }

    /// All faults that have a place, with it.
    pub(super) fn all(&self) -> impl Iterator<Item = ((usize, usize), &'a Diagnostic)> {
        self.places.iter().flat_map(|(place, faults)| faults.iter().map(|fault| (*place, *fault)))
    }

    fn at(&self, span: &Span) -> impl Iterator<Item = &'a Diagnostic> {
        let faults = self.places.get(&(span.file, span.bytes.start));
        faults.into_iter().flatten().copied()
    }
}
