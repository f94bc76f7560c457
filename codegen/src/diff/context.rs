//! Two descriptions beside each other, with what they have in common.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::change::{Site, Subject};
use super::judge::NameChange;
use super::names::Names;
use super::pairs::{Pairs, pairs_by_likeness};
use super::users::{Node, Users, enum_sides, label, shape};
use super::version::Version;
use crate::api::{Api, Boxes, Endpoint, IdentifierId, Resource, Sides};

/// The old and the new description.
pub(super) struct Context<'a> {
    pub(super) old: Described<'a>,
    pub(super) new: Described<'a>,
    pub(super) servers: Pairs,
    pub(super) schemes: Pairs,
    pub(super) dialects: Pairs,
    pub(super) resources: Pairs,
    pub(super) identifiers: Pairs,
    pub(super) aliases: Pairs,
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
            servers: alike(&old.servers, &new.servers, |it| &it.name, |it| Some(it.url().to_owned())),
            schemes: Pairs::of(&old.schemes, &new.schemes, |it| &it.item),
            dialects: alike(&old.dialects, &new.dialects, |it| &it.name, |it| Some(it.path.clone())),
            resources: Pairs::of(&old.resources, &new.resources, |it| &it.item),
            identifiers: Pairs::of(&old.identifiers, &new.identifiers, |it| &it.item),
            aliases: Pairs::of(&old.aliases, &new.aliases, |it| &it.item),
            objects: Pairs::of(&old.objects, &new.objects, |it| &it.item),
            enums: Pairs::of(&old.enums, &new.enums, |it| &it.item),
            codes: Pairs::of(&old.codes, &new.codes, |it| &it.item),
        }
    }

    /// Whether nothing tells identifiers of two types apart: they are of one type, or of one that is gone and one that is
    /// new, and begin alike.
    pub(super) fn may_be_one(&self, old: IdentifierId, new: IdentifierId) -> bool {
        let (before, after) = (old.index(), new.index());
        let is_one = self.identifiers.are_one(before, after);
        let is_alone = self.identifiers.now(before).is_none() && !self.identifiers.was_there(after);
        is_one || (is_alone && self.old.api[old].prefix == self.new.api[new].prefix)
    }

    /// What became of the names by which callers speak of something in both descriptions.
    pub(super) fn name_change(&self, subject: &Subject) -> NameChange {
        self.old.names.change(subject.old.as_ref(), &self.new.names, subject.new.as_ref())
    }
}

/// Pairs things by names that do not travel, and by what they are.
fn alike<'a, T>(
    old: &'a [T],
    new: &'a [T],
    name: impl Fn(&'a T) -> &'a str,
    likeness: impl Fn(&'a T) -> Option<String>,
) -> Pairs {
    Pairs::from_list(pairs_by_likeness(old, new, name, likeness), old.len(), new.len())
}

/// One of the two descriptions.
pub(super) struct Described<'a> {
    pub(super) api: &'a Api,
    names: Names<'a>,
    users: Users,
    known_users: RefCell<HashMap<Node, Rc<[String]>>>,
    /// For each error code, the endpoints that list it, each as the place of its resource and its own.
    listing: Vec<Vec<(usize, usize)>>,
    /// For each method and shape of a path, the endpoints, each as the place of its resource and its own.
    calls: HashMap<String, Vec<(usize, usize)>>,
    /// For each object, enum, identifier and alias, the resource that it is in.
    homes: [Vec<usize>; 4],
    enum_sides: Vec<Sides>,
    pub(super) boxes: Boxes,
}

impl<'a> Described<'a> {
    /// Whether a type is met in the data of events alone.
    pub(super) fn is_of_events(&self, node: Node) -> bool {
        self.users.is_of_events(node)
    }

    fn new(version: &Version<'a>) -> Self {
        let api = version.api;
        let lengths = [api.objects.len(), api.enums.len(), api.identifiers.len(), api.aliases.len()];
        let mut homes = lengths.map(|length| vec![0; length]);
        for (home, resource) in api.resources.iter().enumerate() {
            resource.objects.iter().for_each(|id| homes[0][id.index()] = home);
            resource.enums.iter().for_each(|id| homes[1][id.index()] = home);
            resource.identifiers.iter().for_each(|id| homes[2][id.index()] = home);
            resource.aliases.iter().for_each(|id| homes[3][id.index()] = home);
        }
        let users = Users::of(api);
        let names = Names::of(version.surface);
        let mut calls: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        let mut listing = vec![Vec::new(); api.codes.len()];
        for (home, resource) in api.resources.iter().enumerate() {
            for (index, endpoint) in resource.endpoints.iter().enumerate() {
                calls.entry(shape(endpoint)).or_default().push((home, index));
                endpoint.errors.iter().for_each(|listed| listing[listed.code.index()].push((home, index)));
            }
        }
        let known_users = RefCell::default();
        Self {
            api,
            names,
            known_users,
            listing,
            calls,
            homes,
            enum_sides: enum_sides(api),
            users,
            boxes: Boxes::of(api),
        }
    }

    /// The place of the resource that a type is in.
    pub(super) fn home_index(&self, node: Node) -> usize {
        match node {
            Node::Object(index) => self.homes[0][index],
            Node::Enum(index) => self.homes[1][index],
            Node::Identifier(index) => self.homes[2][index],
            Node::Alias(index) => self.homes[3][index],
        }
    }

    /// The resource that a type is in.
    pub(super) fn home(&self, node: Node) -> &'a Resource {
        &self.api.resources[self.home_index(node)]
    }

    /// The endpoints that are what another one is on the wire, each with its resource.
    pub(super) fn called(&self, endpoint: &Endpoint) -> impl Iterator<Item = (&'a Resource, &'a Endpoint)> {
        let places = self.calls.get(&shape(endpoint)).into_iter().flatten();
        places.map(|(home, index)| (&self.api.resources[*home], &self.api.resources[*home].endpoints[*index]))
    }

    /// The endpoints through which callers meet a type.
    pub(super) fn users(&self, node: Node) -> Rc<[String]> {
        let mut known = self.known_users.borrow_mut();
        known.entry(node).or_insert_with(|| self.users.of_type(node, self.api).into()).clone()
    }

    /// The endpoints that list a code.
    pub(super) fn listing(&self, code: usize) -> Rc<[String]> {
        self.listing[code].iter().map(|(home, index)| label(self.api, *home, *index)).collect()
    }

    /// What a code is to each endpoint that lists it: its enum of errors is there with the first code and goes with the last.
    pub(super) fn listed(&self, code: usize) -> Vec<Site> {
        let code_name = &self.api.codes[code].item.span;
        let listing = self.listing[code].iter().map(|(home, index)| &self.api.resources[*home].endpoints[*index]);
        listing.map(|endpoint| Site::member(&endpoint.item.span, code_name)).collect()
    }

    /// The sides on which an enum is met.
    pub(super) fn sides(&self, index: usize) -> Sides {
        self.enum_sides[index]
    }
}
