//! Which values of objects the examples of endpoints and events show.

use serde_json::Value;

use super::deliveries;
use crate::api::{
    model::{Api, Object, ObjectId, Returns, Type},
    unions::{Selected, others, select},
};

/// What is done with each value of an object.
type Visit<'a> = dyn FnMut(ObjectId, &Value) + 'a;

/// Visits each value of an object in the examples of answers and events, in the order of the description.
pub(crate) fn each(api: &Api, visit: &mut Visit) {
    for endpoint in api.resources.iter().flat_map(|resource| &resource.endpoints) {
        for example in endpoint.examples.iter().filter(|example| endpoint.refusal(example).is_none()) {
            match &endpoint.returns {
                Returns::Page(_, item) => {
                    let items = example.response.get("data").and_then(Value::as_array).into_iter().flatten();
                    items.for_each(|value| find(value, item, api, visit));
                }
                returns => {
                    let body = returns.body(example.status).into_iter();
                    body.for_each(|ty| find(&example.response, ty, api, visit));
                }
            }
        }
    }
    for (_, event) in api.events() {
        for (value, ty) in event.examples.iter().filter_map(|(_, body)| deliveries::data(body, event)) {
            find(value, ty, api, visit);
        }
    }
}

/// Visits each object that occurs in a value.
fn find(value: &Value, ty: &Type, api: &Api, visit: &mut Visit) {
    match (value, ty) {
        (_, Type::Nullable(ty) | Type::Alias(_, ty)) => find(value, ty, api, visit),
        (Value::Array(items), Type::List(ty)) => {
            for item in items {
                find(item, ty, api, visit);
            }
        }
        (Value::Object(members), Type::Map(ty)) => {
            for value in members.values() {
                find(value, ty, api, visit);
            }
        }
        (_, Type::Object(id)) if api[*id].is_any_shape() => of_object(value, *id, api, visit),
        (Value::Object(_), Type::Object(id) | Type::Expandable(_, id)) => of_object(value, *id, api, visit),
        _ => {}
    }
}

/// The same for an object, which is visited before what it holds.
fn of_object(value: &Value, id: ObjectId, api: &Api, visit: &mut Visit) {
    visit(id, value);
    let Object { fields, union, rest, .. } = &api[id];
    for field in fields {
        if let Some(value) = value.get(&field.item.name) {
            find(value, &field.ty, api, visit);
        }
    }
    if let Some(rest) = rest {
        for (_, value) in others(id, value, api) {
            find(value, &rest.ty, api, visit);
        }
    }
    let Some(union) = union else { return };
    if let Selected::Known(index, Some(data)) = select(id, union, value, api)
        && let Some(ty) = &union.variants[index].data
    {
        find(&data, ty, api, visit);
    }
}
