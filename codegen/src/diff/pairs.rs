//! Finds out which items of two descriptions are the same: those of one name, and those that say what they `was`.

use std::collections::HashMap;
use std::iter::once;

use crate::api::Item;

/// By what an item is known.
#[derive(Clone, Copy)]
struct Key<'a> {
    name: &'a str,
    rust: Option<&'a str>,
    was: &'a [String],
}

impl<'a> From<&'a Item> for Key<'a> {
    fn from(item: &'a Item) -> Self {
        Self { name: &item.name, rust: item.rust.as_deref(), was: &item.was }
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
fn pairs(old: &[Key<'_>], new: &[Key<'_>], known: &[(usize, usize)]) -> Vec<Pair> {
    let mut pairing = Pairing::of(old.len(), new.len());
    for (old, new) in known {
        (pairing.partner[*new], pairing.is_taken[*old]) = (Some(*old), true);
    }
    let [names, rust_names, former] = [
        by_text(old, |key| vec![key.name]),
        by_text(old, |key| key.rust.into_iter().collect()),
        by_text(old, |key| key.was.iter().map(String::as_str).collect()),
    ];
    let places = |texts: &HashMap<&str, usize>, text: &str| texts.get(text).copied();
    pairing.pair(new, |key| places(&names, key.name).into_iter());
    pairing.pair(new, |key| {
        key.was.iter().flat_map(|was| places(&names, was).into_iter().chain(places(&rust_names, was)))
    });
    // The old description speaks of former names too: an item may have one again, or say only the first of two.
    pairing.pair(new, |key| {
        let names = once(key.name).chain(key.was.iter().map(String::as_str));
        names.filter_map(|name| places(&former, name))
    });
    pairing.pairs()
}

/// The places of keys by texts that each has.
fn by_text<'a>(keys: &[Key<'a>], texts: impl Fn(&Key<'a>) -> Vec<&'a str>) -> HashMap<&'a str, usize> {
    let mut places = HashMap::new();
    for (index, key) in keys.iter().enumerate() {
        for text in texts(key) {
            places.entry(text).or_insert(index);
        }
    }
    places
}

/// Partners that were found so far.
struct Pairing {
    /// For each item of the new list, its place in the old one.
    partner: Vec<Option<usize>>,
    /// Of each item of the old list, whether it has a partner.
    is_taken: Vec<bool>,
}

impl Pairing {
    fn of(old: usize, new: usize) -> Self {
        Self { partner: vec![None; new], is_taken: vec![false; old] }
    }

    /// Gives each new item that is alone the first of its candidates that is alone too.
    fn pair<'k, K, C: Iterator<Item = usize>>(&mut self, new: &'k [K], candidates: impl Fn(&'k K) -> C) {
        for (key, partner) in new.iter().zip(&mut self.partner).filter(|(_, partner)| partner.is_none()) {
            *partner = candidates(key).find(|found| !std::mem::replace(&mut self.is_taken[*found], true));
        }
    }

    fn pairs(self) -> Vec<Pair> {
        let there = self.partner.into_iter().enumerate().map(|(new, old)| match old {
            Some(old) => Pair::Both(old, new),
            None => Pair::Added(new),
        });
        let gone = self.is_taken.into_iter().enumerate().filter(|(_, taken)| !taken);
        there.chain(gone.map(|(old, _)| Pair::Removed(old))).collect()
    }
}

/// Pairs two lists of what has nothing but a name.
pub(super) fn pairs_by_name<'a, T>(old: &'a [T], new: &'a [T], name: impl Fn(&'a T) -> &'a str) -> Vec<Pair> {
    pairs_by_likeness(old, new, name, |_| None)
}

/// Pairs two lists of what has a name that does not travel: things of other names are one if they are alike.
pub(super) fn pairs_by_likeness<'a, T>(
    old: &'a [T],
    new: &'a [T],
    name: impl Fn(&'a T) -> &'a str,
    likeness: impl Fn(&'a T) -> Option<String>,
) -> Vec<Pair> {
    let places = |text: &dyn Fn(&'a T) -> Option<String>| {
        let mut places: HashMap<String, usize> = HashMap::new();
        for (index, item) in old.iter().enumerate() {
            if let Some(text) = text(item) {
                places.entry(text).or_insert(index);
            }
        }
        places
    };
    let name = |item| Some(name(item).to_owned());
    let mut pairing = Pairing::of(old.len(), new.len());
    for text in [&name as &dyn Fn(&'a T) -> Option<String>, &likeness] {
        let places = places(text);
        pairing.pair(new, |item| text(item).and_then(|text| places.get(&text).copied()).into_iter());
    }
    pairing.pairs()
}

/// Pairs two lists of items.
pub(super) fn pairs_of<'a, T>(old: &'a [T], new: &'a [T], item: impl Fn(&'a T) -> &'a Item) -> Vec<Pair> {
    pairs_beside(old, new, item, &[])
}

/// The same where some are known to be one: their places in the two lists.
pub(super) fn pairs_beside<'a, T>(
    old: &'a [T],
    new: &'a [T],
    item: impl Fn(&'a T) -> &'a Item,
    known: &[(usize, usize)],
) -> Vec<Pair> {
    let keys = |list: &'a [T]| list.iter().map(|it| Key::from(item(it))).collect::<Vec<_>>();
    pairs(&keys(old), &keys(new), known)
}

/// What of two lists is one, to be asked by places.
pub(super) struct Pairs {
    pub(super) list: Vec<Pair>,
    new_of_old: Vec<Option<usize>>,
    old_of_new: Vec<Option<usize>>,
}

impl Pairs {
    /// All items of one kind, across all resources.
    pub(super) fn of<'a, T>(old: &'a [T], new: &'a [T], item: impl Fn(&'a T) -> &'a Item) -> Self {
        Self::from_list(pairs_of(old, new, item), old.len(), new.len())
    }

    /// Nothing of what is asked for.
    pub(super) fn none() -> Self {
        Self::from_list(Vec::new(), 0, 0)
    }

    pub(super) fn from_list(list: Vec<Pair>, old: usize, new: usize) -> Self {
        let mut new_of_old = vec![None; old];
        let mut old_of_new = vec![None; new];
        for pair in &list {
            if let Pair::Both(old, new) = pair {
                new_of_old[*old] = Some(*new);
                old_of_new[*new] = Some(*old);
            }
        }
        Self { list, new_of_old, old_of_new }
    }

    /// The place in the new list of an item of the old one, if it is there.
    pub(super) fn now(&self, old: usize) -> Option<usize> {
        self.new_of_old.get(old).copied().flatten()
    }

    /// Whether an item of the new list is in the old one as well.
    pub(super) fn was_there(&self, new: usize) -> bool {
        self.old_of_new[new].is_some()
    }

    /// Whether an item of the old list is that of the new one.
    pub(super) fn are_one(&self, old: usize, new: usize) -> bool {
        self.now(old) == Some(new)
    }
}
