//! Compares what members and parameters always say.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Given, Judgement, TypeChange};
use super::super::report::{Effect, Source};
use super::super::rules::Rule;
use super::{Comparison, code};
use crate::api::{Field, Literal, Parameter, Type};
use crate::diag::alternatives;

/// What something always says.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    /// What it says first of all, and what else is met; empty if it can say anything.
    constants: &'a [Literal],
    ty: &'a Type,
    given: Given,
    /// Whether requests may leave it out.
    is_optional: bool,
}

impl<'a> Said<'a> {
    /// A member, which callers give in this way.
    pub(super) fn of_field(field: &'a Field, given: Given) -> Self {
        Self { constants: &field.constants, ty: &field.ty, given, is_optional: field.optional.request }
    }

    pub(super) fn of_parameter(parameter: &'a Parameter) -> Self {
        Self {
            constants: parameter.constant.as_slice(),
            ty: &parameter.ty,
            given: parameter.need().map_or(Given::Fixed, Given::As),
            is_optional: parameter.optional,
        }
    }

    fn texts(self) -> impl Iterator<Item = &'a str> {
        self.constants.iter().map(Literal::as_text)
    }

    fn text(self) -> Option<String> {
        let all: Vec<&str> = self.texts().collect();
        (!all.is_empty()).then(|| all.join(", "))
    }
}

impl Comparison<'_> {
    pub(super) fn constants(
        &mut self,
        old: Said<'_>,
        new: Said<'_>,
        wire_name: &str,
        is_sent: bool,
        subject: &Subject,
    ) {
        if old.constants == new.constants {
            return;
        }
        let name = code(&subject.name);
        let sentence = if new.constants.is_empty() {
            format!("{name} does not always say the same any more.")
        } else {
            format!("{name} says {} now.", alternatives(new.texts()))
        };
        let judgement = if is_sent { self.sent(old, new, wire_name) } else { Judgement::default() };
        let change = Change::new(Rule::ConstChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(old.text(), new.text()).judged(judgement));
    }

    /// Judges another constant of what callers send.
    fn sent(&self, old: Said<'_>, new: Said<'_>, wire_name: &str) -> Judgement {
        // Programs say the first constant, or any of the values that they know.
        let sent: Vec<&str> = match old.ty.without_null() {
            Type::Enum(id) if old.constants.is_empty() => {
                self.context.old.api[*id].values.iter().map(|value| value.item.name.as_str()).collect()
            }
            _ => old.texts().take(1).collect(),
        };
        let taken: Vec<&str> = new.texts().collect();
        given_otherwise(old, new, wire_name).and(judge::constants(wire_name, &sent, &taken))
    }
}

/// Judges how callers give it: what is always the same is not given, or by a setter without a value.
fn given_otherwise(old: Said<'_>, new: Said<'_>, wire_name: &str) -> Judgement {
    let is_other = old.constants.is_empty() != new.constants.is_empty();
    match (old.given, new.given) {
        (Given::As(was), Given::As(is)) if is_other && was == is => {
            Judgement::source(Source::Major, "Its setter takes a value now, or no longer does.")
        }
        // Whether it may be missing is another matter.
        (was, is) if old.is_optional == new.is_optional => {
            let Judgement { source, source_reason, .. } = judge::request(wire_name, was, is, TypeChange::NONE);
            Judgement { source, source_reason, ..Judgement::default() }
        }
        _ => Judgement::default(),
    }
}
