//! Rust types for described types.

use serde_json::Value;

use super::item_names::{CallNames, Names};
use super::model::{HeaderSetter, RustType, Scheme};
use super::names::{Case, Name};
use super::scalars;
use super::shown::Shown;
use super::sides::Side;
use crate::api::{AnswerContent, Api, Boxes, Endpoint, EnumId, Hold, ObjectId, Pagination, Returns, Type};

/// Finds Rust types for the types of one API; names of items are looked up by their place in the model.
pub(super) struct Types<'a> {
    pub api: &'a Api,
    pub names: &'a Names,
    pub boxes: &'a Boxes,
    /// Headers that callers may set.
    pub header_setters: &'a [HeaderSetter],
    pub schemes: &'a [Scheme],
    /// What examples show.
    pub shown: &'a Shown<'a>,
    pub module: &'a Name,
}

impl Types<'_> {
    /// The names of an enum and of a value of it, if that is there to stay.
    pub(super) fn value_of(&self, id: EnumId, json: &Value) -> Option<(&(Name, Name), Name)> {
        let described = &self.api[id];
        let mut lasting = described.values.iter().filter(|value| value.item.deprecated.is_none());
        let value = lasting.find(|value| described.base.json(&value.item.name) == *json)?;
        Some((&self.names.enums[id.index()], Name::of(&value.item, Case::Camel)?))
    }

    /// The type in what the service answers, or in what callers send.
    pub(super) fn of(&self, ty: &Type, side: Side) -> RustType {
        match ty {
            Type::Scalar(scalar) => scalars::row(*scalar).ty,
            Type::Json => RustType::Json,
            Type::Id(id) => self.named(&self.names.identifiers[id.index()]),
            Type::Expandable(id, object) => {
                let id = self.of(&Type::Id(*id), side);
                // Callers only ever send the identifier.
                let object = || RustType::Expandable(Box::new(id.clone()), Box::new(self.object(*object, side)));
                if side == Side::Request { id } else { object() }
            }
            // What callers give of a list or map is taken apart.
            Type::Alias(_, inner) if side == Side::Request && is_many(inner) => self.of(inner, side),
            Type::Text(id) | Type::Alias(id, _) => self.named(self.names.aliases[id.index()].on(side)),
            Type::Object(id) => self.object(*id, side),
            Type::Enum(id) => self.named(&self.names.enums[id.index()]),
            Type::List(inner) => RustType::Vec(Box::new(self.of(inner, side))),
            Type::Map(inner) => RustType::Map(Box::new(self.of(inner, side))),
            Type::Nullable(inner) => self.of(inner, side).optional(),
        }
    }

    /// What a success gives.
    pub(super) fn returned(&self, endpoint: &Endpoint, names: &CallNames) -> RustType {
        let of = |ty| self.of(ty, Side::Answer);
        match (endpoint.answer.content, &endpoint.returns) {
            (AnswerContent::Bytes, Returns::Nothing) => return RustType::WholeBody,
            (AnswerContent::Events, Returns::Value(ty)) => return RustType::Events(Box::new(of(ty))),
            (AnswerContent::Lines, Returns::Value(ty)) => return RustType::Lines(Box::new(of(ty))),
            _ => {}
        }
        match &endpoint.returns {
            Returns::Nothing => RustType::Unit,
            Returns::Value(ty) => of(ty),
            Returns::Headed(_) | Returns::ByStatus(_) => RustType::Local(names.answer.clone()),
            Returns::Event => self.names.event.as_ref().map_or(RustType::Json, |name| self.named(name)),
            Returns::Page(Pagination::Cursor, item) => RustType::CursorPage(Box::new(of(item))),
            Returns::Page(Pagination::PageUrl, item) => RustType::UrlPage(Box::new(of(item))),
        }
    }

    /// The type of a field of `owner`, in its box.
    pub(super) fn of_field(&self, ty: &Type, owner: ObjectId, side: Side) -> RustType {
        self.held(ty, self.boxes.of_field(owner.index(), ty, side.sides()), side)
    }

    /// The type of the data of a variant of `owner`, in its box.
    pub(super) fn of_data(&self, ty: &Type, owner: ObjectId, side: Side) -> RustType {
        self.held(ty, self.boxes.of_data(owner.index(), ty, side.sides()), side)
    }

    /// What may be nothing is nothing without a box.
    fn held(&self, ty: &Type, hold: Hold, side: Side) -> RustType {
        match ty {
            Type::Nullable(inner) => self.of(inner, side).held(hold).optional(),
            _ => self.of(ty, side).held(hold),
        }
    }

    /// The type of an object.
    pub(super) fn object(&self, id: ObjectId, side: Side) -> RustType {
        self.named(self.names.objects[id.index()].on(side))
    }

    /// The enum of what an object is one of.
    pub(super) fn union(&self, id: ObjectId, side: Side) -> RustType {
        self.named(self.names.objects[id.index()].union_on(side))
    }

    fn named(&self, (module, name): &(Name, Name)) -> RustType {
        if module == self.module {
            RustType::Local(name.clone())
        } else {
            RustType::Foreign(module.clone(), name.clone())
        }
    }

    /// Whether an object has members of its own on a side, beside those of its union.
    pub(super) fn is_struct(&self, id: ObjectId, side: Side) -> bool {
        is_struct(&self.api[id], side)
    }
}

/// Whether an object has members of its own on a side, or no union: then it is a struct, and otherwise the union.
pub(super) fn is_struct(object: &crate::api::Object, side: Side) -> bool {
    !object.is_only_union(side.sides())
}

/// Whether a type is a list or map.
fn is_many(ty: &Type) -> bool {
    matches!(ty.meant(), Type::List(_) | Type::Map(_))
}

/// Whether callers hold such a value, or what such a list or map holds, in other forms too, such as `&str`.
pub(super) fn converts(ty: &Type, api: &Api) -> bool {
    match ty {
        // A variant follows from what it holds.
        Type::Object(id) => !is_struct(&api[*id], Side::Request),
        Type::List(inner) | Type::Map(inner) => !is_many(inner.without_null()) && converts(inner, api),
        Type::Nullable(inner) | Type::Alias(_, inner) => converts(inner, api),
        Type::Scalar(_) | Type::Text(_) | Type::Json | Type::Id(_) | Type::Expandable(..) | Type::Enum(_) => {
            api.given_as(ty).is_some()
        }
    }
}
