//! Compares the bounds of what callers send.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Reach};
use super::super::report::Effect;
use super::super::rules::Rule;
use super::{Comparison, code};
use crate::api::Bounds;

impl Comparison<'_> {
    /// Compares bounds, which say nothing where the value is not sent.
    pub(super) fn bounds(&mut self, old: Bounds, new: Bounds, is_sent: bool, subject: &Subject) {
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
        if old == new {
            return;
        }
        let name = code(&subject.name);
        let what = match key {
            "max_length" => " characters",
            "max_items" => " items",
            _ => "",
        };
        let (most, beyond) = if is_least { ("at least", "less") } else { ("at most", "more") };
        let (rule, reach, sentence) = match (old, new) {
            (None, Some(new)) => (Rule::BoundAdded, Reach::Narrower, format!("{name} must be {most} {new}{what} now.")),
            (Some(old), Some(new)) => {
                let sentence = format!("{name} must be {most} {new}{what} now, not {old}.");
                if (new < old) == is_least {
                    (Rule::BoundLoosened, Reach::Wider, sentence)
                } else {
                    (Rule::BoundTightened, Reach::Narrower, sentence)
                }
            }
            (old, None) => {
                let old = old.unwrap_or_default();
                (Rule::BoundRemoved, Reach::Wider, format!("{name} can be {beyond} than {old}{what} now."))
            }
        };
        let text = |bound: Option<i128>| bound.map(|bound| format!("{key} {bound}"));
        let judgement = if is_sent { judge::bound(reach) } else { judge::Judgement::default() };
        let change = Change::new(rule, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(text(old), text(new)).judged(judgement));
    }
}
