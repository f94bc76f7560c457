//! Whether what callers give tells which variant of a union it is.

use crate::api::model::{Api, ObjectId, Sides, Told, Type, UnionVariant};
use crate::api::scalars::Scalar;

/// How freely callers may give what a variant of requests holds in place of the variant. What comes later takes more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Follows {
    /// Not at all: the variant is named.
    Never,
    /// As a value of its type; of a list, in whatever holds its items.
    Exactly,
    /// Also as what turns into it, or as a list of texts: no other variant, or no other list, takes the like.
    Freely,
    /// As any list or map whose items turn into its own: there is no other list or map.
    Alone,
}

/// How freely a variant of requests follows from what it holds, since no other one holds such: an object, or where the shape
/// tells, anything. `id` is that of the object with the union: what is its own kind again stands for itself.
pub(crate) fn follows(id: ObjectId, variant: &UnionVariant, api: &Api) -> Follows {
    let object = &api[id];
    let Some(held) = variant.held().filter(|_| variant.sides.request) else { return Follows::Never };
    let tells = match held {
        Type::Object(data) => *data != id || !object.is_only_union(Sides::REQUEST),
        _ => object.union.as_ref().is_some_and(|union| union.told == Told::Shape),
    };
    let all = || object.variants().filter(|other| other.sides.request).filter_map(UnionVariant::held);
    let is_single = |is_such: &dyn Fn(&Type) -> bool| all().filter(|data| is_such(data)).count() == 1;
    if !tells || !is_single(&|data| is_sent_like(data, held, api)) {
        return Follows::Never;
    }
    match held {
        Type::List(_) if is_single(&|data| matches!(data, Type::List(_) | Type::Map(_))) => Follows::Alone,
        Type::Map(_) if is_single(&|data| matches!(data, Type::Map(_))) => Follows::Alone,
        Type::List(item) => {
            let takes_texts =
                |data: &Type| matches!(data, Type::List(item) if taken(item, api).contains(&Scalar::String));
            let is_one = taken(item, api).contains(&Scalar::String) && is_single(&takes_texts);
            if is_one { Follows::Freely } else { Follows::Exactly }
        }
        _ => {
            let given = taken(held, api);
            let takes_like = |data: &Type| taken(data, api).iter().any(|scalar| given.contains(scalar));
            if !given.is_empty() && is_single(&takes_like) { Follows::Freely } else { Follows::Exactly }
        }
    }
}

/// The scalars whose values are one of a type, or turn into it.
fn taken(ty: &Type, api: &Api) -> Vec<Scalar> {
    let own = if let Type::Scalar(scalar) = ty.meant() { Some(scalar.without_form()) } else { None };
    api.given_as(ty).into_iter().flatten().copied().chain(own).collect()
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
