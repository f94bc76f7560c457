//! Which variant of a union some JSON is: what the client will say of it.

use serde_json::{Map, Value};

use super::{
    shapes::{KindShape, shapes},
    sorts::JsonSort,
};
use crate::{
    api::{
        model::{Api, Object, ObjectId, Sides, Told, Type, Union},
        scalars::TimestampFormat,
    },
    spec,
};

/// Which variant some JSON is.
#[derive(Debug)]
pub(crate) enum Selected {
    /// One that is known by its place in the union, and its data, if it has any.
    Known(usize, Option<Value>),
    /// None that is known, or one without its data: what names it, which is empty if nothing does.
    Unknown(String),
}

/// Finds out which variant of its union an object is, as it is answered; it has one.
pub(crate) fn select(id: ObjectId, union: &Union, json: &Value, api: &Api) -> Selected {
    let object = &api[id];
    match &union.told {
        Told::Beside { tag } | Told::Content { tag, .. } => {
            let name = named_by(json.get(tag));
            match variant(union, &name) {
                Some(index) => with_member(union, index, json, name),
                None => Selected::Unknown(name),
            }
        }
        Told::Inside { tag } => {
            let name = named_by(json.get(tag));
            match variant(union, &name) {
                Some(index) => Selected::Known(index, inside(object, union, index, json, api)),
                None => Selected::Unknown(name),
            }
        }
        Told::Key => {
            let mut names = json.as_object().into_iter().flat_map(Map::keys);
            let known = names.clone().find_map(|name| Some((variant(union, name)?, name.clone())));
            match known {
                Some((index, name)) => with_member(union, index, json, name),
                None => Selected::Unknown(names.next().cloned().unwrap_or_default()),
            }
        }
        Told::Shape => match by_shape(object, union, json, api) {
            Some(index) => Selected::Known(index, inside(object, union, index, json, api)),
            None => Selected::Unknown(String::new()),
        },
    }
}

/// What a tag names.
fn named_by(tag: Option<&Value>) -> String {
    match tag {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// The variant of answers that has a name.
fn variant(union: &Union, name: &str) -> Option<usize> {
    union.variants.iter().position(|variant| variant.sides.response && variant.item.name == name)
}

/// A variant whose data is a member by itself.
fn with_member(union: &Union, index: usize, json: &Value, name: String) -> Selected {
    let variant = &union.variants[index];
    if variant.data.is_none() {
        return Selected::Known(index, None);
    }
    let data = union.member_of(variant).and_then(|member| json.get(member)).filter(|data| !data.is_null());
    match data {
        Some(data) => Selected::Known(index, Some(data.clone())),
        None => Selected::Unknown(name),
    }
}

/// The data of a variant whose members stand among those of the whole: without those that are not its own.
fn inside(object: &Object, union: &Union, index: usize, json: &Value, api: &Api) -> Option<Value> {
    let data = union.variants[index].data.as_ref()?;
    let Value::Object(members) = json else { return Some(json.clone()) };
    let has_tag =
        |tag: &str| matches!(data, Type::Object(id) if api[*id].fields.iter().any(|field| field.item.name == tag));
    let is_own = |name: &str| {
        let is_tag = union.told.tag() == Some(name) && !has_tag(name);
        !is_tag && !object.fields.iter().any(|field| field.item.name == name)
    };
    let own = members.iter().filter(|(name, _)| is_own(name));
    Some(Value::Object(own.map(|(name, value)| (name.clone(), value.clone())).collect()))
}

/// The variant that the shape of some JSON tells, or the first that it fits.
fn by_shape(object: &Object, union: &Union, json: &Value, api: &Api) -> Option<usize> {
    let sort = JsonSort::of(json)?;
    let mut left = shapes(union, object.timestamps, Sides::RESPONSE, api);
    left.retain(|shape| shape.sorts.contains(&sort));
    let mut is_told = left.len() == 1;
    if sort == JsonSort::Object {
        let says = |(name, says): &(String, Vec<Value>)| json.get(name).is_some_and(|said| says.contains(said));
        let is_contrary = |member: &(String, Vec<Value>)| json.get(&member.0).is_some() && !says(member);
        let is_doubtful = left.iter().any(|shape| shape.constants.iter().any(is_contrary));
        left.retain(|shape| shape.constants.iter().all(says));
        let is_confirmed = narrow(&mut left, |shape| !shape.constants.is_empty());
        let is_marked = |shape: &KindShape| shape.marks.iter().any(|mark| json.get(mark).is_some());
        let is_only = left.iter().filter(|shape| is_marked(shape)).count() == 1;
        if is_only {
            left.retain(is_marked);
        }
        is_told = left.len() == 1 && (is_confirmed || is_only || !is_doubtful);
    }
    let fitting = |shape: &&KindShape| {
        let data = union.variants[shape.variant].data.as_ref();
        data.is_some_and(|ty| fits(json, ty, object.timestamps, api))
    };
    match left.as_slice() {
        [only] if is_told => Some(only.variant),
        several => several.iter().find(fitting).map(|shape| shape.variant),
    }
}

/// Keeps those that are such, if any are, and says whether.
fn narrow(left: &mut Vec<KindShape>, is_such: impl Fn(&KindShape) -> bool) -> bool {
    let are_there = left.iter().any(&is_such);
    if are_there {
        left.retain(is_such);
    }
    are_there
}

/// Whether a value can be read as a type.
fn fits(json: &Value, ty: &Type, timestamps: TimestampFormat, api: &Api) -> bool {
    let inside = |json: &Value, ty: &Type| fits(json, ty, timestamps, api);
    match (ty, json) {
        (Type::Json, _) | (Type::Nullable(_), Value::Null) | (Type::Id(_) | Type::Expandable(..), Value::String(_)) => {
            true
        }
        (Type::Nullable(ty), _) => inside(json, ty),
        (Type::List(ty), Value::Array(items)) => items.iter().all(|item| inside(item, ty)),
        (Type::Map(ty), Value::Object(members)) => members.values().all(|member| inside(member, ty)),
        (Type::Object(id), _) => object(json, *id, api),
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
