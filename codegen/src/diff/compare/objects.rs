//! Compares objects and their members.

use super::super::change::Subject;
use super::super::judge::{Judgement, Presence, RustName};
use super::super::pairs::{Pair, pairs_of};
use super::super::report::Source;
use super::super::rules::Rule;
use super::super::users::Node;
use super::both::Both;
use super::fields::is_argument;
use super::told::Told;
use super::{Comparison, Naming, shapes};
use crate::api::{Object, Sides};

impl Comparison<'_> {
    pub(super) fn objects(&mut self) {
        let context = self.context;
        let (old, new) = (&context.old.api.objects, &context.new.api.objects);
        for pair in &context.objects.list {
            let subject =
                self.type_subject("", *pair, Node::Object, |index| &old[index].item, |index| &new[index].item);
            match *pair {
                Pair::Added(index) => {
                    self.type_is(Rule::ObjectAdded, Presence::Added, subject, shapes::object(&new[index]));
                }
                Pair::Removed(index) => {
                    self.type_is(Rule::ObjectRemoved, Presence::Removed, subject, shapes::object(&old[index]));
                }
                Pair::Both(before, after) => {
                    self.type_moved(Node::Object(before), Node::Object(after), &subject);
                    self.object(Both::of((before, &old[before]), (after, &new[after])), &subject);
                }
            }
        }
    }

    fn object(&mut self, both: Both<'_>, subject: &Subject) {
        let Both { old, new, .. } = both;
        let naming = Naming::new(Rule::ObjectRenamed, RustName::of_type(new.in_place.is_some()), "the object");
        self.item(&old.item, &new.item, subject, naming);
        let first = self.changes.len();
        let told = Told::of(old, new, self.context);
        let pairs = pairs_of(&old.fields, &new.fields, |field| &field.item);
        for pair in &pairs {
            match *pair {
                Pair::Added(index) if told.has(&new.fields[index]) => {}
                Pair::Removed(index) if told.has(&old.fields[index]) => {}
                Pair::Added(index) => self.field_added(both, &new.fields[index], subject),
                Pair::Removed(index) => self.field_removed(both, &old.fields[index], subject),
                Pair::Both(before, after) => self.field(both, &old.fields[before], &new.fields[after], subject),
            }
        }
        self.unions(both, &told, subject);
        self.rest(both, &told, subject);
        self.reshaped(both, first);
        if both.sides.request {
            let required = |object: &Object, index: usize| is_argument(&object.fields[index]);
            let kept = pairs.iter().filter_map(|pair| match *pair {
                Pair::Both(before, after) => Some((before, after)),
                _ => None,
            });
            let kept = kept.filter(|(before, after)| required(old, *before) && required(new, *after));
            self.argument_order(kept.collect(), subject, |index| &new.fields[index].item.name);
        }
    }

    /// An object with nothing but variants is an enum in Rust, and a struct as soon as it has a member beside them: among
    /// the changes from `first` on, those of such members, or of the variants as a whole, made the one into the other.
    fn reshaped(&mut self, both: Both<'_>, first: usize) {
        let sides = [Sides::REQUEST, Sides::RESPONSE].into_iter().filter(|side| both.sides.meets(*side));
        if sides.map(|side| (both.old.is_only_union(side), both.new.is_only_union(side))).all(|(old, new)| old == new) {
            return;
        }
        let is_enum = both.new.is_only_union(Sides::BOTH);
        let reason = match (both.old.union.is_some() && both.new.union.is_some(), is_enum) {
            (true, true) => "The object is an enum now, without a member `kind`.",
            (true, false) => "The object is a struct now, and what was an enum is its member `kind`.",
            (false, true) => "The object is an enum now, which was a struct.",
            (false, false) => "The object is a struct now, which was an enum.",
        };
        for change in &mut self.changes[first..] {
            if matches!(
                change.rule,
                Rule::FieldAdded
                    | Rule::FieldRemoved
                    | Rule::SideAdded
                    | Rule::SideRemoved
                    | Rule::RestAdded
                    | Rule::RestRemoved
                    | Rule::UnionAdded
                    | Rule::UnionRemoved
            ) {
                let judgement = std::mem::take(&mut change.judgement);
                change.judgement = Judgement::source(Source::Major, reason).and(judgement);
            }
        }
    }
}
