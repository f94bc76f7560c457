//! Rust types for described types, and what an example's JSON must decode to.

use serde_json::Value;

use super::cycles::Cycles;
use super::{Assertion, HeaderSetter, Name};
use crate::api::{Api, ObjectId, Type};

/// A type as generated code spells it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RustType {
    /// `()`.
    Unit,
    /// `bool`.
    Bool,
    /// `i64`.
    I64,
    /// `f64`.
    F64,
    /// `String`.
    String,
    /// Any JSON.
    Json,
    /// The runtime's `Amount`.
    Amount,
    /// The runtime's `Currency`.
    Currency,
    /// The runtime's `Decimal`.
    Decimal,
    /// The runtime's `Timestamp`.
    Timestamp,
    /// A type of the same module.
    Local(Name),
    /// A type of another module.
    Foreign(Name, Name),
    /// `Box<_>`, where an object holds another of its own kind.
    Box(Box<RustType>),
    /// `Option<_>`.
    Option(Box<RustType>),
    /// `Vec<_>`.
    Vec(Box<RustType>),
    /// A map from text.
    Map(Box<RustType>),
}

impl RustType {
    pub(super) fn optional(self) -> Self {
        if matches!(self, Self::Option(_)) { self } else { Self::Option(Box::new(self)) }
    }

    /// The innermost type, which is the one with a name.
    #[must_use]
    pub fn innermost(&self) -> &Self {
        match self {
            Self::Box(inner) | Self::Option(inner) | Self::Vec(inner) | Self::Map(inner) => inner.innermost(),
            other => other,
        }
    }
}

/// A step from a decoded value to a part of it.
#[derive(Clone, Debug)]
pub enum Step {
    /// Into a field.
    Field(Name),
    /// Into an `Option` that holds something.
    Some,
    /// Into a list.
    Index(usize),
    /// Into a map.
    Key(String),
}

/// What a part of a decoded example must be.
#[derive(Clone, Debug)]
pub enum Expected {
    /// This text, by `as_str`.
    Text(String),
    /// This text, by `Display`.
    Display(String),
    /// This many minor units.
    MinorUnits(i64),
    /// This truth.
    Bool(bool),
    /// This instant.
    Timestamp(String),
    /// Nothing.
    None,
    /// This many elements.
    Length(usize),
    /// This JSON.
    Json(String),
}

/// Finds Rust types for the types of one API; names of items are looked up by their place in the model.
pub(super) struct Types<'a> {
    pub api: &'a Api,
    pub names: &'a Names,
    pub cycles: &'a Cycles,
    /// Headers that callers may set.
    pub header_setters: &'a [HeaderSetter],
    pub krate: &'a Name,
    pub module: &'a Name,
}

/// The Rust name of every item that a type can speak of, with the module that holds it.
#[derive(Default)]
pub(super) struct Names {
    pub objects: Vec<(Name, Name)>,
    pub enums: Vec<(Name, Name)>,
    pub identifiers: Vec<(Name, Name)>,
    /// The field names of each object.
    pub fields: Vec<Vec<Name>>,
}

impl Types<'_> {
    pub(super) fn of(&self, ty: &Type) -> RustType {
        match ty {
            Type::String => RustType::String,
            Type::Boolean => RustType::Bool,
            Type::Integer => RustType::I64,
            Type::Number => RustType::F64,
            Type::Decimal => RustType::Decimal,
            Type::Money => RustType::Amount,
            Type::Currency => RustType::Currency,
            Type::Timestamp => RustType::Timestamp,
            Type::Json => RustType::Json,
            Type::Id(id) => self.named(&self.names.identifiers[id.index()]),
            Type::Object(id) => self.named(&self.names.objects[id.index()]),
            Type::Enum(id) => self.named(&self.names.enums[id.index()]),
            Type::List(inner) => RustType::Vec(Box::new(self.of(inner))),
            Type::Map(inner) => RustType::Map(Box::new(self.of(inner))),
            Type::Nullable(inner) => self.of(inner).optional(),
        }
    }

    /// The type of a field of `owner`: boxed where the object would otherwise hold itself.
    pub(super) fn of_field(&self, ty: &Type, owner: ObjectId) -> RustType {
        match ty {
            Type::Object(id) if self.cycles.share(owner.index(), id.index()) => RustType::Box(Box::new(self.of(ty))),
            Type::Nullable(inner) => self.of_field(inner, owner).optional(),
            _ => self.of(ty),
        }
    }

    fn named(&self, (module, name): &(Name, Name)) -> RustType {
        if module == self.module {
            RustType::Local(name.clone())
        } else {
            RustType::Foreign(module.clone(), name.clone())
        }
    }

    /// Adds what must hold at `path` if `json` is decoded as `ty` there.
    pub(super) fn assertions(&self, ty: &Type, json: &Value, path: &mut Vec<Step>, all: &mut Vec<Assertion>) {
        let expected = match (ty, json) {
            (Type::Nullable(_), Value::Null) => Expected::None,
            (Type::Nullable(inner), _) => return self.step(Step::Some, inner, json, path, all),
            (Type::Object(id), _) => return self.object_assertions(*id, json, path, all),
            (Type::List(inner), Value::Array(list)) => {
                all.push(Assertion { path: path.clone(), expected: Expected::Length(list.len()) });
                for (index, element) in list.iter().enumerate() {
                    self.step(Step::Index(index), inner, element, path, all);
                }
                return;
            }
            (Type::Map(inner), Value::Object(map)) => {
                all.push(Assertion { path: path.clone(), expected: Expected::Length(map.len()) });
                for (key, element) in map {
                    self.step(Step::Key(key.clone()), inner, element, path, all);
                }
                return;
            }
            (Type::Json, _) => Expected::Json(json.to_string()),
            (Type::Timestamp, Value::String(text)) => Expected::Timestamp(text.clone()),
            (Type::Boolean, Value::Bool(truth)) => Expected::Bool(*truth),
            (Type::Money, Value::Number(number)) => Expected::MinorUnits(number.as_i64().unwrap_or_default()),
            (Type::Money, Value::String(text)) => Expected::MinorUnits(text.parse().unwrap_or_default()),
            (_, Value::String(text)) => Expected::Text(text.clone()),
            (Type::Number, Value::Number(number)) => Expected::Display(number.as_f64().unwrap_or_default().to_string()),
            (_, other) => Expected::Display(other.to_string()),
        };
        all.push(Assertion { path: path.clone(), expected });
    }

    fn object_assertions(&self, id: ObjectId, json: &Value, path: &mut Vec<Step>, all: &mut Vec<Assertion>) {
        for (field, name) in self.api[id].fields.iter().zip(&self.names.fields[id.index()]) {
            let member = json.get(&field.item.name).unwrap_or(&Value::Null);
            let step = Step::Field(name.clone());
            if field.optional && !matches!(field.ty, Type::Nullable(_)) {
                let ty = Type::Nullable(Box::new(field.ty.clone()));
                self.step(step, &ty, member, path, all);
            } else {
                self.step(step, &field.ty, member, path, all);
            }
        }
    }

    fn step(&self, step: Step, ty: &Type, json: &Value, path: &mut Vec<Step>, all: &mut Vec<Assertion>) {
        path.push(step);
        self.assertions(ty, json, path, all);
        path.pop();
    }
}
