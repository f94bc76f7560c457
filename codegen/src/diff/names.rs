//! By which names callers speak of an item: the present ones and their aliases, as the lines of `api.txt` have them.
//!
//! Only these lines say whether a name is another one in Rust: `petId` and `pet_id` are not.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::change::{Extent, Site};
use super::judge::NameChange;
use super::lines::{Name, name};
use crate::surface::{SurfaceKind, SurfaceLine, last_name};

/// The names of all items of a crate.
pub(super) struct Names<'a> {
    /// Those of types, endpoints, resources and headers, by where these are written.
    owners: HashMap<Name, Vec<Named<'a>>>,
    /// Those of their members.
    members: HashMap<Name, Vec<Named<'a>>>,
}

/// One thing that an item became, such as the form of an object that callers send.
struct Named<'a> {
    /// A field and the method that sets it may share a name, but only the method has aliases. An event is a variant, beside
    /// the type of what it holds.
    kind: (SurfaceKind, bool),
    present: &'a str,
    former: Vec<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn of(surface: &'a [SurfaceLine]) -> Self {
        let mut names = Self { owners: HashMap::new(), members: HashMap::new() };
        for line in surface {
            let Some(origin) = &line.origin else { continue };
            let item = line.item();
            let things = match &origin.member {
                Some(member) => names.members.entry(name(member)),
                None if is_named_after(item) => names.owners.entry(name(&origin.owner)),
                None => continue,
            };
            note(line, item, things.or_default());
        }
        names
    }

    /// What an item became. An error code is written by itself, but each call that lists it has it as a member.
    fn at(&self, site: Option<&Site>) -> &[Named<'a>] {
        let Some(Site { origin, extent, .. }) = site else { return &[] };
        let of_member = |place| self.members.get(&name(place));
        let found = match (extent, &origin.member) {
            (Extent::Member, Some(member)) => of_member(member),
            _ => self.owners.get(&name(&origin.owner)).or_else(|| of_member(&origin.owner)),
        };
        found.map_or(&[], Vec::as_slice)
    }

    /// What became of the names of an item that is in both descriptions.
    pub(super) fn change(&self, site: Option<&Site>, new: &Self, new_site: Option<&Site>) -> NameChange {
        let (mut before, after) = (by_kind(self.at(site)), by_kind(new.at(new_site)));
        let changes = after.into_iter().map(|(kind, after)| change(&before.remove(&kind).unwrap_or_default(), &after));
        changes.fold(NameChange::default(), NameChange::and)
    }
}

fn by_kind<'n, 'a>(things: &'n [Named<'a>]) -> BTreeMap<(SurfaceKind, bool), Vec<&'n Named<'a>>> {
    let mut kinds: BTreeMap<(SurfaceKind, bool), Vec<&Named<'_>>> = BTreeMap::new();
    for thing in things {
        kinds.entry(thing.kind).or_default().push(thing);
    }
    kinds
}

/// What became of the names of things of one kind, of which there are some after.
fn change(before: &[&Named<'_>], after: &[&Named<'_>]) -> NameChange {
    let known: BTreeSet<&str> = before.iter().flat_map(|named| named.all()).collect();
    let left: BTreeSet<&str> = after.iter().flat_map(|named| named.all()).collect();
    let present: BTreeSet<&str> = after.iter().map(|named| named.present).collect();
    let is_left = |named: &&&Named<'_>| named.all().any(|name| left.contains(name));
    // What callers no longer send, say, is gone for another reason than its name.
    let kept: Vec<_> = before.iter().filter(|named| is_left(named) || left.is_disjoint(&known)).collect();
    let is_gone = |name: &&str| !left.contains(name);
    let lost_aliases = kept.iter().map(|named| named.former.iter().copied().filter(is_gone).map(str::to_owned));
    NameChange {
        is_lost: kept.iter().any(|named| is_gone(&named.present)),
        is_former: kept.iter().any(|named| left.contains(named.present) && !present.contains(named.present)),
        lost_aliases: lost_aliases.map(Iterator::collect).find(|lost: &Vec<_>| !lost.is_empty()).unwrap_or_default(),
        has_more: !known.is_empty() && !left.is_subset(&known),
    }
}

/// Whether an item of a crate is named after what it comes from: the tag of a union, which is of no member, has
/// a name of its own inside of what the object became.
fn is_named_after(item: &str) -> bool {
    item.matches("::").count() < 2 || is_event(item)
}

/// Whether an item of a crate is a variant of the enum of all events.
fn is_event(item: &str) -> bool {
    item.starts_with("events::Event::")
}

impl<'a> Named<'a> {
    fn all(&self) -> impl Iterator<Item = &'a str> {
        std::iter::once(self.present).chain(self.former.iter().copied())
    }
}

/// Adds the name that a line declares to those of its item.
fn note<'a>(line: &'a SurfaceLine, item: &'a str, things: &mut Vec<Named<'a>>) {
    let declared = last_name(item);
    let (present, former) = match &line.former_of {
        Some(present) => (present.as_str(), Some(declared)),
        None => (declared, None),
    };
    let kind = (line.kind, is_event(item));
    let index = things.iter().position(|thing| thing.kind == kind && thing.present == present).unwrap_or_else(|| {
        things.push(Named { kind, present, former: Vec::new() });
        things.len() - 1
    });
    let known = &mut things[index].former;
    if let Some(former) = former.filter(|former| !known.contains(former)) {
        known.push(former);
    }
}
