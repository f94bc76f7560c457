//! Types with what bounds them, and what is written in place beside them.

use std::collections::HashMap;

use super::{keys::Keys, out::Out};
use crate::{
    diag::Span,
    spec::{Bound, Enum, Item, Object, Resource, Sense, TypeExpression, in_place, reader::is_large_number},
    yaml::Read,
};

/// The type that a text spells.
pub(super) fn spelt(ty: &TypeExpression) -> String {
    with_name(ty, None)
}

/// The same, with another name inside all brackets.
fn with_name(ty: &TypeExpression, other: Option<&str>) -> String {
    match ty {
        TypeExpression::Name(name, None) => other.unwrap_or(&name.value).to_owned(),
        TypeExpression::Name(name, Some(argument)) => format!("{}({})", name.value, argument.value),
        TypeExpression::List(items) => format!("[{}]", with_name(items, other)),
        TypeExpression::Map(values) => format!("{{{}}}", with_name(values, other)),
        TypeExpression::Nullable(inside) => format!("{}?", with_name(inside, other)),
    }
}

/// A type as it is written at `type`.
pub(super) fn out(ty: &TypeExpression) -> Out {
    Out::Text(spelt(ty))
}

/// What is written in place.
#[derive(Clone, Copy)]
pub(super) enum Defined<'a> {
    Object(&'a Object),
    Enum(&'a Enum),
}

impl Defined<'_> {
    fn item(&self) -> &Item {
        match self {
            Self::Object(object) => &object.item,
            Self::Enum(values) => &values.item,
        }
    }

    fn word(&self) -> &'static str {
        match self {
            Self::Object(object) if object.is_union_alone() => "union",
            Self::Object(_) => "object",
            Self::Enum(_) => "enum",
        }
    }
}

/// What is written in place in a resource, by where the name of that stands in which it is written.
pub(super) struct Places<'a>(HashMap<(usize, usize), Defined<'a>>);

impl<'a> Places<'a> {
    pub(super) fn of(resource: &'a Resource) -> Self {
        let place = |span: &Span| (span.file, span.bytes.start);
        let objects = resource.objects.iter();
        let objects = objects.filter_map(|object| Some((place(object.in_place.as_ref()?), Defined::Object(object))));
        let enums = resource.enums.iter();
        let enums = enums.filter_map(|values| Some((place(values.in_place.as_ref()?), Defined::Enum(values))));
        Self(objects.chain(enums).collect())
    }

    /// Those of what stands in no resource.
    pub(super) fn none() -> Self {
        Self(HashMap::new())
    }

    /// What is written in a member, parameter or variant of this type.
    fn within(&self, item: &Item, ty: &TypeExpression) -> Option<Defined<'a>> {
        let Span { file, bytes } = &item.name.span;
        let defined = self.0.get(&(*file, bytes.start)).copied()?;
        (ty.plain_name() == Some(&defined.item().name.value)).then_some(defined)
    }
}

/// The type of a member, parameter or variant, and what is written beside it.
pub(super) struct Typed<'a, 'p> {
    ty: String,
    name: Option<&'a str>,
    /// What is written in place.
    pub(super) defined: Option<Defined<'a>>,
    pub(super) places: &'p Places<'a>,
}

impl<'a, 'p> Typed<'a, 'p> {
    /// What `item` of `owner` is.
    pub(super) fn of(ty: &Read<TypeExpression>, owner: &Item, item: &Item, places: &'p Places<'a>) -> Option<Self> {
        let ty = ty.as_ref().ok()?;
        let Some(defined) = places.within(item, ty) else {
            return Some(Self { ty: spelt(ty), name: None, defined: None, places });
        };
        let name = match defined {
            Defined::Object(object) => &object.item,
            Defined::Enum(values) => &values.item,
        };
        let is_made = in_place::made_name(owner, item).is_some_and(|made| made == name.name.value)
            && in_place::former_names(owner, item, &name.name).len() == name.was.len();
        let name = (!is_made).then_some(&*name.name.value);
        Some(Self { ty: with_name(ty, Some(defined.word())), name, defined: Some(defined), places })
    }

    /// Whether `fields` alone say as much.
    pub(super) fn is_plain_object(&self) -> bool {
        self.ty == "object" && self.name.is_none()
    }

    /// The keys in front of the text for readers.
    pub(super) fn ty(&self, keys: Keys) -> Keys {
        let name = self.name.map(|name| Out::Text(name.to_owned()));
        keys.put("type", Some(Out::Text(self.ty.clone()))).put("name", name)
    }
}

/// The keys of bounds.
pub(super) fn bounds(keys: Keys, bounds: &Read<Vec<Bound>>) -> Keys {
    bounds.iter().flatten().fold(keys, |keys, bound| {
        let is_text = bound.kind.sense() == Sense::Matching || is_large_number(&bound.value.value);
        let value = if is_text { Out::text(&bound.value) } else { Out::Bare(bound.value.value.clone()) };
        keys.put(bound.kind.key(), Some(value))
    })
}
