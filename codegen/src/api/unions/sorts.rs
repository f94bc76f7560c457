//! The sorts of JSON values that types can be.

use serde_json::Value;

use crate::api::{
    model::{Api, Object, Type},
    scalars::{Scalar, Shape, TimestampFormat},
};

/// A sort of JSON values, which the first character tells; `null` is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JsonSort {
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    List,
    /// An object.
    Object,
}

impl JsonSort {
    const ALL: [Self; 5] = [Self::Boolean, Self::Number, Self::Text, Self::List, Self::Object];

    /// That of a value.
    pub(crate) fn of(json: &Value) -> Option<Self> {
        match json {
            Value::Null => None,
            Value::Bool(_) => Some(Self::Boolean),
            Value::Number(_) => Some(Self::Number),
            Value::String(_) => Some(Self::Text),
            Value::Array(_) => Some(Self::List),
            Value::Object(_) => Some(Self::Object),
        }
    }

    /// Its name, which is that of a variant of the runtime's enum too.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Boolean => "Boolean",
            Self::Number => "Number",
            Self::Text => "Text",
            Self::List => "List",
            Self::Object => "Object",
        }
    }
}

/// The sorts that values of a type can be where a service sends them, each once.
pub(super) fn sorts(ty: &Type, timestamps: TimestampFormat, api: &Api) -> Vec<JsonSort> {
    let mut found = Vec::new();
    collect(ty, timestamps, api, &mut Vec::new(), &mut found);
    found.sort();
    found.dedup();
    found
}

/// Adds the sorts of a type; `open` are the unions in which it stands.
fn collect<'a>(
    ty: &Type,
    timestamps: TimestampFormat,
    api: &'a Api,
    open: &mut Vec<&'a Object>,
    found: &mut Vec<JsonSort>,
) {
    match ty {
        Type::Scalar(scalar) => found.extend(answered(*scalar, timestamps)),
        Type::Json => found.extend(JsonSort::ALL),
        Type::Id(_) => found.push(JsonSort::Text),
        Type::Expandable(..) => found.extend([JsonSort::Text, JsonSort::Object]),
        Type::Enum(id) => found.extend(answered(api[*id].base.scalar(), timestamps)),
        Type::List(_) => found.push(JsonSort::List),
        Type::Nullable(inner) => collect(inner, timestamps, api, open, found),
        Type::Object(id) if api[*id].is_any_shape() => {
            let object = &api[*id];
            if open.iter().all(|known| !std::ptr::eq(*known, object)) {
                open.push(object);
                for data in object.variants().filter_map(|variant| variant.data.as_ref()) {
                    collect(data, timestamps, api, open, found);
                }
                open.pop();
            }
        }
        Type::Map(_) | Type::Object(_) => found.push(JsonSort::Object),
    }
}

/// The sorts of JSON as which services send a scalar.
fn answered(scalar: Scalar, timestamps: TimestampFormat) -> impl Iterator<Item = JsonSort> {
    scalar.facts().answered.iter().map(move |shape| {
        if *shape == Shape::Boolean {
            JsonSort::Boolean
        } else if *shape == Shape::Number || shape.is_among(Shape::Number, timestamps) {
            JsonSort::Number
        } else {
            JsonSort::Text
        }
    })
}
