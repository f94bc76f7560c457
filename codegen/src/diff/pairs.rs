//! Finds out which items of two descriptions are the same: those of one name, and those that say what they `was`.

use std::collections::HashMap;

use crate::api::Item;

/// By what an item is known.
#[derive(Clone, Copy)]
struct Key<'a> {
    name: &'a str,
    rust: Option<&'a str>,
    was: Option<&'a str>,
}

impl<'a> From<&'a Item> for Key<'a> {
    fn from(item: &'a Item) -> Self {
        Self { name: &item.name, rust: item.rust.as_deref(), was: item.was.as_deref() }
    }
}

/// An item of either description, or of both, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair {
    Added(usize),
    Removed(usize),
    Both(usize, usize),
}

/// Pairs two lists: first what the new one holds, in its order, and then what is gone, in the order of the old one.
fn pairs(old: &[Key<'_>], new: &[Key<'_>]) -> Vec<Pair> {
    let names: HashMap<&str, usize> = old.iter().enumerate().map(|(index, key)| (key.name, index)).collect();
    let rust_names: HashMap<&str, usize> =
        old.iter().enumerate().filter_map(|(index, key)| Some((key.rust?, index))).collect();
    let mut partner: Vec<Option<usize>> = new.iter().map(|key| names.get(key.name).copied()).collect();
    let mut taken = vec![false; old.len()];
    for index in partner.iter().flatten() {
        taken[*index] = true;
    }
    for (key, partner) in new.iter().zip(&mut partner) {
        let former = key.was.and_then(|was| names.get(was).or_else(|| rust_names.get(was)));
        if let (None, Some(&former)) = (&partner, former)
            && !std::mem::replace(&mut taken[former], true)
        {
            *partner = Some(former);
        }
    }
    let there = partner.into_iter().enumerate().map(|(new, old)| match old {
        Some(old) => Pair::Both(old, new),
        None => Pair::Added(new),
    });
    let gone = taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(old, _)| Pair::Removed(old));
    there.chain(gone).collect()
}

/// Pairs two lists of what has nothing but a name.
pub(super) fn pairs_by_name<'a, T>(old: &'a [T], new: &'a [T], name: impl Fn(&'a T) -> &'a str) -> Vec<Pair> {
    let keys = |list: &'a [T]| list.iter().map(|it| Key { name: name(it), rust: None, was: None }).collect::<Vec<_>>();
    pairs(&keys(old), &keys(new))
}

/// Pairs two lists of items.
pub(super) fn pairs_of<'a, T>(old: &'a [T], new: &'a [T], item: impl Fn(&'a T) -> &'a Item) -> Vec<Pair> {
    let keys = |list: &'a [T]| list.iter().map(|it| Key::from(item(it))).collect::<Vec<_>>();
    pairs(&keys(old), &keys(new))
}

/// All items of one kind, across all resources.
pub(super) struct Pairs {
    pub(super) list: Vec<Pair>,
    new_of_old: Vec<Option<usize>>,
    old_of_new: Vec<Option<usize>>,
}

impl Pairs {
    pub(super) fn of<'a, T>(old: &'a [T], new: &'a [T], item: impl Fn(&'a T) -> &'a Item) -> Self {
        let list = pairs_of(old, new, item);
        let mut new_of_old = vec![None; old.len()];
        let mut old_of_new = vec![None; new.len()];
        for pair in &list {
            if let Pair::Both(old, new) = pair {
                new_of_old[*old] = Some(*new);
                old_of_new[*new] = Some(*old);
            }
        }
        Self { list, new_of_old, old_of_new }
    }

    /// Whether an item of the old list is in the new one as well.
    pub(super) fn is_kept(&self, old: usize) -> bool {
        self.new_of_old[old].is_some()
    }

    /// Whether an item of the new list is in the old one as well.
    pub(super) fn was_there(&self, new: usize) -> bool {
        self.old_of_new[new].is_some()
    }

    /// Whether an item of the old list is that of the new one.
    pub(super) fn are_one(&self, old: usize, new: usize) -> bool {
        self.new_of_old[old] == Some(new)
    }
}
