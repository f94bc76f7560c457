//! Compares enums and their values.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Judgement, Presence, RustName};
use super::super::pairs::{Pair, pairs_of};
use super::super::report::{Effect, Source, Wire};
use super::super::rules::Rule;
use super::super::users::Node;
use super::{Comparison, Naming, code, member, shapes};
use crate::api::{Enum, EnumBase, EnumValue, Sides};

impl Comparison<'_> {
    pub(super) fn enums(&mut self) {
        let context = self.context;
        let (old, new) = (&context.old.api.enums, &context.new.api.enums);
        for pair in &context.enums.list {
            let subject = self.type_subject("", *pair, Node::Enum, |index| &old[index].item, |index| &new[index].item);
            match *pair {
                Pair::Added(index) => {
                    self.type_is(Rule::EnumAdded, Presence::Added, subject, shapes::enumeration(&new[index]));
                }
                Pair::Removed(index) => {
                    self.type_is(Rule::EnumRemoved, Presence::Removed, subject, shapes::enumeration(&old[index]));
                }
                Pair::Both(before, after) => {
                    self.type_moved(Node::Enum(before), Node::Enum(after), &subject);
                    let sides = self.common_sides(before, after);
                    self.enumeration(&old[before], &new[after], sides, &subject);
                }
            }
        }
    }

    /// The sides on which an enum is met in both descriptions: where it is met in one only, what speaks of it changed.
    fn common_sides(&self, before: usize, after: usize) -> Sides {
        self.context.old.sides(before).common(self.context.new.sides(after))
    }

    fn enumeration(&mut self, old: &Enum, new: &Enum, sides: Sides, subject: &Subject) {
        let naming = Naming::new(Rule::EnumRenamed, RustName::of_type(new.in_place.is_some()), "the enum");
        self.item(&old.item, &new.item, subject, naming);
        self.base(old, new, sides, subject);
        self.promise(old, new, sides, subject);
        for pair in pairs_of(&old.values, &new.values, |value| &value.item) {
            match pair {
                Pair::Added(index) => self.value_added((old, new), &new.values[index], sides, subject),
                Pair::Removed(index) => self.value_removed((old, new), &old.values[index], sides, subject),
                Pair::Both(before, after) => {
                    self.value((old, new), (&old.values[before], &new.values[after]), sides, subject);
                }
            }
        }
    }

    /// What the values are in JSON: a change of all their types.
    fn base(&mut self, old: &Enum, new: &Enum, sides: Sides, subject: &Subject) {
        if old.base == new.base {
            return;
        }
        let [before, after] = [old.base, new.base].map(EnumBase::as_str);
        let wire = match (sides.request, sides.response) {
            (false, false) => Judgement::default(),
            (true, _) => Judgement::wire(Wire::Breaks, format!("Programs built before send {}.", old.base.one())),
            (false, true) => {
                Judgement::wire(Wire::Breaks, format!("Programs built before fail to read {}.", new.base.one()))
            }
        };
        let source =
            Judgement::source(Source::Major, "What callers make it of, and what it gives, is of another type.");
        let sentence = format!("The values of {} are {after}s now, not {before}s.", code(&subject.name));
        let change = Change::new(Rule::EnumBaseChanged, Effect::Changed, subject.clone(), sentence);
        let text = |base: &str| Some(base.to_owned());
        self.push(change.turning(text(before), text(after)).judged(source.and(wire)));
    }

    fn promise(&mut self, old: &Enum, new: &Enum, sides: Sides, subject: &Subject) {
        let name = code(&subject.name);
        let (rule, sentence, judgement) = match (old.closed, new.closed) {
            (false, true) => (
                Rule::EnumClosed,
                format!("The service promises now that {name} has no other values."),
                Judgement::default(),
            ),
            (true, false) => {
                let wire = Judgement::wire(Wire::Degraded, "Programs built before read such values as `Unknown`.");
                let judgement = if sides.response { wire } else { Judgement::default() };
                (Rule::EnumOpened, format!("{name} can have values now that are not listed."), judgement)
            }
            _ => return,
        };
        let text = |closed: bool| Some(if closed { "closed" } else { "open" }.to_owned());
        let change = Change::new(rule, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(text(old.closed), text(new.closed)).judged(judgement));
    }

    fn value_added(&mut self, (_, new): (&Enum, &Enum), value: &EnumValue, sides: Sides, owner: &Subject) {
        let name = &value.item.name;
        let subject = member(owner, name, None, Some((&new.item, &value.item)));
        let sentence = format!("{} has a new value {}.", code(&owner.name), code(name));
        let judgement = judge::name("", Presence::Added).and(judge::choice(None, Some(name), sides));
        self.push(Change::new(Rule::ValueAdded, Effect::Added, subject, sentence).judged(judgement).shaped(""));
    }

    fn value_removed(&mut self, (old, _): (&Enum, &Enum), value: &EnumValue, sides: Sides, owner: &Subject) {
        let name = &value.item.name;
        let subject = member(owner, name, Some((&old.item, &value.item)), None);
        let sentence = format!("{} has no value {} any more.", code(&owner.name), code(name));
        let judgement = judge::name("the variant", Presence::Removed).and(judge::choice(Some(name), None, sides));
        let change = Change::new(Rule::ValueRemoved, Effect::Removed, subject, sentence).judged(judgement).shaped("");
        let advice = "Keep the value for now, and say `deprecated: …`: that is minor.";
        self.push(change.advised(advice));
    }

    fn value(
        &mut self,
        (old, new): (&Enum, &Enum),
        (before, after): (&EnumValue, &EnumValue),
        sides: Sides,
        owner: &Subject,
    ) {
        let items = (Some((&old.item, &before.item)), Some((&new.item, &after.item)));
        let subject = member(owner, &after.item.name, items.0, items.1);
        let naming = Naming::new(Rule::ValueRenamed, RustName::Matched, "the variant");
        let wire = judge::choice(Some(&before.item.name), Some(&after.item.name), sides);
        self.item(&before.item, &after.item, &subject, naming.travelling(wire));
    }
}
