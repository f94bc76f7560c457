//! Compares what members always say.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Given, Judgement, TypeChange};
use super::super::report::{Effect, Source};
use super::super::rules::Rule;
use super::both::Both;
use super::fields::given;
use super::{Comparison, code};
use crate::api::{Field, Literal, Type};
use crate::diag::alternatives;

impl Comparison<'_> {
    pub(super) fn field_constants(&mut self, both: Both<'_>, old: &Field, new: &Field, subject: &Subject) {
        if old.constants == new.constants {
            return;
        }
        let name = code(&subject.name);
        let sentence = if new.constants.is_empty() {
            format!("{name} does not always say the same any more.")
        } else {
            format!("{name} says {} now.", alternatives(texts(new)))
        };
        let is_sent = both.sides.request && old.sides.request && new.sides.request;
        let judgement = if is_sent { self.sent(old, new) } else { Judgement::default() };
        let change = Change::new(Rule::ConstChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(text(old), text(new)).judged(judgement));
    }

    /// Judges another constant of what callers send.
    fn sent(&self, old: &Field, new: &Field) -> Judgement {
        // Programs say the first constant, or any of the values that they know.
        let sent: Vec<&str> = match old.ty.without_null() {
            Type::Enum(id) if old.constants.is_empty() => {
                self.context.old.api[*id].values.iter().map(|value| value.item.name.as_str()).collect()
            }
            _ => texts(old).take(1).collect(),
        };
        let taken: Vec<&str> = texts(new).collect();
        given_otherwise(old, new).and(judge::constants(&new.item.name, &sent, &taken))
    }
}

/// Judges how callers give it: what is always the same is not given, or by a setter without a value.
fn given_otherwise(old: &Field, new: &Field) -> Judgement {
    let is_other = old.constants.is_empty() != new.constants.is_empty();
    match (given(old), given(new)) {
        (Given::As(was), Given::As(is)) if is_other && was == is => {
            Judgement::source(Source::Major, "Its setter takes a value now, or no longer does.")
        }
        // Whether it may be missing is another matter.
        (was, is) if old.optional.request == new.optional.request => {
            let Judgement { source, source_reason, .. } = judge::request(&new.item.name, was, is, TypeChange::NONE);
            Judgement { source, source_reason, ..Judgement::default() }
        }
        _ => Judgement::default(),
    }
}

fn texts(field: &Field) -> impl Iterator<Item = &str> {
    field.constants.iter().map(Literal::as_text)
}

fn text(field: &Field) -> Option<String> {
    let all: Vec<&str> = texts(field).collect();
    (!all.is_empty()).then(|| all.join(", "))
}
