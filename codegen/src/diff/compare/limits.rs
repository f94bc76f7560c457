//! Compares the bounds of what callers send.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Reach};
use super::super::report::Effect;
use super::super::rules::Rule;
use super::{Comparison, code};
use crate::api::Limits;

impl Comparison<'_> {
    /// Compares bounds, which say nothing where the value is not sent.
    pub(super) fn limits(&mut self, old: Limits, new: Limits, is_sent: bool, subject: &Subject) {
        let wide = |bound: Option<u64>| bound.map(i128::from);
        let signed = |bound: Option<i64>| bound.map(i128::from);
        self.bound("max_length", (wide(old.max_length), wide(new.max_length)), false, is_sent, subject);
        self.bound("max_items", (wide(old.max_items), wide(new.max_items)), false, is_sent, subject);
        self.bound("min", (signed(old.min), signed(new.min)), true, is_sent, subject);
        self.bound("max", (signed(old.max), signed(new.max)), false, is_sent, subject);
    }

    fn bound(
        &mut self,
        key: &str,
        (old, new): (Option<i128>, Option<i128>),
        is_least: bool,
        is_sent: bool,
        subject: &Subject,
    ) {
        let name = code(&subject.name);
        let (rule, effect, reach, sentence) = match (old, new) {
            (old, new) if old == new => return,
            (None, Some(new)) => {
                (Rule::LimitAdded, Effect::Changed, Reach::Narrower, format!("{name} has a bound: `{key}` {new}."))
            }
            (Some(old), Some(new)) if (new < old) == is_least => {
                let sentence = format!("The bound `{key}` of {name} leaves more room: {new}, not {old}.");
                (Rule::LimitRaised, Effect::Changed, Reach::Wider, sentence)
            }
            (Some(old), Some(new)) => {
                let sentence = format!("The bound `{key}` of {name} leaves less room: {new}, not {old}.");
                (Rule::LimitLowered, Effect::Changed, Reach::Narrower, sentence)
            }
            (_, None) => {
                (Rule::LimitRemoved, Effect::Changed, Reach::Wider, format!("{name} has no bound `{key}` any more."))
            }
        };
        let text = |bound: Option<i128>| bound.map(|bound| format!("{key} {bound}"));
        let judgement = if is_sent { judge::bound(&subject.name, reach) } else { judge::Judgement::default() };
        let change = Change::new(rule, effect, subject.clone(), sentence);
        self.push(change.turning(text(old), text(new)).judged(judgement));
    }
}
