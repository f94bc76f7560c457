//! Which variant of a union some JSON is: what the client will say of it.

use serde_json::{Map, Value};

use super::{
    fits::fits,
    shapes::{KindShape, shapes},
    sorts::JsonSort,
};
use crate::api::model::{Api, Object, ObjectId, Sides, Told, Type, Union};

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
    if sort == JsonSort::Object {
        let says = |(name, says): &(String, Vec<Value>)| json.get(name).is_some_and(|said| says.contains(said));
        left.retain(|shape| shape.constants.iter().all(says));
        narrow(&mut left, |shape| !shape.constants.is_empty());
        let is_marked = |shape: &KindShape| shape.marks.iter().any(|mark| json.get(mark).is_some());
        if left.iter().filter(|shape| is_marked(shape)).count() == 1 {
            left.retain(is_marked);
        }
    }
    let fitting = |shape: &&KindShape| {
        let data = union.variants[shape.variant].data.as_ref();
        data.is_some_and(|ty| fits(json, ty, object.timestamps, api))
    };
    match left.as_slice() {
        [only] => Some(only.variant),
        several => several.iter().find(fitting).map(|shape| shape.variant),
    }
}

/// Keeps those that are such, if any are.
fn narrow(left: &mut Vec<KindShape>, is_such: impl Fn(&KindShape) -> bool) {
    if left.iter().any(&is_such) {
        left.retain(is_such);
    }
}
