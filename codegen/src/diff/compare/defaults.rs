//! Compares what a service takes where callers leave a value out, and what a value is shown with.

use serde_json::Value;

use super::super::change::{Change, Subject};
use super::super::judge::Judgement;
use super::super::report::{Effect, Wire};
use super::super::rules::Rule;
use super::{Comparison, code};

impl Comparison<'_> {
    /// Compares defaults, which say nothing where the value is not sent.
    pub(super) fn defaults(&mut self, old: Option<&Value>, new: Option<&Value>, is_sent: bool, subject: &Subject) {
        if old == new {
            return;
        }
        let name = code(&subject.name);
        let (before, after) = (old.map(text), new.map(text));
        let (rule, sentence, reason) = match (&before, &after) {
            (None, Some(new)) => {
                (Rule::DefaultAdded, format!("Without {name}, the service is said to take {} now.", code(new)), None)
            }
            (Some(old), Some(new)) => (
                Rule::DefaultChanged,
                format!("Without {name}, the service takes {} now, not {}.", code(new), code(old)),
                Some(format!("Programs built before that leave it out get {} in place of {}.", code(new), code(old))),
            ),
            (old, _) => (
                Rule::DefaultRemoved,
                format!("It is no longer said what the service takes without {name}."),
                old.as_ref()
                    .map(|old| format!("Programs built before that leave it out may no longer get {}.", code(old))),
            ),
        };
        let judgement = reason.filter(|_| is_sent).map(|reason| Judgement::wire(Wire::Degraded, reason));
        let change = Change::new(rule, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(before, after).judged(judgement.unwrap_or_default()));
    }

    /// Compares what a member or parameter is shown with.
    pub(super) fn example(&mut self, old: Option<&Value>, new: Option<&Value>, subject: &Subject) {
        if old == new {
            return;
        }
        let name = code(&subject.name);
        let (before, after) = (old.map(text), new.map(text));
        let (rule, effect, sentence) = match (&before, &after) {
            (None, Some(new)) => (Rule::ExampleAdded, Effect::Added, format!("{name} is shown as {}.", code(new))),
            (Some(_), Some(new)) => {
                (Rule::ExampleChanged, Effect::Changed, format!("{name} is shown as {} now.", code(new)))
            }
            (_, None) => (Rule::ExampleRemoved, Effect::Removed, format!("{name} has no example any more.")),
        };
        self.push(Change::new(rule, effect, subject.clone(), sentence).turning(before, after));
    }
}

/// A text as it is, anything else as JSON.
fn text(default: &Value) -> String {
    default.as_str().map_or_else(|| default.to_string(), str::to_owned)
}
