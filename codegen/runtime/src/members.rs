//! The members of a JSON object, or the parameters of a query: names, places, and what may be missing.

use super::slot::{Object, Place, Slot};

/// A list of members, made anew for each reading or writing of their owner.
#[derive(Default)]
pub struct Members<'a> {
    list: Vec<Member<'a>>,
    /// The one after the member found last: members mostly come in the order of the list.
    next: usize,
}

/// One member of a list.
pub(super) struct Member<'a> {
    pub(super) name: &'static str,
    pub(super) place: &'a mut dyn Place,
    /// Whether reading has met the member already.
    pub(super) seen: bool,
    presence: Presence,
}

/// What it means that a member has no value.
enum Presence {
    /// It always has one: reading fails without it.
    Required,
    /// It is left out.
    Optional,
    /// It is written as `null`; it is read from `null`, or left out, alike.
    Nullable,
}

impl<'a> Members<'a> {
    /// A member that is always there.
    pub fn required(&mut self, name: &'static str, place: &'a mut dyn Place) {
        self.add(name, place, Presence::Required);
    }

    /// A member that is left out when it has no value.
    pub fn optional(&mut self, name: &'static str, place: &'a mut dyn Place) {
        self.add(name, place, Presence::Optional);
    }

    /// A member that is `null` when it has no value.
    pub fn nullable(&mut self, name: &'static str, place: &'a mut dyn Place) {
        self.add(name, place, Presence::Nullable);
    }

    fn add(&mut self, name: &'static str, place: &'a mut dyn Place, presence: Presence) {
        self.list.push(Member { name, place, seen: false, presence });
    }

    /// The members of `object`.
    pub(super) fn of(object: &'a mut dyn Object) -> Self {
        let mut members = Self { list: Vec::with_capacity(16), next: 0 };
        object.members(&mut members);
        members
    }

    /// Finds a member, trying first the one after the member found last.
    pub(super) fn find(&mut self, name: &str) -> Option<&mut Member<'a>> {
        let is_next = self.list.get(self.next).is_some_and(|member| member.name == name);
        let index = if is_next { self.next } else { self.list.iter().position(|member| member.name == name)? };
        self.next = index + 1;
        self.list.get_mut(index)
    }

    /// The first required member that reading has not met.
    pub(super) fn missing(&mut self) -> Option<&mut Member<'a>> {
        self.list.iter_mut().find(|member| !member.seen && matches!(member.presence, Presence::Required))
    }

    /// Names and places of what is written: all but the optional members without a value.
    pub(super) fn written(&mut self) -> impl Iterator<Item = (&'static str, &mut dyn Place)> {
        self.list.iter_mut().filter_map(|member| {
            let place: &mut dyn Place = member.place;
            let left_out = matches!(member.presence, Presence::Optional) && !has_value(place);
            if left_out { None } else { Some((member.name, place)) }
        })
    }
}

/// Whether a place that may be without a value has one.
fn has_value(place: &mut dyn Place) -> bool {
    match place.slot() {
        Slot::Optional(place) => place.get().is_some(),
        _ => true,
    }
}
