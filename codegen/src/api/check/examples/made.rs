//! Gives each object an example: the first that an endpoint shows, or one made from the types.

use serde_json::{Map, Value, json};

use super::shown;
use crate::api::{
    bounded::within,
    check::{examples::deliveries, types::requirements::Requirements},
    model::{Api, Event, Field, ObjectId, Sides, Told, Type, Union, UnionVariant},
    scalars::{Scalar, TimestampFormat},
};

/// How deep an example may nest before lists and maps in it stay empty.
const DEEPEST: usize = 16;
/// How many values an example may have before lists and maps in it stay empty.
const MOST: usize = 500;

/// Fills in the examples of all objects; the API must be free of faults.
pub(crate) fn fill(api: &mut Api) {
    let mut examples = vec![None; api.objects.len()];
    shown::each(api, &mut |id, value| _ = examples[id.index()].get_or_insert_with(|| value.clone()));
    let [request, response] =
        [Sides::REQUEST, Sides::RESPONSE].map(|side| Requirements::new(&api.objects, side).ends());
    let make = |index: usize| {
        let is_answer = api.objects[index].uses.response;
        let (side, ends) = if is_answer { (Sides::RESPONSE, &response) } else { (Sides::REQUEST, &request) };
        Maker { api, side, variants: &ends.variants, open: Vec::new(), made: 0 }.object(ObjectId(index))
    };
    let examples: Vec<Value> =
        examples.into_iter().enumerate().map(|(index, found)| found.unwrap_or_else(|| make(index))).collect();
    for (object, example) in api.objects.iter_mut().zip(examples) {
        object.example = example;
    }
    fill_events(api, &response.variants);
}

/// Fills in the examples of all events, given the variant to make of each object.
fn fill_events(api: &mut Api, variants: &[Option<usize>]) {
    let data = |ty: &Type| match ty.meant() {
        Type::Object(id) => api[*id].example.clone(),
        ty => Maker { api, side: Sides::RESPONSE, variants, open: Vec::new(), made: 0 }.value(ty),
    };
    let likely = |event: &Event| {
        let made = deliveries::made(event, event.data.as_ref().map(data), event.related.map(|id| &api[id]));
        deliveries::told(event, made, api)
    };
    let of_event = |event: &Event| event.examples.first().map_or_else(|| likely(event), |(_, body)| body.clone());
    let mut made: Vec<Value> = api.events().map(|(_, event)| of_event(event)).collect();
    made.reverse();
    for event in api.resources.iter_mut().flat_map(|resource| &mut resource.events) {
        event.example = made.pop().unwrap_or_default();
    }
}

/// Makes one example.
struct Maker<'a> {
    api: &'a Api,
    /// The side on which the example is met.
    side: Sides,
    /// For each object, the variant to make.
    variants: &'a [Option<usize>],
    /// The objects that are being made, outermost first.
    open: Vec<ObjectId>,
    /// How many values were made.
    made: usize,
}

impl Maker<'_> {
    fn object(&mut self, id: ObjectId) -> Value {
        let Self { api, side, .. } = *self;
        let object = &api[id];
        self.open.push(id);
        let mut members = Map::new();
        for field in object.fields.iter().filter(|it| it.sides.meets(side) && !it.optional.meets(side)) {
            members.insert(field.item.name.clone(), self.field(field));
        }
        let mut whole = match (&object.union, self.variants[id.0]) {
            (Some(union), Some(variant)) => self.variant(union, &union.variants[variant], members),
            _ => Value::Object(members),
        };
        if let (Some(rest), Value::Object(members)) = (&object.rest, &mut whole)
            && !self.is_enough(&rest.ty)
        {
            let value = self.value(&rest.ty);
            members.entry("example").or_insert(value);
        }
        self.open.pop();
        whole
    }

    /// What a variant adds to the members that the whole has besides; one that its shape tells need not have any.
    fn variant(&mut self, union: &Union, variant: &UnionVariant, mut members: Map<String, Value>) -> Value {
        if let Some(tag) = union.told.tag() {
            members.insert(tag.to_owned(), union.tag_of(variant));
        }
        let data = variant.data.as_ref().map(|ty| self.value(ty));
        match (union.member_of(variant), data) {
            (Some(member), Some(data)) => _ = members.insert(member.to_owned(), data),
            (Some(member), None) if union.told == Told::Key => _ = members.insert(member.to_owned(), Value::Null),
            (None, Some(Value::Object(inside))) => {
                for (name, value) in inside {
                    members.entry(name).or_insert(value);
                }
            }
            (None, Some(data)) => return data,
            (_, None) => {}
        }
        Value::Object(members)
    }

    fn field(&mut self, field: &Field) -> Value {
        match (field.constants.first(), &field.example) {
            (Some(literal), _) => literal.json(),
            (None, Some(shown)) => shown.clone(),
            (None, None) => within(self.value(&field.ty), &field.bounds, field.ty.range().is_some()),
        }
    }

    /// A scalar, in the form of instants of the object that is being made.
    fn sample(&self, scalar: Scalar) -> Value {
        let timestamps = self.open.last().map_or(TimestampFormat::Rfc3339, |id| self.api[*id].timestamps);
        (scalar.facts().sample)(timestamps)
    }

    fn value(&mut self, ty: &Type) -> Value {
        self.made += 1;
        match ty {
            Type::Scalar(scalar) => self.sample(*scalar),
            Type::Json => json!("example"),
            Type::Id(id) | Type::Expandable(id, _) => match &self.api[*id].prefix {
                Some(prefix) => json!(format!("{prefix}_example")),
                None => json!("example"),
            },
            Type::Text(id) => within(json!("example"), &self.api[*id].bounds, false),
            Type::Alias(id, ty) => within(self.value(ty), &self.api[*id].bounds, ty.range().is_some()),
            Type::Enum(id) => self.api[*id].sample(),
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
        Type::List(ty) | Type::Map(ty) | Type::Alias(_, ty) => innermost_object(ty),
        Type::Object(id) => Some(*id),
        _ => None,
    }
}
