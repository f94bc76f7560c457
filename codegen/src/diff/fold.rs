//! Leaves one change a cause: what came or went together with what it is part of has no row of its own.

use std::collections::{HashMap, HashSet};

use super::change::{Change, Extent, Site};
use super::lines::{Name, name};
use super::report::Effect;
use super::rules::Rule;
use crate::api::Api;

/// Takes out the changes that follow from others.
pub(super) fn fold(changes: Vec<Change>, old: &Api, new: &Api) -> Vec<Change> {
    let folds = [Fold::new(&changes, Effect::Added, new), Fold::new(&changes, Effect::Removed, old)];
    changes.into_iter().filter(|change| !folds.iter().any(|fold| fold.covers(change))).collect()
}

/// What came, or what went.
struct Fold {
    effect: Effect,
    /// The files of whole resources.
    files: HashSet<usize>,
    /// Members that came or went, or are of another type.
    members: HashSet<Name>,
    /// Calls, as resource and name.
    calls: HashSet<String>,
    /// For types that are written where they are used, the names of the members that hold them.
    held: HashMap<Name, Name>,
}

impl Fold {
    fn new(changes: &[Change], effect: Effect, api: &Api) -> Self {
        let objects = api.objects.iter().filter_map(|object| Some((&object.item, object.in_place.as_ref()?)));
        let enums = api.enums.iter().filter_map(|it| Some((&it.item, it.in_place.as_ref()?)));
        let mut fold = Self {
            effect,
            files: HashSet::new(),
            members: HashSet::new(),
            calls: HashSet::new(),
            held: objects.chain(enums).map(|(item, holder)| (name(&item.span), name(holder))).collect(),
        };
        for change in changes {
            fold.note(change);
        }
        fold
    }

    fn site<'a>(&self, change: &'a Change) -> Option<&'a Site> {
        if self.effect == Effect::Added { change.subject.new.as_ref() } else { change.subject.old.as_ref() }
    }

    fn note(&mut self, change: &Change) {
        let Some(site) = self.site(change) else { return };
        let member = site.origin.member.as_ref().unwrap_or(&site.origin.owner);
        match change.rule {
            Rule::TypeChanged | Rule::VariantDataChanged => {
                self.members.insert(name(member));
            }
            _ if change.effect != self.effect => {}
            Rule::EndpointAdded | Rule::EndpointRemoved => {
                self.calls.extend(change.subject.users.iter().cloned());
                self.members.insert(name(member));
            }
            _ if site.extent == Extent::File => {
                self.files.insert(site.origin.owner.file);
            }
            _ => {
                self.members.insert(name(member));
            }
        }
    }

    fn covers(&self, change: &Change) -> bool {
        let Some(site) = self.site(change).filter(|_| change.effect == self.effect) else { return false };
        let is_in_file = site.extent != Extent::File && self.files.contains(&site.origin.owner.file);
        is_in_file || self.is_held(change, site) || self.is_of_call(change)
    }

    /// Whether a type is written in a member that came or went as well.
    fn is_held(&self, change: &Change, site: &Site) -> bool {
        let is_type =
            matches!(change.rule, Rule::ObjectAdded | Rule::ObjectRemoved | Rule::EnumAdded | Rule::EnumRemoved);
        let owner = name(&site.origin.owner);
        is_type && self.held.get(&owner).is_some_and(|holder| self.members.contains(holder))
    }

    /// Whether a code came or went with all calls that list it.
    fn is_of_call(&self, change: &Change) -> bool {
        let is_code = matches!(change.rule, Rule::CodeAdded | Rule::CodeRemoved);
        is_code && !self.calls.is_empty() && change.subject.users.iter().all(|user| self.calls.contains(user))
    }
}
