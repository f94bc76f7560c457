//! How lists of members are made and searched: those of a JSON object, or the parameters of a query.

use crate::runtime::json::bound::Bound;
use crate::runtime::json::literal::Literal;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{MapPlace, Member, Members, MisfitPlace, Object, Place, Presence, Rest, Union};

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

    /// A member that always says the same, whatever is read.
    pub fn constant(&mut self, name: &'static str, literal: Literal) {
        self.constants.push((name, literal));
    }

    /// The members that tell which of several things the object is. What is not known as another member is theirs; an
    /// object has at most one union. The name is that of the member that tells, for readers.
    pub fn union(&mut self, _tag: &'static str, union: &'a mut dyn Union) {
        self.union = Some(union);
    }

    /// All members that have no place of their own; they come last. The name is none; readers see `*`.
    pub fn rest(&mut self, _name: &'static str, place: &'a mut dyn MapPlace) {
        self.rest = Some(Rest { place, form: WireForm::Default, bounds: &[] });
    }

    /// Holds the member added last to bounds, which are checked before a request is sent.
    pub fn bounds(&mut self, bounds: &'static [Bound]) {
        match (&mut self.rest, self.list.len().checked_sub(1)) {
            (Some(rest), _) => rest.bounds = bounds,
            (None, Some(last)) => self.bounds.extend(bounds.iter().map(|bound| (last, *bound))),
            (None, None) => {}
        }
    }

    /// Says how the member added last is written, and what is meant by its numbers when they are read.
    pub fn form(&mut self, form: WireForm) {
        match (&mut self.rest, self.list.last_mut()) {
            (Some(rest), _) => rest.form = form,
            (None, Some(member)) => member.form = form,
            (None, None) => {}
        }
    }

    /// Keeps items that do not fit, of the list added last, if that is wanted.
    pub(crate) fn misfits(&mut self, place: Option<&'a mut dyn MisfitPlace>) {
        if let Some(member) = self.list.last_mut() {
            member.misfits = place;
        }
    }

    fn add(&mut self, name: &'static str, place: &'a mut dyn Place, presence: Presence) {
        self.list.push(Member { name, place, seen: false, presence, form: WireForm::Default, misfits: None });
    }

    /// The members of `object`.
    pub(crate) fn of(object: &'a mut dyn Object) -> Self {
        let mut members = Self { list: Vec::with_capacity(16), ..Self::default() };
        object.members(&mut members);
        members
    }

    /// The members one by one: their names, and each as a list of its own, without bounds.
    #[allow(dead_code, reason = "a description may have no parameters in styles of their own")]
    pub(crate) fn apart(self) -> impl Iterator<Item = (&'static str, Self)> {
        let constants = self.constants.into_iter();
        let constants = constants.map(|said| (said.0, Self { constants: vec![said], ..Self::default() }));
        let members = self.list.into_iter();
        constants.chain(members.map(|member| (member.name, Self { list: vec![member], ..Self::default() })))
    }

    /// Takes out the place of a member.
    #[cfg(any(feature = "async", feature = "blocking"))]
    pub(crate) fn take(self, name: &str) -> Option<&'a mut dyn Place> {
        self.list.into_iter().find(|member| member.name == name).map(|member| member.place)
    }

    /// Finds a member.
    pub(crate) fn find(&mut self, name: &str) -> Option<&mut Member<'a>> {
        self.position(name).and_then(|index| self.list.get_mut(index))
    }

    /// Finds the index of a member, beginning with the one after the member found last.
    pub(super) fn position(&mut self, name: &str) -> Option<usize> {
        let (before, behind) = self.list.split_at_checked(self.next)?;
        let of_name = |members: &[Member<'_>]| members.iter().position(|member| member.name == name);
        let index = of_name(behind).map(|index| before.len() + index).or_else(|| of_name(before))?;
        self.next = index + 1;
        Some(index)
    }

    /// The first required member that reading has not met.
    pub(super) fn missing(&mut self) -> Option<&mut Member<'a>> {
        self.list.iter_mut().find(|member| !member.seen && member.presence == Presence::Required)
    }

    /// Whether there are none. Of the parts of a request, most have no parameters.
    pub(crate) fn are_none(&self) -> bool {
        self.list.is_empty() && self.constants.is_empty() && !self.takes_others() && self.extra.is_empty()
    }

    /// Whether members that have no place of their own mean something.
    pub(super) fn takes_others(&self) -> bool {
        self.union.is_some() || self.rest.is_some()
    }
}
