//! Compares what members always say.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Given, Judgement, TypeChange};
use super::super::report::{Effect, Source};
use super::super::rules::Rule;
use super::both::Both;
use super::fields::given;
use super::{Comparison, code};
use crate::api::{Field, Literal};
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
        let judgement = if is_sent { sent(old, new) } else { Judgement::default() };
        let change = Change::new(Rule::ConstChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(text(old), text(new)).judged(judgement));
    }
}

/// Judges another constant of what callers send: what is always the same is not given, or by a setter without a value.
fn sent(old: &Field, new: &Field) -> Judgement {
    let (before, after): (Vec<&str>, Vec<&str>) = (texts(old).collect(), texts(new).collect());
    let wire = judge::constant(&new.item.name, &before, &after);
    let is_other = old.constants.is_empty() != new.constants.is_empty();
    match (given(old), given(new)) {
        (Given::As(was), Given::As(is)) if is_other && was == is => {
            wire.and(Judgement::source(Source::Major, "Its setter takes a value now, or no longer does."))
        }
        // Whether it may be missing is another matter.
        (was, is) if old.optional.request == new.optional.request => {
            let Judgement { source, source_reason, .. } = judge::request(&new.item.name, was, is, TypeChange::NONE);
            wire.and(Judgement { source, source_reason, ..Judgement::default() })
        }
        _ => wire,
    }
}

fn texts(field: &Field) -> impl Iterator<Item = &str> {
    field.constants.iter().map(Literal::as_text)
}

fn text(field: &Field) -> Option<String> {
    let all: Vec<&str> = texts(field).collect();
    (!all.is_empty()).then(|| all.join(", "))
}
