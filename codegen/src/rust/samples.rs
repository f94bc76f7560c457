//! Decides which values documentation shows: the least that has to be given.

use serde_json::json;

use super::model::{Sample, SampleValue, SampleVariant};
use super::names::Name;
use super::scalars::{self, Made, RustScalar};
use super::sides::Side;
use super::types::{Types, converts};
use crate::api::{Hold, Need, ObjectId, Scalar, Type, UnionVariant};

/// A value of a type; nothing if there is no end to making one.
pub(super) fn value(ty: &Type, types: &Types<'_>) -> Option<Sample> {
    Sampler { types, path: Vec::new() }.value(ty)
}

/// What an object of requests is one of.
pub(super) fn kind(id: ObjectId, types: &Types<'_>) -> Option<Sample> {
    let value = Sampler { types, path: vec![id] }.union(id)?;
    Some(Sample { value, converts: true })
}

/// The token that an endpoint takes in place of the API key.
pub(super) fn token() -> Sample {
    Sample { value: SampleValue::Literal(json!("token")), converts: true }
}

/// A value of a scalar.
fn scalar(scalar: Scalar) -> SampleValue {
    let RustScalar { ty, made, sample, .. } = scalars::row(scalar);
    let json = sample();
    match (made, json.as_str()) {
        (Made::Parsed, Some(text)) => SampleValue::Parsed(ty, text.to_owned()),
        (Made::Parsed | Made::Literal, _) => SampleValue::Literal(json),
    }
}

struct Sampler<'a> {
    types: &'a Types<'a>,
    /// The objects that are in the making.
    path: Vec<ObjectId>,
}

impl Sampler<'_> {
    fn value(&mut self, ty: &Type) -> Option<Sample> {
        let literal = SampleValue::Literal;
        let value = match ty {
            Type::Scalar(scalar) => self::scalar(*scalar),
            Type::Json => SampleValue::Json(json!(null)),
            Type::Id(id) | Type::Expandable(id, _) => {
                let prefix = self.types.api[*id].prefix.as_ref().map(|prefix| format!("{prefix}_"));
                literal(json!(prefix.unwrap_or_default() + "123"))
            }
            Type::Enum(id) => {
                let first = self.types.api[*id].values.first();
                literal(json!(first.map_or("text", |value| &value.item.name)))
            }
            Type::Object(id) => self.object(*id)?,
            Type::List(inner) => match self.value(inner) {
                Some(item) => SampleValue::List(vec![item]),
                None => SampleValue::Empty(self.types.of(ty, Side::Request)),
            },
            Type::Map(inner) => match self.value(inner) {
                Some(value) => SampleValue::Map(vec![("key".to_owned(), value)]),
                None => SampleValue::Empty(self.types.of(ty, Side::Request)),
            },
            Type::Nullable(inner) => SampleValue::Some(Box::new(self.value(inner)?)),
        };
        Some(Sample { value, converts: converts(ty, self.types.api) })
    }

    fn object(&mut self, id: ObjectId) -> Option<SampleValue> {
        if self.path.contains(&id) {
            return None;
        }
        self.path.push(id);
        let value = if self.types.is_struct(id, Side::Request) { self.params(id) } else { self.union(id) };
        self.path.pop();
        value
    }

    fn params(&mut self, id: ObjectId) -> Option<SampleValue> {
        let object = &self.types.api[id];
        let given = object.fields.iter().filter(|field| field.sides.request);
        let required = given.filter(|field| field.need() == Need::Required);
        let mut arguments = required.map(|field| self.value(&field.ty)).collect::<Option<Vec<_>>>()?;
        if object.union.is_some() {
            arguments.push(Sample { value: self.union(id)?, converts: true });
        }
        Some(SampleValue::New(self.types.names.objects[id.index()].on(Side::Request).clone(), arguments))
    }

    /// The first variant that can be made, and best one that was there from the beginning and is there to stay.
    fn union(&mut self, id: ObjectId) -> Option<SampleValue> {
        let names = &self.types.names.objects[id.index()];
        let object = &self.types.api[id];
        let union = object.union.as_ref()?;
        let mut variants: Vec<(&UnionVariant, &Name)> = union.variants.iter().zip(&names.variants).collect();
        variants.retain(|(variant, _)| variant.sides.request);
        variants.sort_by_key(|(variant, _)| (variant.item.deprecated.is_some(), variant.item.since.is_some()));
        variants.into_iter().find_map(|(variant, name)| {
            let (data, is_boxed) = match &variant.data {
                Some(ty) => (Some(Box::new(self.value(ty)?)), self.is_boxed(id, ty)),
                None => (None, false),
            };
            Some(SampleValue::Variant(SampleVariant {
                union: names.union_on(Side::Request).clone(),
                name: name.clone(),
                data,
                is_boxed,
                follows: object.is_known_by_data(id.index(), variant),
            }))
        })
    }

    /// Whether the data of a variant is in a box.
    fn is_boxed(&self, owner: ObjectId, data: &Type) -> bool {
        self.types.boxes.of_data(owner.index(), data, Side::Request.sides()) != Hold::Plain
    }
}
