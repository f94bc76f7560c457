//! How lists of members are made, searched and written: those of a JSON object, or the parameters of a query.

use std::iter;

use crate::runtime::json::bound::Bound;
use crate::runtime::json::slot::{Member, Members, Object, Place, Presence, Slot, Union, UnionMember};

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

    /// The members that tell which of several things the object is. What is not known as another member is theirs; an
    /// object has at most one union.
    pub fn union(&mut self, union: &'a mut dyn Union) {
        self.union = Some(UnionMember { union, kind: String::new() });
    }

    /// Holds the member added last to a bound, which is checked before a request is sent.
    pub fn bound(&mut self, bound: Bound) {
        self.bounds.extend(self.list.len().checked_sub(1).map(|last| (last, bound)));
    }

    fn add(&mut self, name: &'static str, place: &'a mut dyn Place, presence: Presence) {
        self.list.push(Member { name, place, seen: false, presence });
    }

    /// The members of `object`.
    pub(crate) fn of(object: &'a mut dyn Object) -> Self {
        let mut members = Self { list: Vec::with_capacity(16), ..Self::default() };
        object.members(&mut members);
        members
    }

    /// Finds a member, trying first the one after the member found last.
    pub(crate) fn find(&mut self, name: &str) -> Option<&mut Member<'a>> {
        let is_next = self.list.get(self.next).is_some_and(|member| member.name == name);
        let index = if is_next { self.next } else { self.list.iter().position(|member| member.name == name)? };
        self.next = index + 1;
        self.list.get_mut(index)
    }

    /// The first required member that reading has not met.
    pub(super) fn missing(&mut self) -> Option<&mut Member<'a>> {
        self.list.iter_mut().find(|member| !member.seen && matches!(member.presence, Presence::Required))
    }

    /// The union among the members.
    pub(super) fn its_union(&mut self) -> Option<&mut dyn Union> {
        self.union.as_mut().map(|member| &mut *member.union as &mut dyn Union)
    }

    /// Names and places of what is written: all but the optional members without a value.
    pub(crate) fn written(&mut self) -> impl Iterator<Item = (&str, &mut dyn Place)> {
        let of_list = self.list.iter_mut().filter_map(|member| {
            let place: &mut dyn Place = member.place;
            let left_out = matches!(member.presence, Presence::Optional) && !has_value(place);
            if left_out { None } else { Some((member.name, place)) }
        });
        of_list.chain(self.union.iter_mut().flat_map(UnionMember::written))
    }
}

impl UnionMember<'_> {
    /// The tag with the kind, and the kind with its data.
    fn written(&mut self) -> impl Iterator<Item = (&str, &mut dyn Place)> {
        let tag = self.union.tag();
        let (kind, data) = self.union.parts();
        kind.clone_into(&mut self.kind);
        let tag: (&str, &mut dyn Place) = (tag, &mut self.kind);
        iter::once(tag).chain(data.map(|data| (kind, data)))
    }
}

/// Whether a place that may be without a value has one.
fn has_value(place: &mut dyn Place) -> bool {
    match place.slot() {
        Slot::Optional(place) => place.get().is_some(),
        _ => true,
    }
}
