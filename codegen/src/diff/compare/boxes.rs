//! Compares how members and variants hold what they hold.

use super::super::change::{Change, Subject};
use super::super::judge::Judgement;
use super::super::report::{Effect, Source};
use super::super::rules::Rule;
use super::both::Both;
use super::{Comparison, code};
use crate::api::{Boxes, Field, Hold, Sides, UnionVariant};

impl Comparison<'_> {
    /// What callers read is boxed as soon as the objects hold each other, and in a box of another kind once it leads to
    /// many. What they give is put into its box by the setter.
    pub(super) fn field_box(&mut self, both: Both<'_>, old: &Field, new: &Field, subject: &Subject) {
        if both.sides.common(old.sides.common(new.sides)).response {
            let hold = |boxes: &Boxes, place, field: &Field| boxes.of_field(place, &field.ty, Sides::RESPONSE);
            let was = hold(&self.context.old.boxes, both.places.0, old);
            let is = hold(&self.context.new.boxes, both.places.1, new);
            self.hold(was, is, "What callers read is of another type.", subject);
        }
    }

    /// A variant is written and read as it holds its data, on each side.
    pub(super) fn data_box(&mut self, both: Both<'_>, old: &UnionVariant, new: &UnionVariant, subject: &Subject) {
        let (Some(before), Some(after)) = (&old.data, &new.data) else { return };
        let common = both.sides.common(old.sides.common(new.sides));
        for side in [Sides::RESPONSE, Sides::REQUEST].into_iter().filter(|side| common.meets(*side)) {
            let was = self.context.old.boxes.of_data(both.places.0, before, side);
            let is = self.context.new.boxes.of_data(both.places.1, after, side);
            if self.context.is_same(before, after, side)
                && self.hold(was, is, "The variant holds another type.", subject)
            {
                return;
            }
        }
    }

    /// Notes that a value of the same type is in another box, if it is; `reason` says what that breaks.
    fn hold(&mut self, was: Hold, is: Hold, reason: &str, subject: &Subject) -> bool {
        let name = code(&subject.name);
        let sentence = match is {
            _ if was == is => return false,
            Hold::Plain => format!("{name} is in no box any more."),
            Hold::Box => format!("{name} is in a `Box`: the objects hold each other."),
            Hold::Wall => format!("{name} is in a `Boxed`: it leads to more types than the compiler follows."),
        };
        let change = Change::new(Rule::BoxChanged, Effect::Changed, subject.clone(), sentence);
        let [before, after] = [was, is].map(|hold| Some(text(hold).to_owned()));
        self.push(change.turning(before, after).judged(Judgement::source(Source::Major, reason)));
        true
    }
}

fn text(hold: Hold) -> &'static str {
    match hold {
        Hold::Plain => "plain",
        Hold::Box => "Box",
        Hold::Wall => "Boxed",
    }
}
