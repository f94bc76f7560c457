//! What the data of each variant of a union looks like, where nothing else tells it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::sorts::{JsonSort, sorts};
use crate::api::{
    model::{Api, Field, Object, Sides, Told, Type, Union},
    scalars::TimestampFormat,
};

/// What the data of a variant looks like.
#[derive(Clone, Debug)]
pub struct KindShape {
    /// The place of the variant in the union.
    pub variant: usize,
    /// The sorts of JSON that it can be.
    pub sorts: Vec<JsonSort>,
    /// Members that always say the same, or one of a few things.
    pub constants: Vec<(String, Vec<Value>)>,
    /// Members that no other variant has.
    pub marks: Vec<String>,
    members: Members,
    /// How much it demands, to be compared.
    demand: usize,
}

/// The members that an object can have.
#[derive(Clone, Debug, Default)]
struct Members {
    names: BTreeSet<String>,
    required: BTreeSet<String>,
    constants: Vec<(String, Vec<Value>)>,
    /// Whether it can have others.
    is_open: bool,
}

/// The shapes of the variants that are met on a side, in the order in which they are tried: what demands more comes first.
pub(crate) fn shapes(union: &Union, timestamps: TimestampFormat, side: Sides, api: &Api) -> Vec<KindShape> {
    let met = union.variants.iter().enumerate().filter(|(_, variant)| variant.sides.meets(side));
    let mut shapes: Vec<KindShape> = met
        .filter_map(|(index, variant)| Some(KindShape::of(index, variant.data.as_ref()?, timestamps, side, api)))
        .collect();
    let marks: Vec<Vec<String>> = (0..shapes.len()).map(|index| marks(index, &shapes)).collect();
    for (shape, marks) in shapes.iter_mut().zip(marks) {
        shape.marks = marks;
    }
    shapes.sort_by_key(|shape| std::cmp::Reverse(shape.demand));
    shapes
}

/// The members of one shape that no other has.
fn marks(index: usize, shapes: &[KindShape]) -> Vec<String> {
    let others = || shapes.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, shape)| &shape.members);
    // One that can have any member may have all of them.
    if !others().any(|other| !other.names.is_empty()) || others().any(|other| other.is_open) {
        return Vec::new();
    }
    let names = shapes[index].members.names.iter();
    names.filter(|name| others().all(|other| !other.names.contains(*name))).cloned().collect()
}

impl KindShape {
    fn of(variant: usize, data: &Type, timestamps: TimestampFormat, side: Sides, api: &Api) -> Self {
        let members = Members::of(data, side, api);
        Self {
            variant,
            sorts: sorts(data, timestamps, api),
            constants: members.constants.clone(),
            marks: Vec::new(),
            demand: demand(data, &members, timestamps, api),
            members,
        }
    }

    /// Whether something tells the data of two variants apart.
    pub(crate) fn is_told_from(&self, other: &Self) -> bool {
        let common: Vec<&JsonSort> = self.sorts.iter().filter(|sort| other.sorts.contains(sort)).collect();
        match common.as_slice() {
            [] => true,
            [JsonSort::Object] => self.members.are_told_from(&other.members),
            _ => false,
        }
    }
}

/// How much a type demands of JSON: members of objects, or how few texts or numbers it takes.
fn demand(ty: &Type, members: &Members, timestamps: TimestampFormat, api: &Api) -> usize {
    match ty {
        Type::Json => 0,
        Type::Scalar(scalar) => 1 + scalar.facts().written.wider(timestamps).len(),
        Type::Enum(id) => 2 + api[*id].base.scalar().facts().written.wider(timestamps).len(),
        _ => 1 + members.required.len(),
    }
}

impl Members {
    fn of(ty: &Type, side: Sides, api: &Api) -> Self {
        let mut members = Self::default();
        match ty {
            Type::Map(_) | Type::Json => members.is_open = true,
            Type::Object(id) => members.add(&api[*id], side, api, &mut Vec::new()),
            // What is left of an object that was deleted says no more than that, and which it was.
            Type::Expandable(_, id) => {
                members.add(&api[*id], side, api, &mut Vec::new());
                members.required.clear();
                members.constants.clear();
                members.names.insert("deleted".to_owned());
            }
            _ => {}
        }
        members
    }

    /// Adds the members of an object; `open` are those in which it stands.
    fn add<'a>(&mut self, object: &'a Object, side: Sides, api: &'a Api, open: &mut Vec<&'a Object>) {
        if open.iter().any(|known| std::ptr::eq(*known, object)) {
            return;
        }
        open.push(object);
        for field in object.fields.iter().filter(|field| field.sides.meets(side)) {
            self.add_field(field, side);
        }
        if let Some(union) = &object.union {
            self.add_union(union, side, api, open);
        }
        open.pop();
    }

    fn add_field(&mut self, field: &Field, side: Sides) {
        let name = &field.item.name;
        self.names.insert(name.clone());
        if !field.absence().meets(side) {
            self.required.insert(name.clone());
            let constants = field.constants();
            if !constants.is_empty() {
                self.constants.push((name.clone(), constants));
            }
        }
    }

    fn add_union<'a>(&mut self, union: &'a Union, side: Sides, api: &'a Api, open: &mut Vec<&'a Object>) {
        if let Some(tag) = union.told.tag() {
            self.names.insert(tag.to_owned());
            self.required.insert(tag.to_owned());
        }
        if let Told::Content { content, .. } = &union.told {
            self.names.insert(content.clone());
        }
        for variant in union.on(side) {
            match (union.told.is_inside(), &variant.data) {
                (true, Some(Type::Object(id))) => {
                    let mut inside = Self::default();
                    inside.add(&api[*id], side, api, open);
                    self.names.append(&mut inside.names);
                    self.is_open |= inside.is_open;
                }
                (true, Some(Type::Map(_) | Type::Json)) => self.is_open = true,
                (false, Some(_)) => self.names.extend(union.member_of(variant).map(str::to_owned)),
                _ => {}
            }
        }
    }

    fn are_told_from(&self, other: &Self) -> bool {
        let differ = |(name, says): &(String, Vec<Value>)| {
            let others = other.constants.iter().filter(|(other, _)| other == name);
            others.map(|(_, says)| says).any(|others| says.iter().all(|said| !others.contains(said)))
        };
        let has_own =
            |one: &Self, other: &Self| !other.is_open && one.required.iter().any(|name| !other.names.contains(name));
        self.constants.iter().any(differ) || has_own(self, other) || has_own(other, self)
    }
}
