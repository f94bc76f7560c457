//! Which objects an object always has in it, on one of the two sides.

use crate::api::model::{Item, Object, ObjectId, Sides, Type};

/// What all objects require.
pub(crate) struct Requirements<'a> {
    objects: &'a [Object],
    side: Sides,
    /// By what is in each field that is always there.
    fields: Vec<Vec<Edge<'a>>>,
    /// By each variant that is met: nothing, or what its data is.
    variants: Vec<Vec<Variant<'a>>>,
}

/// A member or variant that requires an object.
#[derive(Clone, Copy)]
pub(crate) struct Edge<'a> {
    pub(crate) item: &'a Item,
    pub(crate) object: usize,
}

/// A variant by its index in the union, and what it requires.
struct Variant<'a> {
    index: usize,
    edge: Option<Edge<'a>>,
}

/// The objects that require none without an end.
pub(crate) struct Ends {
    /// Each after those that it requires.
    pub(crate) order: Vec<usize>,
    /// For each object, the variant of its union that comes to an end first, if it has a union.
    pub(crate) variants: Vec<Option<usize>>,
}

impl<'a> Requirements<'a> {
    /// What objects require on a side; those that are never there require nothing.
    pub(crate) fn new(objects: &'a [Object], side: Sides) -> Self {
        let met = |object: &&Object| object.uses.meets(side);
        let fields = |object: &'a Object| {
            let fields = object.fields.iter().filter(|field| field.sides.meets(side) && !field.optional.meets(side));
            fields.filter_map(|field| edge(&field.item, Some(&field.ty))).collect()
        };
        let variants = |object: &'a Object| {
            let variants = object.union.iter().flat_map(|union| union.variants.iter().enumerate());
            let met = variants.filter(|(_, variant)| variant.sides.meets(side));
            met.map(|(index, variant)| Variant { index, edge: edge(&variant.item, variant.data.as_ref()) }).collect()
        };
        Self {
            objects,
            side,
            fields: objects.iter().map(|object| Some(object).filter(met).map(fields).unwrap_or_default()).collect(),
            variants: objects.iter().map(|object| Some(object).filter(met).map(variants).unwrap_or_default()).collect(),
        }
    }

    /// How many members of its own an object has.
    pub(crate) fn members(&self, index: usize) -> usize {
        let fields = self.objects[index].fields.iter().filter(|field| field.sides.meets(self.side));
        fields.count() + if self.objects[index].union.is_some() { 2 } else { 0 }
    }

    /// What an object requires in the form of one of its variants.
    pub(crate) fn needed(&self, index: usize, variant: Option<usize>) -> impl Iterator<Item = Edge<'a>> {
        let variants = self.variants[index].iter().filter(move |known| Some(known.index) == variant);
        self.fields[index].iter().copied().chain(variants.filter_map(|variant| variant.edge))
    }

    /// What an object requires in the form of any of its variants.
    pub(crate) fn all(&self, index: usize) -> impl Iterator<Item = Edge<'a>> {
        self.fields[index].iter().copied().chain(self.variants[index].iter().filter_map(|variant| variant.edge))
    }

    /// Finds the objects that come to an end.
    pub(crate) fn ends(&self) -> Ends {
        let users = self.users();
        let mut variants: Vec<Option<usize>> = self.variants.iter().map(|variants| free(variants)).collect();
        let waits = |index: usize| usize::from(variants[index].is_none() && !self.variants[index].is_empty());
        // For each object, how many things must come to an end before it does.
        let mut open: Vec<usize> = (0..users.len()).map(|index| self.fields[index].len() + waits(index)).collect();
        let mut order: Vec<usize> = (0..users.len()).filter(|&index| open[index] == 0).collect();
        let mut next = 0;
        while let Some(&index) = order.get(next) {
            next += 1;
            for &User { object, variant } in &users[index] {
                if variant.is_some() && variants[object].is_some() {
                    continue;
                }
                variants[object] = variants[object].or(variant);
                open[object] -= 1;
                if open[object] == 0 {
                    order.push(object);
                }
            }
        }
        Ends { order, variants }
    }

    /// For each object, those that require it.
    fn users(&self) -> Vec<Vec<User>> {
        let mut users = vec![Vec::new(); self.objects.len()];
        for (object, fields) in self.fields.iter().enumerate() {
            for edge in fields {
                users[edge.object].push(User { object, variant: None });
            }
        }
        for (object, variants) in self.variants.iter().enumerate() {
            for Variant { index, edge } in variants {
                if let Some(edge) = edge {
                    users[edge.object].push(User { object, variant: Some(*index) });
                }
            }
        }
        users
    }
}

/// An object that requires another one: always, or in the form of a variant.
#[derive(Clone, Copy)]
struct User {
    object: usize,
    variant: Option<usize>,
}

/// The first variant that requires nothing.
fn free(variants: &[Variant]) -> Option<usize> {
    variants.iter().find(|variant| variant.edge.is_none()).map(|variant| variant.index)
}

fn edge<'a>(item: &'a Item, ty: Option<&Type>) -> Option<Edge<'a>> {
    match ty.map(Type::meant) {
        Some(Type::Object(ObjectId(object))) => Some(Edge { item, object: *object }),
        _ => None,
    }
}
