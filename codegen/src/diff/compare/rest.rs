//! Compares the members of objects that are not named.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Answered, Given, Judgement, RustName};
use super::super::report::{Effect, Source, Wire};
use super::super::rules::Rule;
use super::super::types::spell;
use super::both::Both;
use super::told::Told;
use super::{Comparison, Naming, code, member};
use crate::api::{Rest, Sides};

impl Comparison<'_> {
    pub(super) fn rest(&mut self, both: Both<'_>, told: &Told<'_>, owner: &Subject) {
        let items = [(both.old, &both.old.rest), (both.new, &both.new.rest)];
        let [old_items, new_items] = items.map(|(object, rest)| Some((&object.item, &rest.as_ref()?.item)));
        let subject = member(owner, "rest", old_items, new_items);
        match (&both.old.rest, &both.new.rest) {
            (None, None) => {}
            (None, Some(rest)) => self.rest_added(both.sides, rest, subject, owner),
            (Some(rest), None) => self.rest_removed(both.sides, rest, told, subject, owner),
            (Some(old), Some(new)) => {
                let naming = Naming::new(Rule::TypeChanged, rust_name(both.sides), "the field");
                self.item(&old.item, &new.item, &subject, naming);
                self.rest_type(both.sides, old, new, &subject);
            }
        }
    }

    fn rest_added(&mut self, sides: Sides, rest: &Rest, subject: Subject, owner: &Subject) {
        let sentence = format!("{} can have other members beside the named ones.", code(&owner.name));
        let change = Change::new(Rule::RestAdded, Effect::Added, subject, sentence);
        let judgement =
            judge::on(sides, || Judgement::source(Source::Minor, ""), || Judgement::source(Source::Minor, ""));
        self.push(change.turning(None, Some(spell(&rest.ty, self.context.new.api))).judged(judgement));
    }

    fn rest_removed(&mut self, sides: Sides, rest: &Rest, told: &Told<'_>, subject: Subject, owner: &Subject) {
        let sentence = format!("{} has no other members beside the named ones any more.", code(&owner.name));
        let change = Change::new(Rule::RestRemoved, Effect::Removed, subject, sentence);
        // What the data of a union takes instead is told of the union.
        let wire =
            |wire, reason| if told.takes_others() { Judgement::default() } else { Judgement::wire(wire, reason) };
        let judgement = judge::on(
            sides,
            || {
                let refused = "The service may refuse calls with members that it does not name.";
                Judgement::source(Source::Major, "Its setter is gone.").and(wire(Wire::Breaks, refused))
            },
            || {
                let missed = "Programs built before find no other members.";
                Judgement::source(Source::Major, "Code that reads it no longer compiles.")
                    .and(wire(Wire::Degraded, missed))
            },
        );
        self.push(change.turning(Some(spell(&rest.ty, self.context.old.api)), None).judged(judgement));
    }

    fn rest_type(&mut self, sides: Sides, old: &Rest, new: &Rest, subject: &Subject) {
        let context = self.context;
        let (before, after) = (old.map(), new.map());
        if [Sides::REQUEST, Sides::RESPONSE].iter().all(|side| context.is_same(&before, &after, *side)) {
            return;
        }
        let judgement = judge::on(
            sides,
            || judge::request("rest", Given::OPTIONAL, Given::OPTIONAL, context.requested(&before, &after)),
            || judge::response(Answered::Always, Answered::Always, context.answered(&before, &after)),
        );
        self.type_changed(subject, (&old.ty, &new.ty), judgement);
    }
}

/// Callers write its name where they read it, and that of its setter, which keeps an alias.
fn rust_name(sides: Sides) -> RustName {
    if sides.response { RustName::Written } else { RustName::Aliased }
}
