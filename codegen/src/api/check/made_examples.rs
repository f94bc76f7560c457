//! Gives each object an example: the first that an endpoint shows, or one made from the types.

use serde_json::{Map, Value, json};

use crate::api::model::{Api, Field, Object, ObjectId, Type};

/// How deep an example may nest before lists and maps in it stay empty.
const DEEPEST: usize = 16;
/// How many values an example may have before lists and maps in it stay empty.
const MOST: usize = 500;

/// Fills in the examples of all objects; the API must be free of faults.
pub(super) fn fill(api: &mut Api) {
    let mut examples = vec![None; api.objects.len()];
    for endpoint in api.resources.iter().flat_map(|resource| &resource.endpoints) {
        for example in &endpoint.examples {
            if let Some(ty) = &endpoint.returns {
                find(&example.response, ty, &api.objects, &mut examples);
            }
        }
    }
    let examples: Vec<Value> = examples
        .into_iter()
        .enumerate()
        .map(|(index, found)| found.unwrap_or_else(|| Maker { api, open: Vec::new(), made: 0 }.object(ObjectId(index))))
        .collect();
    for (object, example) in api.objects.iter_mut().zip(examples) {
        object.example = example;
    }
}

/// Keeps the first value of each object that occurs in a value.
fn find(value: &Value, ty: &Type, objects: &[Object], examples: &mut [Option<Value>]) {
    match (value, ty) {
        (_, Type::Nullable(ty)) => find(value, ty, objects, examples),
        (Value::Array(items), Type::List(ty)) => {
            for item in items {
                find(item, ty, objects, examples);
            }
        }
        (Value::Object(members), Type::Map(ty)) => {
            for value in members.values() {
                find(value, ty, objects, examples);
            }
        }
        (Value::Object(members), Type::Object(ObjectId(index))) => {
            examples[*index].get_or_insert_with(|| value.clone());
            for field in &objects[*index].fields {
                if let Some(value) = members.get(&field.item.name) {
                    find(value, &field.ty, objects, examples);
                }
            }
        }
        _ => {}
    }
}

/// Makes one example.
struct Maker<'a> {
    api: &'a Api,
    /// The objects that are being made, outermost first.
    open: Vec<ObjectId>,
    /// How many values were made.
    made: usize,
}

impl Maker<'_> {
    fn object(&mut self, id: ObjectId) -> Value {
        let api = self.api;
        self.open.push(id);
        let required = api[id].fields.iter().filter(|field| !field.optional);
        let members = required.map(|field| (field.item.name.clone(), self.field(field))).collect::<Map<_, _>>();
        self.open.pop();
        Value::Object(members)
    }

    fn field(&mut self, field: &Field) -> Value {
        field.tags.first().map_or_else(|| self.value(&field.ty), |tag| json!(tag))
    }

    fn value(&mut self, ty: &Type) -> Value {
        self.made += 1;
        match ty {
            Type::String | Type::Json => json!("example"),
            Type::Boolean => json!(true),
            Type::Integer => json!(1),
            Type::Number => json!(1.5),
            Type::Decimal => json!("1.50"),
            Type::Money => json!(1000),
            Type::Currency => json!("usd"),
            Type::Timestamp => json!("2025-01-01T00:00:00.000Z"),
            Type::Id(id) => match &self.api[*id].prefix {
                Some(prefix) => json!(format!("{prefix}_example")),
                None => json!("example"),
            },
            Type::Enum(id) => json!(self.api[*id].values.first().map_or("example", |value| &value.item.name)),
            Type::Object(id) => self.object(*id),
            Type::Nullable(_) => Value::Null,
            Type::List(ty) if self.is_enough(ty) => json!([]),
            Type::List(ty) => json!([self.value(ty)]),
            Type::Map(ty) if self.is_enough(ty) => json!({}),
            Type::Map(ty) => json!({ "example": self.value(ty) }),
        }
    }

    /// Whether to leave a list or map empty, because what is in it would have no end, or too much in it.
    fn is_enough(&self, ty: &Type) -> bool {
        let recurses = innermost_object(ty).is_some_and(|id| self.open.contains(&id));
        recurses || self.open.len() > DEEPEST || self.made > MOST
    }
}

/// The object of which a type has many.
fn innermost_object(ty: &Type) -> Option<ObjectId> {
    match ty {
        Type::List(ty) | Type::Map(ty) => innermost_object(ty),
        Type::Object(id) => Some(*id),
        _ => None,
    }
}
