//! Finds the lines of `api.txt` that changed, each with what it comes from.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::report::LineChange;
use crate::diag::Span;
use crate::surface::{Origin, SurfaceKind, SurfaceLine, Usage};

/// A line that changed, came or went.
pub(super) struct Changed<'a> {
    pub(super) old: Option<&'a SurfaceLine>,
    pub(super) new: Option<&'a SurfaceLine>,
    /// Of a former name that is gone, the present one.
    pub(super) instead: Option<&'a str>,
}

impl<'a> Changed<'a> {
    fn new(old: Option<&'a SurfaceLine>, new: Option<&'a SurfaceLine>) -> Self {
        Self { old, new, instead: None }
    }

    pub(super) fn change(&self) -> LineChange {
        let text = |line: Option<&SurfaceLine>| line.map(|line| line.text.clone());
        LineChange { before: text(self.old), after: text(self.new) }
    }

    /// Whether it was a function that makes a request.
    pub(super) fn is_call(&self) -> bool {
        self.old.is_some_and(|line| line.kind == SurfaceKind::Call)
    }

    /// Whether an argument became a setter, or a setter an argument.
    pub(super) fn is_turned(&self) -> bool {
        use SurfaceKind::{Argument, Setter};

        let kinds = [self.old, self.new].map(|line| line.map(|line| line.kind));
        matches!(kinds, [Some(Argument), Some(Setter)] | [Some(Setter), Some(Argument)])
    }

    /// How callers write it, before and after.
    pub(super) fn usages(&self) -> (Option<&'a Usage>, Option<&'a Usage>) {
        (self.old.and_then(|line| line.usage.as_ref()), self.new.and_then(|line| line.usage.as_ref()))
    }
}

/// What lines come from, as a key: file and beginning of the owner's name, and of the member's.
pub(super) type Key = (Name, Option<Name>);
/// The file and beginning of a name.
pub(super) type Name = (usize, usize);

pub(super) fn name(span: &Span) -> Name {
    (span.file, span.bytes.start)
}

pub(super) fn key(origin: &Origin) -> Key {
    (name(&origin.owner), origin.member.as_ref().map(name))
}

fn key_of(line: &SurfaceLine) -> Option<Key> {
    line.origin.as_ref().map(key)
}

/// Compares two lists of lines. `kept` says which items of the one are items of the other.
pub(super) fn changed<'a>(
    old: &'a [SurfaceLine],
    new: &'a [SurfaceLine],
    kept: &[(Origin, Origin)],
) -> Vec<Changed<'a>> {
    let partners = Partners::of(kept);
    let there = |(owner, member): Key| (Spot::There(owner), member.map(Spot::There));
    let mut before = Groups::of(old, |key| partners.of_key(key));
    let after = Groups::of(new, there);
    let mut differences: Vec<Difference<'_>> =
        after.list.iter().map(|(key, lines)| Difference::of(&before.take(*key), lines)).collect();
    let gone = before.list.into_iter().flat_map(|(_, lines)| lines);
    differences.extend(gone.map(|line| Difference { gone: vec![line], come: Vec::new() }));
    leave_out_same(&mut differences);
    differences.into_iter().flat_map(Difference::changed).collect()
}

/// Leaves out lines that came of one thing and come of another now: callers find them as they were. Members may have changed
/// places.
fn leave_out_same(differences: &mut [Difference<'_>]) {
    let is_whole = |line: &&&SurfaceLine| line.origin.as_ref().is_some_and(|origin| origin.member.is_none());
    let gone = differences.iter().flat_map(|it| &it.gone).filter(is_whole);
    let gone: HashSet<&str> = gone.map(|line| line.text.as_str()).collect();
    let come = differences.iter().flat_map(|it| &it.come).filter(is_whole).map(|line| line.text.as_str());
    let same: HashSet<&str> = come.filter(|text| gone.contains(text)).collect();
    for difference in differences {
        for lines in [&mut difference.gone, &mut difference.come] {
            lines.retain(|line| !same.contains(line.text.as_str()));
        }
    }
}

/// A name in the new description, or one in the old description that the new one does not have.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Spot {
    There(Name),
    Gone(Name),
}

/// For names of the old description, the same in the new one. A type that is written in a member may share its name.
struct Partners {
    owners: HashMap<Name, Name>,
    members: HashMap<Name, Name>,
}

impl Partners {
    fn of(kept: &[(Origin, Origin)]) -> Self {
        let mut partners = Self { owners: HashMap::new(), members: HashMap::new() };
        for (old, new) in kept {
            match (&old.member, &new.member) {
                (Some(old), Some(new)) => partners.members.insert(name(old), name(new)),
                _ => partners.owners.insert(name(&old.owner), name(&new.owner)),
            };
        }
        partners
    }

    fn of_key(&self, (owner, member): Key) -> (Spot, Option<Spot>) {
        let spot = |old: Name, new: Option<&Name>| new.map_or(Spot::Gone(old), |new| Spot::There(*new));
        let of_member = |old: Name| spot(old, self.members.get(&old).or_else(|| self.owners.get(&old)));
        (spot(owner, self.owners.get(&owner)), member.map(of_member))
    }
}

/// Lines by what they come from, in the order in which that is first met.
struct Groups<'a, K> {
    list: Vec<(Option<K>, Vec<&'a SurfaceLine>)>,
    places: HashMap<Option<K>, usize>,
}

impl<'a, K: Copy + Eq + Hash> Groups<'a, K> {
    fn of(lines: &'a [SurfaceLine], spot: impl Fn(Key) -> K) -> Self {
        let mut groups = Self { list: Vec::new(), places: HashMap::new() };
        for line in lines {
            groups.add(key_of(line).map(&spot), line);
        }
        groups
    }

    fn add(&mut self, key: Option<K>, line: &'a SurfaceLine) {
        // Mostly the lines of something follow each other.
        if let Some((last, lines)) = self.list.last_mut()
            && *last == key
        {
            lines.push(line);
            return;
        }
        let place = *self.places.entry(key).or_insert(self.list.len());
        if place == self.list.len() {
            self.list.push((key, Vec::new()));
        }
        self.list[place].1.push(line);
    }

    /// Takes the lines of something out.
    fn take(&mut self, key: Option<K>) -> Vec<&'a SurfaceLine> {
        self.places.get(&key).map(|place| std::mem::take(&mut self.list[*place].1)).unwrap_or_default()
    }
}

/// What is in one list and not in the other.
struct Difference<'a> {
    gone: Vec<&'a SurfaceLine>,
    come: Vec<&'a SurfaceLine>,
}

impl<'a> Difference<'a> {
    fn of(old: &[&'a SurfaceLine], new: &[&'a SurfaceLine]) -> Self {
        if old.iter().map(|line| &line.text).eq(new.iter().map(|line| &line.text)) {
            return Self { gone: Vec::new(), come: Vec::new() };
        }
        let (mut before, mut after) = (counted(old), counted(new));
        Self {
            gone: old.iter().copied().filter(|line| !take(&mut after, &line.text)).collect(),
            come: new.iter().copied().filter(|line| !take(&mut before, &line.text)).collect(),
        }
    }

    /// The lines beside each other. Former names are apart from present ones.
    fn changed(self) -> Vec<Changed<'a>> {
        let is_present = |line: &&SurfaceLine| line.former_of.is_none();
        let (gone, former_gone): (Vec<_>, Vec<_>) = self.gone.into_iter().partition(is_present);
        let (come, former_come): (Vec<_>, Vec<_>) = self.come.into_iter().partition(is_present);
        let mut changed = paired(gone, come, true);
        let mut former = paired(former_gone, former_come, false);
        for alias in former.iter_mut().filter(|alias| alias.new.is_none()) {
            let present = alias.old.and_then(|line| line.former_of.as_deref());
            let now = changed.iter().find(|line| line.old.is_some_and(|old| Some(old.name()) == present));
            alias.instead = now.map_or(present, |now| now.new.map(SurfaceLine::name));
        }
        changed.append(&mut former);
        changed
    }
}

/// Puts lines of one item beside each other, and so, in order, those of items that have other names, if they can have
/// and there are as many of them.
fn paired<'a>(gone: Vec<&'a SurfaceLine>, come: Vec<&'a SurfaceLine>, can_be_renamed: bool) -> Vec<Changed<'a>> {
    let mut come: Vec<Option<&SurfaceLine>> = come.into_iter().map(Some).collect();
    let mut alone = gone;
    let mut changed = Vec::new();
    for name in [SurfaceLine::item, SurfaceLine::name] {
        alone.retain(|line| {
            let partner = come.iter_mut().find(|other| other.is_some_and(|other| name(other) == name(line)));
            let partner = partner.and_then(Option::take);
            changed.extend(partner.map(|partner| Changed::new(Some(line), Some(partner))));
            partner.is_none()
        });
    }
    let come: Vec<&SurfaceLine> = come.into_iter().flatten().collect();
    if can_be_renamed && alone.len() == come.len() {
        changed.extend(alone.into_iter().zip(come).map(|(old, new)| Changed::new(Some(old), Some(new))));
    } else {
        changed.extend(alone.into_iter().map(|line| Changed::new(Some(line), None)));
        changed.extend(come.into_iter().map(|line| Changed::new(None, Some(line))));
    }
    changed
}

fn counted<'a>(lines: &[&'a SurfaceLine]) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for line in lines {
        *counts.entry(line.text.as_str()).or_default() += 1;
    }
    counts
}

fn take(counts: &mut HashMap<&str, usize>, text: &str) -> bool {
    match counts.get_mut(text) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}
