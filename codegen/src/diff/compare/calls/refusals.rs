//! Compares what the errors of calls hold.

use crate::api::{Endpoint, StatusAnswer, Type};
use crate::diff::change::{Change, Subject};
use crate::diff::compare::calls::statuses::by_status;
use crate::diff::compare::{Comparison, Naming, code, member};
use crate::diff::judge::{Fit, Judgement, RustName};
use crate::diff::report::{Effect, Source, Wire};
use crate::diff::rules::Rule;

/// What callers meet whose errors hold something else.
const OTHER_BODY: &str = "What `body()` of the errors gives is of another type.";
/// What old programs meet.
const UNREAD: &str = "In programs built before, `body()` of such an error is an error itself.";

impl Comparison<'_> {
    /// Compares what the errors of a call hold.
    pub(super) fn refusals(&mut self, old_call: &Endpoint, new_call: &Endpoint, subject: &Subject) {
        let (old, new) = (&old_call.refusals[..], &new_call.refusals[..]);
        for before in old {
            let Some(after) = new.iter().find(|after| after.status == before.status) else { continue };
            let places = (Some((&old_call.item, &before.item)), Some((&new_call.item, &after.item)));
            let subject = member(subject, &after.item.name, places.0, places.1);
            let naming = Naming::new(Rule::RustNameChanged, RustName::Written, "its variant");
            self.item(&before.item, &after.item, &subject, naming);
        }
        let is_kept = |before: &StatusAnswer| new.iter().any(|after| self.holds_the_same(before, after));
        if old.len() == new.len() && old.iter().all(is_kept) {
            return;
        }
        let text = |all, api| Some(by_status(all, api)).filter(|text| !text.is_empty());
        let (before, after) = (text(old, self.context.old.api), text(new, self.context.new.api));
        let words = |text: &Option<String>| text.as_ref().map_or_else(|| "anything".to_owned(), |text| code(text));
        let sentence =
            format!("The errors of {} hold {} now, not {}.", code(&subject.name), words(&after), words(&before));
        let judgement = self.refusals_source(old, new).and(self.refusals_wire(old, new));
        let change = Change::new(Rule::RefusalChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(before, after).judged(judgement));
    }

    /// Whether what comes with a status is what it was.
    fn holds_the_same(&self, before: &StatusAnswer, after: &StatusAnswer) -> bool {
        before.status == after.status
            && match (&before.body, &after.body) {
                (Some(before), Some(after)) => self.is_one(before, after),
                _ => false,
            }
    }

    fn is_one(&self, before: &Type, after: &Type) -> bool {
        self.context.answered(before, after).is_same
    }

    /// Errors that hold one thing give it; those that hold several give an enum, which callers allow for more of.
    fn refusals_source(&self, old: &[StatusAnswer], new: &[StatusAnswer]) -> Judgement {
        let is_kept = match (only(old), only(new)) {
            _ if old.is_empty() => true,
            (Some(before), Some(after)) => self.is_one(before, after),
            (None, None) => old.iter().all(|before| new.iter().any(|after| self.holds_the_same(before, after))),
            _ => false,
        };
        if is_kept { Judgement::source(Source::Minor, "") } else { Judgement::source(Source::Major, OTHER_BODY) }
    }

    fn refusals_wire(&self, old: &[StatusAnswer], new: &[StatusAnswer]) -> Judgement {
        let is_unread = |after: &StatusAnswer| {
            let before = StatusAnswer::of(old, after.status.least()).and_then(|before| before.body.as_ref());
            match (before, &after.body) {
                (Some(before), Some(after)) => self.context.answered(before, after).fit != Fit::Fully,
                _ => false,
            }
        };
        if new.iter().any(is_unread) { Judgement::wire(Wire::Degraded, UNREAD) } else { Judgement::default() }
    }
}

/// The one type that all hold, if there is one.
fn only(refusals: &[StatusAnswer]) -> Option<&Type> {
    let first = refusals.first()?.body.as_ref()?;
    refusals.iter().all(|refusal| refusal.body.as_ref() == Some(first)).then_some(first)
}
