//! Finds objects that need themselves, or too much: no finite JSON could ever be one.

use std::collections::HashSet;

use super::requirements::{Edge, Requirements};
use crate::{
    api::model::{Object, Sides},
    diag::{Diagnostic, Diagnostics, Severity, code},
};

/// How deep objects may require objects.
const DEEPEST: usize = 32;
/// How many members an object may require, those of its members included.
const MOST: usize = 5_000;

/// How many steps of a circle a report shows, after the first.
const MOST_LABELS: usize = 7;

/// Checks what all objects are, on both sides.
pub(crate) fn check(objects: &[Object], diagnostics: &mut Diagnostics) {
    let mut faults: Vec<Diagnostic> = Vec::new();
    for side in [Sides::RESPONSE, Sides::REQUEST] {
        one_side(objects, side, &mut faults);
    }
    // What is wrong on both sides is one fault.
    let mut seen = HashSet::new();
    faults.retain(|fault| {
        fault.labels.first().is_some_and(|label| seen.insert((label.span.file, label.span.bytes.start)))
    });
    for fault in faults {
        diagnostics.push(fault);
    }
}

fn one_side(objects: &[Object], side: Sides, faults: &mut Vec<Diagnostic>) {
    let required = Requirements::new(objects, side);
    let ends = required.ends();
    let mut sizes: Vec<Option<Size>> = vec![None; objects.len()];
    for &index in &ends.order {
        let needed: Vec<usize> = required.needed(index, ends.variants[index]).map(|edge| edge.object).collect();
        let whole = Size::of(required.members(index), needed.iter().filter_map(|&object| sizes[object]));
        if whole.is_too_large() && needed.iter().all(|&object| is_small(sizes[object])) {
            faults.push(too_large(&objects[index]));
        }
        sizes[index] = Some(whole);
    }
    let infinite = sizes.iter().map(Option::is_none).collect();
    Endless { objects, required, infinite }.report(faults);
}

/// What an object requires in all.
#[derive(Clone, Copy)]
struct Size {
    members: usize,
    depth: usize,
}

impl Size {
    fn of(members: usize, inner: impl Iterator<Item = Self>) -> Self {
        let start = Self { members, depth: 0 };
        let sum = inner.fold(start, |sum, size| Self {
            members: sum.members.saturating_add(size.members),
            depth: sum.depth.max(size.depth),
        });
        Self { depth: sum.depth + 1, ..sum }
    }

    fn is_too_large(self) -> bool {
        self.members > MOST || self.depth > DEEPEST
    }
}

fn is_small(size: Option<Size>) -> bool {
    size.is_some_and(|size| !size.is_too_large())
}

fn too_large(object: &Object) -> Diagnostic {
    let item = &object.item;
    let message = format!("the object {} requires too much", code(&item.name));
    let label = format!("more than {MOST} members, or {DEEPEST} objects in each other");
    Diagnostic::new("oversized-object", message, &item.span, label)
        .help("make some of its objects optional or nullable, or return them from endpoints of their own")
}

/// Objects that require something without an end.
struct Endless<'a> {
    objects: &'a [Object],
    required: Requirements<'a>,
    infinite: Vec<bool>,
}

impl<'a> Endless<'a> {
    /// Follows what each of them requires, and reports each circle once.
    fn report(&self, faults: &mut Vec<Diagnostic>) {
        // Which walk came by first; a walk that meets itself has gone in a circle.
        let mut walks: Vec<Option<usize>> = vec![None; self.objects.len()];
        for start in (0..self.objects.len()).filter(|&index| self.infinite[index]) {
            let mut at = start;
            while walks[at].is_none() {
                walks[at] = Some(start);
                let Some(next) = self.next(at) else { break };
                at = next.object;
                if walks[at] == Some(start) {
                    faults.push(self.circle(at));
                }
            }
        }
    }

    /// What keeps an object from having an end.
    fn next(&self, index: usize) -> Option<Edge<'a>> {
        self.required.all(index).find(|edge| self.infinite[edge.object])
    }

    /// The circle that begins and ends at an object.
    fn circle(&self, start: usize) -> Diagnostic {
        let name = |index: usize| code(&self.objects[index].item.name);
        let message = format!("the object {} requires itself, so it would never end", name(start));
        let mut fault = Diagnostic::without_place(Severity::Fault, "infinite-object", message);
        let mut at = start;
        while let Some(edge) = self.next(at) {
            if fault.labels.len() <= MOST_LABELS {
                fault = fault.label(&edge.item.span, format!("requires {}", name(edge.object)));
            }
            at = edge.object;
            if at == start {
                break;
            }
        }
        fault.help(
            "break the circle: make one of the fields `optional: true`, nullable (`?`) or a list, or add a variant \
             that ends",
        )
    }
}
