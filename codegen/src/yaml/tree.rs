//! A tree that grows: lists and mappings are opened, filled and closed.

use std::ops::Range;

use super::{
    entries::{self, Stays},
    node::{Entry, Node, Text, Value},
};
use crate::diag::Span;

/// How deep lists and mappings may nest, what aliases stand for included: no walk down a tree runs out of stack.
pub(super) const DEEPEST: usize = 200;

/// A node that is read to its end.
#[derive(Clone)]
pub(super) struct Finished {
    pub(super) node: Node,
    /// The bytes of memory that it would take if nothing in it was shared.
    pub(super) weight: usize,
    /// How deep lists and mappings nest in it.
    pub(super) depth: usize,
}

impl Finished {
    /// A node without others in it.
    pub(super) fn leaf(node: Node) -> Self {
        let length = if let Value::Text(text) = &node.value { text.len() } else { 0 };
        Self { weight: size_of::<Node>() + length, depth: 0, node }
    }
}

/// The key of the value that comes next.
pub(super) enum Key {
    Text(Text),
    /// `<<`: the entries of the value belong to the mapping.
    Merge,
    /// It cannot be one, which has been reported; the value is left out.
    Faulty,
}

/// What comes next.
pub(super) enum Next {
    Key,
    /// What `<<` merges.
    Merge,
    /// An item, the value of a key, or the root.
    Value,
}

/// What can be opened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    List,
    Mapping,
}

/// Lists and mappings nest too deep.
pub(super) struct TooDeep;

/// A tree that grows.
#[derive(Default)]
pub(super) struct Tree {
    /// Lists and mappings whose end is yet to come, outermost first.
    open: Vec<Open>,
    /// The items of all open lists, those of the innermost last.
    items: Vec<Node>,
    /// The same for the entries of mappings.
    entries: Vec<Entry>,
    root: Option<Node>,
}

/// A list or mapping whose end is yet to come.
struct Open {
    kind: Kind,
    /// Where it begins and, for a block, where its last entry ends.
    span: Span,
    /// How many items or entries there are of those around it.
    outside: usize,
    key: Option<Key>,
    /// Which of its entries are merged.
    merged: Vec<Range<usize>>,
    weight: usize,
    depth: usize,
}

impl Open {
    /// Ends after this byte at the earliest.
    fn reach(&mut self, end: usize) {
        self.span.bytes.end = self.span.bytes.end.max(end);
    }

    /// Counts what stands in it.
    fn count(&mut self, inside: &Finished) {
        self.reach(inside.node.span.bytes.end);
        self.weight += inside.weight;
        self.depth = self.depth.max(inside.depth + 1);
    }
}

impl Tree {
    /// What the innermost list or mapping waits for.
    pub(super) fn next(&self) -> Next {
        match self.open.last() {
            Some(Open { kind: Kind::Mapping, key: None, .. }) => Next::Key,
            Some(Open { key: Some(Key::Merge), .. }) => Next::Merge,
            _ => Next::Value,
        }
    }

    /// The kind of the innermost list or mapping.
    pub(super) fn innermost(&self) -> Option<Kind> {
        self.open.last().map(|open| open.kind)
    }

    /// Fails if what nests so deep does not fit here.
    pub(super) fn fits(&self, depth: usize) -> Result<(), TooDeep> {
        if self.open.len() + depth > DEEPEST { Err(TooDeep) } else { Ok(()) }
    }

    /// Opens a list or mapping.
    pub(super) fn open(&mut self, kind: Kind, span: Span) -> Result<(), TooDeep> {
        self.fits(1)?;
        let outside = match kind {
            Kind::List => self.items.len(),
            Kind::Mapping => self.entries.len(),
        };
        let weight = size_of::<Node>();
        self.open.push(Open { kind, span, outside, key: None, merged: Vec::new(), weight, depth: 1 });
        Ok(())
    }

    /// Notes the key of the value that comes next.
    pub(super) fn key(&mut self, key: Key) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some(key);
        }
    }

    /// Says that the innermost list or mapping ends after this byte at the earliest.
    pub(super) fn reach(&mut self, end: usize) {
        if let Some(open) = self.open.last_mut() {
            open.reach(end);
        }
    }

    /// Puts a finished node where it belongs.
    pub(super) fn add(&mut self, finished: Finished) {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(finished.node);
            return;
        };
        open.count(&finished);
        match (open.kind, open.key.take()) {
            (Kind::List, _) => self.items.push(finished.node),
            (Kind::Mapping, Some(Key::Text(key))) => {
                open.weight += size_of::<Text>() + key.value.len();
                self.entries.push(Entry { key, value: finished.node });
            }
            (Kind::Mapping, _) => {}
        }
    }

    /// Merges the entries of mappings, which stand in a finished node.
    pub(super) fn merge(&mut self, finished: &Finished, mappings: &[&[Entry]]) {
        let Some(open) = self.open.last_mut() else { return };
        open.count(finished);
        open.key = None;
        let first = self.entries.len() - open.outside;
        self.entries.extend(mappings.iter().copied().flatten().cloned());
        open.merged.push(first..self.entries.len() - open.outside);
    }

    /// Ends the innermost list or mapping, a block where its last entry ends. Of two entries with one key, `stays` says
    /// which one stays.
    pub(super) fn close(&mut self, end: Option<usize>, stays: impl FnMut(&Text, &Text) -> Stays) -> Option<Finished> {
        let Open { kind, mut span, outside, merged, weight, depth, .. } = self.open.pop()?;
        span.bytes.end = end.unwrap_or(span.bytes.end);
        let value = match kind {
            Kind::List => Value::List(self.items.drain(outside..).collect()),
            Kind::Mapping => {
                if !merged.is_empty() || entries::has_duplicates(&self.entries[outside..]) {
                    let written = self.entries.split_off(outside);
                    self.entries.extend(entries::without_duplicates(written, &merged, stays));
                }
                Value::Mapping(self.entries.drain(outside..).collect())
            }
        };
        Some(Finished { node: Node { value, span }, weight, depth })
    }

    /// The tree; nothing if no node was added.
    pub(super) fn into_root(self) -> Option<Node> {
        self.root
    }
}
