//! Two descriptions beside each other, with what they have in common.

use super::pairs::Pairs;
use super::users::{Node, Users, enum_sides};
use crate::api::{Api, Boxes, Sides};

/// The old and the new description.
pub(super) struct Context<'a> {
    pub(super) old: Described<'a>,
    pub(super) new: Described<'a>,
    pub(super) identifiers: Pairs,
    pub(super) objects: Pairs,
    pub(super) enums: Pairs,
    pub(super) codes: Pairs,
}

impl<'a> Context<'a> {
    pub(super) fn new(old: &'a Api, new: &'a Api) -> Self {
        Self {
            old: Described::new(old),
            new: Described::new(new),
            identifiers: Pairs::of(&old.identifiers, &new.identifiers, |it| &it.item),
            objects: Pairs::of(&old.objects, &new.objects, |it| &it.item),
            enums: Pairs::of(&old.enums, &new.enums, |it| &it.item),
            codes: Pairs::of(&old.codes, &new.codes, |it| &it.item),
        }
    }
}

/// One of the two descriptions.
pub(super) struct Described<'a> {
    pub(super) api: &'a Api,
    users: Users,
    /// For each object, enum and identifier, the resource that it is in.
    homes: [Vec<usize>; 3],
    enum_sides: Vec<Sides>,
    pub(super) boxes: Boxes,
}

impl<'a> Described<'a> {
    fn new(api: &'a Api) -> Self {
        let mut homes = [vec![0; api.objects.len()], vec![0; api.enums.len()], vec![0; api.identifiers.len()]];
        for (home, resource) in api.resources.iter().enumerate() {
            resource.objects.iter().for_each(|id| homes[0][id.index()] = home);
            resource.enums.iter().for_each(|id| homes[1][id.index()] = home);
            resource.identifiers.iter().for_each(|id| homes[2][id.index()] = home);
        }
        let users = Users::of(api);
        Self { api, homes, enum_sides: enum_sides(api), users, boxes: Boxes::of(api) }
    }

    /// The name of the resource that a type is in.
    pub(super) fn home(&self, node: Node) -> &'a str {
        let home = match node {
            Node::Object(index) => self.homes[0][index],
            Node::Enum(index) => self.homes[1][index],
            Node::Identifier(index) => self.homes[2][index],
        };
        &self.api.resources[home].item.name
    }

    /// The endpoints through which callers meet a type.
    pub(super) fn users(&self, node: Node) -> Vec<String> {
        self.users.of_type(node, self.api)
    }

    /// The sides on which an enum is met.
    pub(super) fn sides(&self, index: usize) -> Sides {
        self.enum_sides[index]
    }
}
