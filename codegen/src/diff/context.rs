//! Two descriptions beside each other, with what they have in common.

use super::Version;
use super::change::Subject;
use super::names::{NameChange, Names};
use super::pairs::Pairs;
use super::users::{Node, Users, enum_sides};
use crate::api::{Api, Cycles, Resource, Sides, Type};

/// The old and the new description.
pub(super) struct Context<'a> {
    pub(super) old: Described<'a>,
    pub(super) new: Described<'a>,
    pub(super) resources: Pairs,
    pub(super) identifiers: Pairs,
    pub(super) objects: Pairs,
    pub(super) enums: Pairs,
    pub(super) codes: Pairs,
}

impl<'a> Context<'a> {
    pub(super) fn new(old: &Version<'a>, new: &Version<'a>) -> Self {
        let described = [old, new].map(Described::new);
        let (old, new) = (old.api, new.api);
        let [old_described, new_described] = described;
        Self {
            old: old_described,
            new: new_described,
            resources: Pairs::of(&old.resources, &new.resources, |it| &it.item),
            identifiers: Pairs::of(&old.identifiers, &new.identifiers, |it| &it.item),
            objects: Pairs::of(&old.objects, &new.objects, |it| &it.item),
            enums: Pairs::of(&old.enums, &new.enums, |it| &it.item),
            codes: Pairs::of(&old.codes, &new.codes, |it| &it.item),
        }
    }

    /// What became of the names by which callers speak of something in both descriptions.
    pub(super) fn name_change(&self, subject: &Subject) -> NameChange {
        self.old.names.change(subject.old.as_ref(), &self.new.names, subject.new.as_ref())
    }
}

/// One of the two descriptions.
pub(super) struct Described<'a> {
    pub(super) api: &'a Api,
    names: Names<'a>,
    users: Users,
    /// For each object, enum and identifier, the resource that it is in.
    homes: [Vec<usize>; 3],
    enum_sides: Vec<Sides>,
    cycles: Cycles,
}

impl<'a> Described<'a> {
    fn new(version: &Version<'a>) -> Self {
        let api = version.api;
        let mut homes = [vec![0; api.objects.len()], vec![0; api.enums.len()], vec![0; api.identifiers.len()]];
        for (home, resource) in api.resources.iter().enumerate() {
            resource.objects.iter().for_each(|id| homes[0][id.index()] = home);
            resource.enums.iter().for_each(|id| homes[1][id.index()] = home);
            resource.identifiers.iter().for_each(|id| homes[2][id.index()] = home);
        }
        let users = Users::of(api);
        let names = Names::of(version.surface);
        Self { api, names, homes, enum_sides: enum_sides(api), users, cycles: Cycles::of(api) }
    }

    /// The place of the resource that a type is in.
    pub(super) fn home_index(&self, node: Node) -> usize {
        match node {
            Node::Object(index) => self.homes[0][index],
            Node::Enum(index) => self.homes[1][index],
            Node::Identifier(index) => self.homes[2][index],
        }
    }

    /// The resource that a type is in.
    pub(super) fn home(&self, node: Node) -> &'a Resource {
        &self.api.resources[self.home_index(node)]
    }

    /// The endpoints through which callers meet a type.
    pub(super) fn users(&self, node: Node) -> Vec<String> {
        self.users.of_type(node, self.api)
    }

    /// Whether an object holds, in a member of this type, an object that holds it in turn.
    pub(super) fn is_boxed(&self, holder: usize, ty: &Type) -> bool {
        matches!(ty.without_null(), Type::Object(held) if self.cycles.share(holder, held.index()))
    }

    /// The sides on which an enum is met.
    pub(super) fn sides(&self, index: usize) -> Sides {
        self.enum_sides[index]
    }
}
