//! What a project says of the calls of its document: which it takes, in which modules they are, how they are cut into pages.

use std::cell::RefCell;
use std::collections::HashSet;

use super::document::Operation;
use super::names::{snake, words};
use super::patterns::is_match;
use super::remarks::Remarks;
use crate::diag::code;
use crate::spec::Text;
use crate::spec::project::{PagesHint, ProjectFile, Selection};

/// The hints of a project, and which of them have met something.
pub(super) struct Hints<'p> {
    file: Option<&'p ProjectFile>,
    /// By the places of their patterns.
    met: RefCell<HashSet<usize>>,
}

impl<'p> Hints<'p> {
    pub(super) fn of(file: Option<&'p ProjectFile>) -> Self {
        Self { file, met: RefCell::default() }
    }

    /// Whether a call is taken.
    pub(super) fn takes(&self, call: &Operation<'_>) -> bool {
        let Some(file) = self.file else { return true };
        let is_taken = file.take.as_ref().is_none_or(|take| self.selects(take, call));
        !self.selects(&file.leave_out, call) && is_taken
    }

    /// Whether a webhook is taken: by its tags, or like a call by its name.
    pub(super) fn takes_webhook<'t>(&self, name: &'t str, tags: &(impl Iterator<Item = &'t str> + Clone)) -> bool {
        let Some(file) = self.file else { return true };
        let selects = |Selection { tags: of_tags, calls, .. }: &Selection| {
            let is_tagged = self.any(of_tags, tags);
            self.any(calls, &std::iter::once(name)) || is_tagged
        };
        let is_taken = file.take.as_ref().is_none_or(selects);
        !selects(&file.leave_out) && is_taken
    }

    fn selects(&self, Selection { tags, paths, calls }: &Selection, call: &Operation<'_>) -> bool {
        let label = call.label();
        let of_tags = self.any(tags, &call.tags());
        let of_paths = self.any(paths, &std::iter::once(call.path.value.as_str()));
        let of_calls = self.any(calls, &std::iter::once(label.as_str()).chain(call.id()));
        of_tags || of_paths || of_calls
    }

    /// Whether any text is of any pattern. All patterns are tried, since each that is in vain is told.
    fn any<'t>(&self, patterns: &[Text], texts: &(impl Iterator<Item = &'t str> + Clone)) -> bool {
        patterns.iter().filter(|pattern| self.is_met(pattern, texts.clone())).count() > 0
    }

    fn is_met<'t>(&self, pattern: &Text, mut texts: impl Iterator<Item = &'t str>) -> bool {
        let is_met = texts.any(|text| is_match(&pattern.value, text));
        if is_met {
            self.met.borrow_mut().insert(pattern.span.bytes.start);
        }
        is_met
    }

    /// The name of the module that would be called by a tag, or by a word of a path.
    pub(super) fn module(&self, source: &str) -> Option<&'p str> {
        let made = snake(&words(source));
        let modules = &self.file?.modules;
        let texts = [source, made.as_str()];
        modules.iter().find(|(pattern, _)| self.is_met(pattern, texts.into_iter())).map(|(_, name)| name.value.as_str())
    }

    /// What is said of the pages of a call.
    pub(super) fn pages(&self, call: &Operation<'_>) -> Option<&'p PagesHint> {
        let label = call.label();
        let texts = || [label.as_str()].into_iter().chain(call.id());
        let mut found = None;
        for hint in &self.file?.calls {
            if self.is_met(&hint.pattern, texts()) && found.is_none() {
                found = hint.pages.as_ref();
            }
        }
        found
    }

    /// Remarks on hints that have met nothing.
    pub(super) fn unmet(&self, remarks: &mut Remarks) {
        let Some(file) = self.file else { return };
        let selections = file.take.iter().chain([&file.leave_out]);
        let patterns = selections.flat_map(|Selection { tags, paths, calls }| tags.iter().chain(paths).chain(calls));
        let patterns = patterns.chain(file.modules.iter().map(|(pattern, _)| pattern));
        for pattern in patterns.chain(file.calls.iter().map(|call| &call.pattern)) {
            if !self.met.borrow().contains(&pattern.span.bytes.start) {
                let message = format!("{} meets nothing in the document", code(&pattern.value));
                let help = "correct it, or remove it; `*` stands for anything but `/`, and `**` for anything";
                remarks.say("unmet-hint", message, &pattern.span, "without effect", help);
            }
        }
    }
}
