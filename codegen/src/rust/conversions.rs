//! What callers may give in place of a variant of a union.

use super::model::{Conversion, RustType};
use super::scalars;
use super::sides::Side;
use super::types::{Types, converts};
use crate::api::{Follows, ObjectId, Scalar, Type, UnionVariant, follows};

/// What a variant of requests follows from.
pub(super) fn conversions(id: ObjectId, variant: &UnionVariant, types: &Types<'_>) -> Vec<Conversion> {
    let follows = follows(id, variant, types.api);
    let Some(held) = variant.held().filter(|_| follows > Follows::Never) else { return Vec::new() };
    let [named, ty] = [variant.data.as_ref().unwrap_or(held), held].map(|ty| types.of(ty, Side::Request));
    match (held, follows) {
        (Type::List(_), Follows::Alone) if converts(held, types.api) => vec![Conversion::Items(item(ty))],
        (Type::List(_), Follows::Freely) => vec![Conversion::Each(item(ty.clone())), Conversion::Texts(item(ty))],
        (Type::List(_), _) => vec![Conversion::Each(item(ty))],
        (Type::Map(_), Follows::Alone) => vec![Conversion::Entries(item(ty))],
        (_, Follows::Freely) => given(held, &named, &ty, types),
        _ => vec![Conversion::From(named)],
    }
}

/// A value of a type by its name, and what turns into it. A text is one of the texts that callers hold.
fn given(held: &Type, named: &RustType, ty: &RustType, types: &Types<'_>) -> Vec<Conversion> {
    let exactly = Some(Conversion::From(named.clone())).filter(|_| *ty != RustType::Language("String"));
    let others = types.api.given_as(held).into_iter().flatten().filter_map(|scalar| match scalar {
        Scalar::String => Some(Conversion::Text(named.clone())),
        other => Some(scalars::row(*other).ty).filter(|other| other != ty).map(Conversion::From),
    });
    exactly.into_iter().chain(others).collect()
}

/// What a list or map holds.
fn item(ty: RustType) -> RustType {
    match ty {
        RustType::Vec(item) | RustType::Map(item) => *item,
        other => other,
    }
}
