//! Leaves one change a cause: what came or went together with what it is part of has no row of its own.

use std::collections::{HashMap, HashSet};

use super::change::{Change, Extent, Site};
use super::lines::{Name, name};
use super::report::Effect;
use super::rules::Rule;
use crate::api::{Api, Type};

/// Takes out the changes that follow from others. What types that came or went explain is left to what brought or took
/// them.
pub(super) fn fold(changes: Vec<Change>, old: &Api, new: &Api) -> Vec<Change> {
    let folds = [Fold::new(&changes, Effect::Added, new), Fold::new(&changes, Effect::Removed, old)];
    let mut covers: Vec<Option<usize>> = vec![None; changes.len()];
    for (index, change) in changes.iter().enumerate() {
        let mut found = folds.iter().flat_map(|fold| fold.covers(change, &changes));
        covers[index] = found.find(|cover| root(*cover, &covers) != index);
    }
    let mut parts: HashMap<usize, [Vec<Site>; 2]> = HashMap::new();
    for (index, change) in
        changes.iter().enumerate().filter(|(index, change)| covers[*index].is_some() && is_type(change))
    {
        let [old, new] = parts.entry(root(index, &covers)).or_default();
        old.extend(change.subject.old.clone());
        new.extend(change.subject.new.clone());
    }
    let kept = changes.into_iter().zip(covers).enumerate().filter(|(_, (_, cover))| cover.is_none());
    kept.map(|(index, (mut change, _))| {
        let of_types = parts.remove(&index).unwrap_or_default();
        change.parts.iter_mut().zip(of_types).for_each(|(parts, of_types)| parts.extend(of_types));
        change
    })
    .collect()
}

/// The change that is left of those from which one follows; no change follows from itself.
fn root(mut index: usize, covers: &[Option<usize>]) -> usize {
    while let Some(cover) = covers[index] {
        index = cover;
    }
    index
}

/// What came, or what went. Changes are known by their place in the list.
struct Fold {
    effect: Effect,
    /// The files of whole resources.
    files: HashMap<usize, usize>,
    /// Members and calls that came or went.
    members: HashMap<Name, usize>,
    /// Members of another type.
    retyped: HashMap<Name, usize>,
    /// Types that came or went.
    types: HashMap<Name, usize>,
    /// Calls that came or went, as resource and name.
    calls: HashMap<String, usize>,
    /// For each type, what speaks of it.
    speakers: HashMap<Name, Vec<Speaker>>,
    /// Types that are written where they are used.
    in_place: HashSet<Name>,
    /// The shapes of types that went where these came, or the other way round.
    opposite: HashSet<String>,
}

/// A member or call that speaks of a type, and what it belongs to.
struct Speaker {
    member: Name,
    owner: Name,
}

impl Fold {
    fn new(changes: &[Change], effect: Effect, api: &Api) -> Self {
        let objects = api.objects.iter().filter(|it| it.in_place.is_some()).map(|it| name(&it.item.span));
        let enums = api.enums.iter().filter(|it| it.in_place.is_some()).map(|it| name(&it.item.span));
        let mut fold = Self {
            effect,
            files: HashMap::new(),
            members: HashMap::new(),
            retyped: HashMap::new(),
            types: HashMap::new(),
            calls: HashMap::new(),
            speakers: speakers(api),
            in_place: objects.chain(enums).collect(),
            opposite: opposite(changes, effect),
        };
        for (index, change) in changes.iter().enumerate() {
            fold.note(index, change);
        }
        fold
    }

    fn site<'a>(&self, change: &'a Change) -> Option<&'a Site> {
        if self.effect == Effect::Added { change.subject.new.as_ref() } else { change.subject.old.as_ref() }
    }

    fn note(&mut self, index: usize, change: &Change) {
        let Some(site) = self.site(change) else { return };
        let member = name(site.origin.member.as_ref().unwrap_or(&site.origin.owner));
        if matches!(change.rule, Rule::TypeChanged | Rule::VariantDataChanged) {
            self.retyped.insert(member, index);
        }
        let parts = &change.parts[usize::from(self.effect == Effect::Added)];
        self.members.extend(parts.iter().filter_map(|site| Some((name(site.origin.member.as_ref()?), index))));
        if change.effect != self.effect {
            return;
        }
        match change.rule {
            _ if site.extent == Extent::File => _ = self.files.insert(site.origin.owner.file, index),
            _ if is_type(change) => _ = self.types.insert(member, index),
            Rule::EndpointAdded | Rule::EndpointRemoved => {
                self.calls.extend(change.subject.users.iter().map(|user| (user.clone(), index)));
                self.members.insert(member, index);
            }
            _ => _ = self.members.insert(member, index),
        }
    }

    /// The changes from which one follows.
    fn covers(&self, change: &Change, changes: &[Change]) -> Vec<usize> {
        let Some(site) = self.site(change).filter(|_| change.effect == self.effect) else { return Vec::new() };
        let of_file = self.files.get(&site.origin.owner.file).filter(|_| site.extent != Extent::File);
        if let Some(cover) = of_file.copied().or_else(|| self.cover_of_code(change)) {
            return vec![cover];
        }
        let ty = name(&site.origin.owner);
        let may_be_renamed = change.shape.as_ref().is_some_and(|shape| self.opposite.contains(shape));
        if !is_type(change) || (may_be_renamed && !self.in_place.contains(&ty)) {
            return Vec::new();
        }
        let mut covers = self.covers_of_type(ty);
        // What callers meet must be said by the row that is left.
        covers.retain(|cover| changes[*cover].judgement.source >= change.judgement.source);
        covers.sort_by_key(|cover| is_type(&changes[*cover]));
        covers
    }

    /// What brought or took a type: members and types, if everything that speaks of it came or went too.
    fn covers_of_type(&self, ty: Name) -> Vec<usize> {
        let mut covers = Vec::new();
        for Speaker { member, owner } in self.speakers.get(&ty).into_iter().flatten().filter(|it| it.owner != ty) {
            let of_member =
                self.members.get(member).or_else(|| self.retyped.get(member)).or_else(|| self.files.get(&member.0));
            match of_member.or_else(|| self.types.get(owner)) {
                Some(cover) => covers.push(*cover),
                None => return Vec::new(),
            }
        }
        covers
    }

    /// For a code that came or went with all calls that list it, the first of them.
    fn cover_of_code(&self, change: &Change) -> Option<usize> {
        let is_code = matches!(change.rule, Rule::CodeAdded | Rule::CodeRemoved);
        let calls: Option<Vec<usize>> = change.subject.users.iter().map(|user| self.calls.get(user).copied()).collect();
        calls.filter(|_| is_code)?.first().copied()
    }
}

fn is_type(change: &Change) -> bool {
    matches!(
        change.rule,
        Rule::ObjectAdded
            | Rule::ObjectRemoved
            | Rule::EnumAdded
            | Rule::EnumRemoved
            | Rule::IdentifierAdded
            | Rule::IdentifierRemoved
            | Rule::TypeAliasAdded
            | Rule::TypeAliasRemoved
    )
}

/// The shapes of types that went, where `effect` is that types came, or the other way round.
fn opposite(changes: &[Change], effect: Effect) -> HashSet<String> {
    let others = changes.iter().filter(|change| is_type(change) && change.effect != effect);
    others.filter_map(|change| change.shape.clone()).collect()
}

/// For each type, what speaks of it.
fn speakers(api: &Api) -> HashMap<Name, Vec<Speaker>> {
    let mut speakers: HashMap<Name, Vec<Speaker>> = HashMap::new();
    let mut note = |ty: &Type, member: Name, owner: Name| {
        for ty in names(ty, api) {
            speakers.entry(ty).or_default().push(Speaker { member, owner });
        }
    };
    for object in &api.objects {
        let owner = name(&object.item.span);
        object.fields.iter().for_each(|field| note(&field.ty, name(&field.item.span), owner));
        for variant in object.union.iter().flat_map(|union| &union.variants) {
            variant.data.iter().for_each(|ty| note(ty, name(&variant.item.span), owner));
        }
        object.rest.iter().for_each(|rest| note(&rest.ty, name(&rest.item.span), owner));
    }
    for endpoint in api.resources.iter().flat_map(|resource| &resource.endpoints) {
        let owner = name(&endpoint.item.span);
        endpoint.parameters.iter().for_each(|parameter| note(&parameter.ty, name(&parameter.item.span), owner));
        for ty in endpoint.answered() {
            note(ty, owner, owner);
        }
    }
    speakers
}

/// The names of the types that a type speaks of.
fn names(ty: &Type, api: &Api) -> Vec<Name> {
    let mut names: Vec<Name> = ty.aliases().iter().map(|id| name(&api[*id].item.span)).collect();
    match ty.innermost() {
        Type::Object(id) => names.push(name(&api[*id].item.span)),
        Type::Enum(id) => names.push(name(&api[*id].item.span)),
        Type::Id(id) => names.push(name(&api[*id].item.span)),
        Type::Expandable(id, object) => names.extend([name(&api[*id].item.span), name(&api[*object].item.span)]),
        _ => {}
    }
    names
}
