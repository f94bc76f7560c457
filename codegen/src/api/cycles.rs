//! Which objects hold each other without a list or map between, so that Rust needs a box on the way.

use super::model::{Api, Type};

/// The objects of an API, sorted into groups whose members hold each other.
pub(crate) struct Cycles {
    group: Vec<usize>,
}

impl Cycles {
    /// Sorts the objects: two are in one group if each can be reached from the other.
    pub(crate) fn of(api: &Api) -> Self {
        let held: Vec<Vec<usize>> = api
            .objects
            .iter()
            .map(|object| object.fields.iter().filter_map(|field| held(&field.ty)).collect())
            .collect();
        let mut holders = vec![Vec::new(); held.len()];
        for (holder, held) in held.iter().enumerate() {
            for &held in held {
                holders[held].push(holder);
            }
        }
        // Kosaraju's way: what was left last in one direction starts a group in the other.
        let mut seen = vec![false; held.len()];
        let mut order = Vec::new();
        for start in 0..held.len() {
            visit(start, &held, &mut seen, &mut |object| order.push(object));
        }
        let mut group = vec![0; held.len()];
        let mut seen = vec![false; held.len()];
        for start in order.into_iter().rev() {
            visit(start, &holders, &mut seen, &mut |object| group[object] = start);
        }
        Self { group }
    }

    /// Whether a field of this type is in a box, since its owner, the object at this place, would otherwise hold itself.
    pub(crate) fn is_boxed(&self, owner: usize, ty: &Type) -> bool {
        held(ty).is_some_and(|held| self.group[owner] == self.group[held])
    }
}

/// The object that a field of this type has in itself.
fn held(ty: &Type) -> Option<usize> {
    if let Type::Object(id) = ty.without_null() { Some(id.index()) } else { None }
}

/// Calls `leave` with all that can be reached from `start` and was not seen yet, each after what it leads to. The path
/// is kept on the heap: a description may be deeper than the stack.
fn visit(start: usize, edges: &[Vec<usize>], seen: &mut [bool], leave: &mut dyn FnMut(usize)) {
    let mut path = Vec::new();
    if !std::mem::replace(&mut seen[start], true) {
        path.push((start, edges[start].iter()));
    }
    while let Some((object, rest)) = path.last_mut() {
        if let Some(&next) = rest.find(|&&next| !seen[next]) {
            seen[next] = true;
            path.push((next, edges[next].iter()));
        } else {
            leave(*object);
            path.pop();
        }
    }
}
