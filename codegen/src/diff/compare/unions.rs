//! Compares what objects can be.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Answered, Given, Judgement, Presence, RustName};
use super::super::pairs::{Pair, pairs_of};
use super::super::report::{Effect, Source, Wire};
use super::super::rules::Rule;
use super::super::types::spell;
use super::both::Both;
use super::told::{Told, must_be_there};
use super::{Comparison, Naming, code, member, shapes};
use crate::api::{self, Follows, Object, ObjectId, Sides, Type, Union, UnionVariant};

impl Comparison<'_> {
    pub(super) fn unions(&mut self, both: Both<'_>, told: &Told<'_>, owner: &Subject) {
        match (&both.old.union, &both.new.union) {
            (None, None) => {}
            (None, Some(union)) => self.union_is(both, union, told, Rule::UnionAdded, owner),
            (Some(union), None) => self.union_is(both, union, told, Rule::UnionRemoved, owner),
            (Some(old), Some(new)) => self.union(both, old, new, owner),
        }
    }

    fn union(&mut self, both: Both<'_>, old: &Union, new: &Union, owner: &Subject) {
        self.telling(both, old, new, owner);
        for pair in pairs_of(&old.variants, &new.variants, |variant| &variant.item) {
            match pair {
                Pair::Added(index) => self.variant_added(both, &new.variants[index], owner),
                Pair::Removed(index) => self.variant_removed(both, &old.variants[index], owner),
                Pair::Both(before, after) => {
                    let (before, after) = (&old.variants[before], &new.variants[after]);
                    let subject = self.variant(both, before, after, owner);
                    self.data_box(both, before, after, &subject);
                    self.conversion(both, before, after, &subject);
                }
            }
        }
    }

    fn variant_added(&mut self, both: Both<'_>, variant: &UnionVariant, owner: &Subject) {
        let (name, api) = (&variant.item.name, self.context.new.api);
        let subject = member(owner, name, None, Some((&both.new.item, &variant.item)));
        let wire = choice(both.new, None, Some(name), both.sides.common(variant.sides));
        let sentence = format!("{} can be {} now.", code(&owner.name), code(name));
        let change = Change::new(Rule::VariantAdded, Effect::Added, subject, sentence);
        let data = variant.data.as_ref().map(|ty| spell(ty, api));
        let change = change.turning(None, data).judged(judge::name("", Presence::Added).and(wire));
        self.push(change.shaped(shapes::variant(variant, api)));
    }

    fn variant_removed(&mut self, both: Both<'_>, variant: &UnionVariant, owner: &Subject) {
        let (name, api) = (&variant.item.name, self.context.old.api);
        let subject = member(owner, name, Some((&both.old.item, &variant.item)), None);
        let wire = choice(both.old, Some(name), None, both.sides.common(variant.sides));
        let sentence = format!("{} cannot be {} any more.", code(&owner.name), code(name));
        let change = Change::new(Rule::VariantRemoved, Effect::Removed, subject, sentence);
        let data = variant.data.as_ref().map(|ty| spell(ty, api));
        let change = change
            .shaped(shapes::variant(variant, api))
            .turning(data, None)
            .judged(judge::name("the variant", Presence::Removed).and(wire));
        self.push(change.advised("Keep the variant for now, and say `deprecated: …`: that is minor."));
    }

    fn variant(&mut self, both: Both<'_>, old: &UnionVariant, new: &UnionVariant, owner: &Subject) -> Subject {
        let items = (Some((&both.old.item, &old.item)), Some((&both.new.item, &new.item)));
        let subject = member(owner, &new.item.name, items.0, items.1);
        let sides = both.sides.common(old.sides.common(new.sides));
        // A variant that holds something cannot be kept as a constant.
        let name = if new.data.is_some() { RustName::Written } else { RustName::Matched };
        let wire = match both.new.union.as_ref().map(|union| &union.told) {
            // The name never travels.
            Some(api::Told::Shape) => Judgement::default(),
            _ => judge::choice(Some(&old.item.name), Some(&new.item.name), sides),
        };
        let naming = Naming::new(Rule::VariantRenamed, name, "the variant");
        self.item(&old.item, &new.item, &subject, naming.travelling(wire));
        self.variant_sides(both, old, new, &subject);
        self.variant_data(sides, old, new, &subject);
        subject
    }

    /// In requests, a variant follows from what it holds, as far as no other one takes the like.
    fn conversion(&mut self, both: Both<'_>, old: &UnionVariant, new: &UnionVariant, subject: &Subject) {
        let is_there = both.sides.request && old.sides.request && new.sides.request;
        let was = api::follows(ObjectId::at(both.places.0), old, self.context.old.api);
        let is = api::follows(ObjectId::at(both.places.1), new, self.context.new.api);
        let (Some(before), Some(after), true) = (&old.data, &new.data, is_there && was != is) else { return };
        if !self.context.is_same(before, after, Sides::REQUEST) {
            return;
        }
        let name = code(&subject.name);
        let sentence = match is {
            Follows::Never => format!("{name} must be named: another variant holds the same."),
            _ if is > was => format!("{name} follows from {}.", from(is)),
            _ => format!("{name} follows from {} alone: another variant takes the like.", from(is)),
        };
        let source = if is > was {
            Judgement::source(Source::Minor, "")
        } else {
            let reason = "What was given in place of the variant must be put into it.";
            Judgement::source(Source::Major, reason)
        };
        let change = Change::new(Rule::ConversionChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(Some(in_a_word(was)), Some(in_a_word(is))).judged(source));
    }

    fn variant_sides(&mut self, both: Both<'_>, old: &UnionVariant, new: &UnionVariant, subject: &Subject) {
        if old.sides == new.sides {
            return;
        }
        let sides = |sides: Sides| both.sides.common(sides);
        let (before, after) = (sides(old.sides), sides(new.sides));
        let come = Sides { request: after.request && !before.request, response: after.response && !before.response };
        let gone = Sides { request: before.request && !after.request, response: before.response && !after.response };
        let source = |presence, sides: Sides| match sides {
            Sides::NONE => Judgement::default(),
            _ => judge::name("the variant", presence),
        };
        let name = Some(new.item.name.as_str());
        let judgement = source(Presence::Added, come)
            .and(source(Presence::Removed, gone))
            .and(choice(both.new, None, name, come))
            .and(choice(both.old, name, None, gone));
        let what = code(&subject.name);
        let (rule, sentence) = match new.sides {
            Sides::BOTH => (Rule::SideAdded, format!("{what} is met in requests and in responses.")),
            sides if sides.request => (Rule::SideRemoved, format!("{what} is met in requests only.")),
            _ => (Rule::SideRemoved, format!("{what} is met in responses only.")),
        };
        let text = |sides: Sides| match sides {
            Sides::BOTH => None,
            sides if sides.request => Some("only request".to_owned()),
            _ => Some("only response".to_owned()),
        };
        let change = Change::new(rule, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(text(old.sides), text(new.sides)).judged(judgement));
    }

    /// Judges that the data of a variant is of another type.
    fn retyped(&self, name: &str, sides: Sides, old: &Type, new: &Type) -> Judgement {
        judge::on(
            sides,
            || judge::request(name, Given::OPTIONAL, Given::OPTIONAL, self.context.requested(old, new)),
            || judge::response(Answered::Always, Answered::Always, self.context.answered(old, new)),
        )
    }

    fn variant_data(&mut self, sides: Sides, old: &UnionVariant, new: &UnionVariant, subject: &Subject) {
        let (before, after) = (&old.data, &new.data);
        let judgement =
            match (before, after) {
                (None, None) => return,
                (Some(before), Some(after)) => {
                    let is_same = |side| self.context.is_same(before, after, side);
                    if is_same(Sides::REQUEST) && is_same(Sides::RESPONSE) {
                        return;
                    }
                    // A variant is written by its name, so nothing turns into what it holds.
                    Judgement::source(Source::Major, "The variant holds another type.").and(self.retyped(
                        &new.item.name,
                        sides,
                        before,
                        after,
                    ))
                }
                (before, _) => Judgement::source(Source::Major, "The variant holds something else.")
                    .and(must_be_there(&new.item.name, sides, before.is_none())),
            };
        let text = |data: Option<String>| data.map_or_else(|| "nothing".to_owned(), |ty| code(&ty));
        let before = before.as_ref().map(|ty| spell(ty, self.context.old.api));
        let after = after.as_ref().map(|ty| spell(ty, self.context.new.api));
        let sentence =
            format!("{} holds {} now, not {}.", code(&subject.name), text(after.clone()), text(before.clone()));
        let change = Change::new(Rule::VariantDataChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(before, after).judged(judgement));
    }
}

/// What callers may give in place of a variant, in a sentence.
fn from(follows: Follows) -> &'static str {
    match follows {
        Follows::Never => "nothing",
        Follows::Exactly => "what it holds",
        Follows::Freely => "what turns into what it holds",
        Follows::Alone => "any list or map of what turns into what it holds",
    }
}

/// How freely a variant follows.
fn in_a_word(follows: Follows) -> String {
    let word = match follows {
        Follows::Never => "named",
        Follows::Exactly => "follows",
        Follows::Freely | Follows::Alone => "follows freely",
    };
    word.to_owned()
}

/// Judges one of several things that an object can be, by its name before and after: where the shape tells, an old program may
/// take what is new for something else.
fn choice(object: &Object, old: Option<&str>, new: Option<&str>, sides: Sides) -> Judgement {
    let is_shape = object.union.as_ref().is_some_and(|union| union.told == api::Told::Shape);
    if is_shape && new.is_some() && sides.response {
        let reason = "Programs built before read it as `Unknown`, or as another variant that it looks like.";
        return judge::choice(old, None, sides).and(Judgement::wire(Wire::Degraded, reason));
    }
    judge::choice(old, new, sides)
}
