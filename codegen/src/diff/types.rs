//! What became of the type of a value: whether Rust spells it alike, and whether what is sent is still taken.

use super::context::Context;
use super::judge::TypeChange;
use super::meeting::Meeting;
use crate::api::{Api, Sides, Type};

impl Context<'_> {
    /// Compares a type of the old description with one of the new, where callers send it.
    pub(super) fn requested(&self, old: &Type, new: &Type) -> TypeChange {
        let (old, new) = (old.without_null(), new.without_null());
        let fit = Meeting::of_requests(self).fit(old, new);
        let (old, new) = (&old.without_forms(), &new.without_forms());
        let is_same = self.is_same(old, new, Sides::REQUEST);
        TypeChange { is_same, takes: is_same || self.takes(old, new), fit }
    }

    /// Compares a type of the old description with one of the new, where the service sends it.
    pub(super) fn answered(&self, old: &Type, new: &Type) -> TypeChange {
        let (old, new) = (old.without_null(), new.without_null());
        let fit = Meeting::of_answers(self).fit(new, old);
        let is_same = self.is_same(&old.without_forms(), &new.without_forms(), Sides::RESPONSE);
        TypeChange { is_same, takes: true, fit }
    }

    /// Whether both are one type, in Rust and on the wire.
    pub(super) fn is_same(&self, old: &Type, new: &Type, side: Sides) -> bool {
        match (old, new) {
            (Type::Id(old), Type::Id(new)) => self.identifiers.are_one(old.index(), new.index()),
            (Type::Expandable(old, _) | Type::Id(old), Type::Expandable(new, _))
            | (Type::Expandable(old, _), Type::Id(new))
                if side == Sides::REQUEST =>
            {
                self.identifiers.are_one(old.index(), new.index())
            }
            (Type::Expandable(old_id, old), Type::Expandable(new_id, new)) => {
                self.identifiers.are_one(old_id.index(), new_id.index())
                    && self.objects.are_one(old.index(), new.index())
            }
            (Type::Text(old), Type::Text(new)) | (Type::Alias(old, _), Type::Alias(new, _)) => {
                self.aliases.are_one(old.index(), new.index())
            }
            (Type::Object(old), Type::Object(new)) => self.objects.are_one(old.index(), new.index()),
            (Type::Enum(old), Type::Enum(new)) => self.enums.are_one(old.index(), new.index()),
            (Type::List(old), Type::List(new))
            | (Type::Map(old), Type::Map(new))
            | (Type::Nullable(old), Type::Nullable(new)) => self.is_same(old, new, side),
            _ => old == new,
        }
    }

    /// Whether a method that takes the new type takes all that callers gave to the one that took the old type: values
    /// of the type itself, and the literals and references that turn into it.
    fn takes(&self, old: &Type, new: &Type) -> bool {
        match (old, new) {
            (Type::Scalar(old), new) => self.new.api.given_as(new).is_some_and(|scalars| scalars.contains(old)),
            (Type::List(old), Type::List(new)) | (Type::Map(old), Type::Map(new)) => {
                let is_nested = |ty: &Type| matches!(ty, Type::List(_) | Type::Map(_));
                !is_nested(old) && !is_nested(new) && (self.is_same(old, new, Sides::REQUEST) || self.takes(old, new))
            }
            _ => false,
        }
    }
}

/// A type as a description writes it.
pub(super) fn spell(ty: &Type, api: &Api) -> String {
    match ty {
        Type::Scalar(scalar) => scalar.facts().name.to_owned(),
        Type::Text(id) | Type::Alias(id, _) => api[*id].item.name.clone(),
        Type::Json => "json".to_owned(),
        Type::Id(id) => format!("id({})", api[*id].item.name),
        Type::Expandable(_, object) => format!("expandable({})", api[*object].item.name),
        Type::Object(id) => api[*id].item.name.clone(),
        Type::Enum(id) => api[*id].item.name.clone(),
        Type::List(inner) => format!("[{}]", spell(inner, api)),
        Type::Map(inner) => format!("{{{}}}", spell(inner, api)),
        Type::Nullable(inner) => format!("{}?", spell(inner, api)),
    }
}
