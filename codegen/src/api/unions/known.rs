//! Whether what callers give tells which variant of a union it is.

use crate::api::model::{Api, ObjectId, Sides, Told, Type, UnionVariant};

/// Whether a variant of requests is known by what it holds, since no other one holds such: an object, or where the shape
/// tells, anything. `id` is that of the object with the union: what is its own kind again stands for itself.
pub(crate) fn is_known_by_data(id: ObjectId, variant: &UnionVariant, api: &Api) -> bool {
    let object = &api[id];
    let Some(held) = variant.held() else { return false };
    let tells = match held {
        Type::Object(data) => *data != id || !object.is_only_union(Sides::REQUEST),
        _ => object.union.as_ref().is_some_and(|union| union.told == Told::Shape),
    };
    let is_same = |other: &UnionVariant| other.held().is_some_and(|data| is_sent_like(data, held, api));
    tells && object.variants().filter(|other| other.sides.request && is_same(other)).count() == 1
}

/// Whether callers hold values of both in one type: of what can be expanded, they send the identifier; other names and forms
/// are not seen in Rust, and all secrets are of one type.
fn is_sent_like(one: &Type, other: &Type, api: &Api) -> bool {
    match (one.meant(), other.meant()) {
        (Type::Text(one), Type::Text(other)) => one == other || api[*one].secret && api[*other].secret,
        (Type::Scalar(one), Type::Scalar(other)) => one.without_form() == other.without_form(),
        (Type::Id(one) | Type::Expandable(one, _), Type::Id(other) | Type::Expandable(other, _)) => one == other,
        (Type::List(one), Type::List(other))
        | (Type::Map(one), Type::Map(other))
        | (Type::Nullable(one), Type::Nullable(other)) => is_sent_like(one, other, api),
        (one, other) => one == other,
    }
}
