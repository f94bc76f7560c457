//! Finds objects that need themselves, or too much: no finite JSON could ever be one.

use crate::{
    api::model::{Field, Object, ObjectId, Type},
    diag::{Diagnostic, Diagnostics, code},
};

/// How deep objects may require objects.
const DEEPEST: usize = 32;
/// How many members an object may require, those of its members included.
const MOST: usize = 5_000;

/// How many steps of a circle a report shows, after the first.
const MOST_LABELS: usize = 7;

/// Checks all objects.
pub(super) fn check(objects: &[Object], diagnostics: &mut Diagnostics) {
    let required: Vec<Vec<(&Field, usize)>> = objects.iter().map(|object| required(object).collect()).collect();
    let mut sizes: Vec<Option<Size>> = vec![None; objects.len()];
    for index in finite(&required) {
        let inner = required[index].iter().filter_map(|(_, object)| sizes[*object]);
        let size = Size::of(objects[index].fields.len(), inner);
        if size.is_too_large() && required[index].iter().all(|(_, object)| is_small(sizes[*object])) {
            diagnostics.push(too_large(&objects[index]));
        }
        sizes[index] = Some(size);
    }
    let infinite: Vec<bool> = sizes.iter().map(Option::is_none).collect();
    cycles(objects, &required, &infinite, diagnostics);
}

/// The objects that an object always has in it.
fn required(object: &Object) -> impl Iterator<Item = (&Field, usize)> {
    object.fields.iter().filter(|field| !field.optional).filter_map(|field| match field.ty {
        Type::Object(ObjectId(index)) => Some((field, index)),
        _ => None,
    })
}

/// The objects that require none without an end, each after those that it requires.
fn finite(required: &[Vec<(&Field, usize)>]) -> Vec<usize> {
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); required.len()];
    let mut open: Vec<usize> = required.iter().map(Vec::len).collect();
    for (index, required) in required.iter().enumerate() {
        for (_, object) in required {
            users[*object].push(index);
        }
    }
    let mut order: Vec<usize> = (0..required.len()).filter(|&index| open[index] == 0).collect();
    let mut next = 0;
    while let Some(&index) = order.get(next) {
        next += 1;
        for &user in &users[index] {
            open[user] -= 1;
            if open[user] == 0 {
                order.push(user);
            }
        }
    }
    order
}

/// What an object requires in all.
#[derive(Clone, Copy)]
struct Size {
    members: usize,
    depth: usize,
}

impl Size {
    fn of(fields: usize, inner: impl Iterator<Item = Self>) -> Self {
        let start = Self { members: fields, depth: 0 };
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

/// Follows what each infinite object requires, and reports each circle once.
fn cycles(objects: &[Object], required: &[Vec<(&Field, usize)>], infinite: &[bool], diagnostics: &mut Diagnostics) {
    // Which walk came by first; a walk that meets itself has gone in a circle.
    let mut walks: Vec<Option<usize>> = vec![None; objects.len()];
    for start in (0..objects.len()).filter(|&index| infinite[index]) {
        let mut at = start;
        while walks[at].is_none() {
            walks[at] = Some(start);
            let Some((_, next)) = required[at].iter().find(|(_, object)| infinite[*object]) else { break };
            at = *next;
            if walks[at] == Some(start) {
                diagnostics.push(cycle(objects, required, infinite, at));
            }
        }
    }
}

/// The circle that begins and ends at an object.
fn cycle(objects: &[Object], required: &[Vec<(&Field, usize)>], infinite: &[bool], start: usize) -> Diagnostic {
    let mut fields = Vec::new();
    let mut at = start;
    while let Some((field, next)) = required[at].iter().find(|(_, object)| infinite[*object]) {
        fields.push((*field, &objects[*next].item.name));
        at = *next;
        if at == start {
            break;
        }
    }
    let message = format!("the object {} requires itself, so it would never end", code(&objects[start].item.name));
    let (field, name) = fields[0];
    let label = |name: &str| format!("requires {}", code(name));
    let fault = Diagnostic::new("infinite-object", message, &field.item.span, label(name));
    fields[1..]
        .iter()
        .take(MOST_LABELS)
        .fold(fault, |fault, (field, name)| fault.label(&field.item.span, label(name)))
        .help("break the circle: make one of the fields `optional: true`, nullable (`?`) or a list")
}
