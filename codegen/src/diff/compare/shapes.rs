//! All that is known of an item but its name, to find what may be one thing under another name.

use super::super::types::spell;
use crate::api::{Api, Enum, Field, Object, Parameter, Type, UnionVariant};

pub(super) fn object(object: &Object) -> String {
    let fields = object.fields.iter().map(|field| field.item.name.as_str());
    let variants = object.union.iter().flat_map(|union| &union.variants).map(|variant| variant.item.name.as_str());
    fields.chain(variants).collect::<Vec<_>>().join(",")
}

pub(super) fn enumeration(item: &Enum) -> String {
    let values: Vec<&str> = item.values.iter().map(|value| value.item.name.as_str()).collect();
    format!("{} {}", item.base.as_str(), values.join(","))
}

pub(super) fn field(field: &Field, api: &Api) -> String {
    format!("{} {:?} {:?}", ty(&field.ty, api), field.sides, field.optional)
}

pub(super) fn parameter(parameter: &Parameter, api: &Api) -> String {
    let Parameter { location, optional, .. } = parameter;
    format!("{} {location:?} {optional}", ty(&parameter.ty, api))
}

pub(super) fn variant(variant: &UnionVariant, api: &Api) -> String {
    variant.data.as_ref().map(|data| ty(data, api)).unwrap_or_default()
}

/// A type; one that is written in place has its name from there, and is known by what is in it.
fn ty(ty: &Type, api: &Api) -> String {
    let spelled = spell(ty, api);
    let (name, shape) = match ty.innermost() {
        Type::Object(id) if api[*id].in_place.is_some() => (&api[*id].item.name, object(&api[*id])),
        Type::Enum(id) if api[*id].in_place.is_some() => (&api[*id].item.name, enumeration(&api[*id])),
        _ => return spelled,
    };
    spelled.replace(name, &shape)
}
