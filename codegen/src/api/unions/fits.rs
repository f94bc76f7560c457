//! Whether some JSON can be read as a type, as far as a choice between several needs to know.

use serde_json::Value;

use super::select::{Selected, select};
use crate::{
    api::{
        model::{Api, ObjectId, Type},
        scalars::TimestampFormat,
    },
    spec,
};

/// Whether a value can be read as a type.
pub(super) fn fits(json: &Value, ty: &Type, timestamps: TimestampFormat, api: &Api) -> bool {
    let inside = |json: &Value, ty: &Type| fits(json, ty, timestamps, api);
    match (ty, json) {
        (Type::Json, _) | (Type::Nullable(_), Value::Null) => true,
        (Type::Nullable(ty), _) => inside(json, ty),
        (Type::List(ty), Value::Array(items)) => items.iter().all(|item| inside(item, ty)),
        (Type::Map(ty), Value::Object(members)) => members.values().all(|member| inside(member, ty)),
        (Type::Object(id), _) => object(json, *id, api),
        (Type::Id(_) | Type::Expandable(..), Value::String(_)) => true,
        (Type::Expandable(_, id), Value::Object(_)) => {
            json.get("deleted") == Some(&Value::Bool(true)) || object(json, *id, api)
        }
        (Type::Enum(id), _) => (api[*id].base.scalar().facts().example.fits)(&written(json), timestamps),
        (Type::Scalar(scalar), _) => (scalar.facts().example.fits)(&written(json), timestamps),
        _ => false,
    }
}

fn object(json: &Value, id: ObjectId, api: &Api) -> bool {
    let object = &api[id];
    let fields = object.fields.iter().filter(|field| field.sides.response);
    let mut members = fields.map(|field| match json.get(&field.item.name) {
        None | Some(Value::Null) => field.absence().response,
        Some(member) => fits(member, &field.ty, object.timestamps, api),
    });
    if !(object.is_any_shape() || json.is_object()) || !members.all(|fits| fits) {
        return false;
    }
    let Some(union) = &object.union else { return true };
    match select(id, union, json, api) {
        Selected::Known(index, Some(data)) => {
            union.variants[index].data.as_ref().is_some_and(|ty| fits(&data, ty, object.timestamps, api))
        }
        Selected::Known(_, None) | Selected::Unknown(_) => true,
    }
}

/// A value without members or items, as a description writes it.
fn written(json: &Value) -> spec::Value {
    match json {
        Value::Bool(truth) => spec::Value::Boolean(*truth),
        Value::Number(number) => spec::Value::Number(spec::Number::of_json(&number.to_string())),
        Value::String(text) => spec::Value::Text(text.clone()),
        Value::Null | Value::Array(_) | Value::Object(_) => spec::Value::Null,
    }
}
