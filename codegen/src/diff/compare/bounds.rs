//! Compares the bounds of what callers send.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Judgement, Reach};
use super::super::report::Effect;
use super::super::rules::Rule;
use super::{Comparison, code};
use crate::api::{Bound, BoundKind, Bounds, Sense, Sides, Type};

impl Comparison<'_> {
    /// Compares the bounds of two types, which say nothing where the value is not sent.
    pub(super) fn bounds(
        &mut self,
        (old, before): (&Bounds, &Type),
        (new, after): (&Bounds, &Type),
        is_sent: bool,
        subject: &Subject,
    ) {
        // What an alias says that both are named by is told of the alias.
        let is_one = self.context.is_same(before.without_null(), after.without_null(), Sides::REQUEST);
        let (old, new) = if is_one {
            (vec![old.clone()], vec![new.clone()])
        } else {
            (self.context.old.api.held_to(old, before), self.context.new.api.held_to(new, after))
        };
        let is_whole = before.range().is_some() && after.range().is_some();
        let none = Bounds::default();
        for depth in 0..old.len().max(new.len()) {
            let [old, new] = [&old, &new].map(|held| held.get(depth).unwrap_or(&none));
            if old.list.is_empty() && new.list.is_empty() {
                continue;
            }
            for kind in BoundKind::ALL.iter().filter(|kind| !kind.sense().is_strict()) {
                let name = code(&subject.name);
                let is_inside = depth > 0 || after.is_bounded_inside(kind.measure());
                let name = if is_inside { format!("Each of {name}") } else { name };
                self.bound(&name, &old.like(*kind, is_whole), &new.like(*kind, is_whole), (is_whole, is_sent), subject);
            }
        }
    }

    /// Compares bounds that say the same, or nearly, each list with the tightest one first.
    fn bound(
        &mut self,
        name: &str,
        old: &[&Bound],
        new: &[&Bound],
        (is_whole, is_sent): (bool, bool),
        subject: &Subject,
    ) {
        let (before, after) = (text(old), text(new));
        if before == after {
            return;
        }
        let (rule, reach, sentence) = match (old.first(), new.first()) {
            (None, Some(new)) => (Rule::BoundAdded, Reach::Narrower, format!("{name} must {} now.", new.must())),
            (Some(old), Some(new)) => {
                let sentence = format!("{name} must {} now, not {}.", new.must(), otherwise(old, new));
                if is_narrower(old, new, is_whole) {
                    (Rule::BoundTightened, Reach::Narrower, sentence)
                } else {
                    (Rule::BoundLoosened, Reach::Wider, sentence)
                }
            }
            (Some(old), None) if old.kind.sense() == Sense::Unique => {
                (Rule::BoundRemoved, Reach::Wider, format!("{name} can have an item twice now."))
            }
            (Some(old), None) => {
                (Rule::BoundRemoved, Reach::Wider, format!("{name} need not {} any more.", old.must()))
            }
            (None, None) => return,
        };
        let judgement = if is_sent { judge::bound(reach) } else { Judgement::default() };
        let change = Change::new(rule, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(before, after).judged(judgement));
    }
}

/// Whether a bound leaves something out that the one before it did not.
fn is_narrower(old: &Bound, new: &Bound, is_whole: bool) -> bool {
    match new.kind.sense() {
        Sense::AtLeast | Sense::MoreThan | Sense::AtMost | Sense::LessThan => {
            new.tightness(is_whole) > old.tightness(is_whole)
        }
        Sense::MultipleOf => match (old.number(), new.number()) {
            (Some(old), Some(new)) => !old.is_multiple_of(new),
            _ => true,
        },
        // Which texts two regular expressions have in common, nobody tells.
        Sense::Unique | Sense::Matching => true,
    }
}

/// What a bound said, after one of the same kind or of another one.
fn otherwise(old: &Bound, new: &Bound) -> String {
    match (old.kind == new.kind, old.kind.sense()) {
        (true, Sense::Matching) => code(&old.value),
        (true, _) => old.value.clone(),
        (false, _) => old.must().trim_start_matches("be ").to_owned(),
    }
}

fn text(bounds: &[&Bound]) -> Option<String> {
    let texts: Vec<String> = bounds.iter().map(|bound| format!("{} {}", bound.kind.key(), bound.value)).collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}
