//! Decides which values documentation shows: the least that has to be given, as examples of the description show it.

mod within;

use serde_json::{Value, json};

use super::model::{Sample, SampleValue, SampleVariant};
use super::names::Name;
use super::scalars::{self, Made, RustScalar};
use super::shown::{LONGEST_TEXT, is_short};
use super::sides::Side;
use super::types::{Types, converts};
use crate::api::{
    AliasId, Api, Bounds, EnumId, Field, Follows, Hold, Need, ObjectId, Scalar, Type, UnionVariant, follows, keeps,
};
use within::{least_items, literal, within};

/// What callers give.
pub(super) struct Given<'a> {
    pub(super) name: &'a str,
    pub(super) ty: &'a Type,
    pub(super) bounds: &'a Bounds,
    pub(super) need: Need,
    /// What it is said to look like.
    pub(super) example: Option<&'a Value>,
    /// The object of which it is a member, or that a call is about.
    pub(super) object: Option<ObjectId>,
}

impl<'a> Given<'a> {
    /// The same of a member.
    pub(super) fn member(field: &'a Field, need: Need, object: ObjectId) -> Self {
        let Field { item, ty, bounds, example, secret, .. } = field;
        let example = example.as_ref().filter(|_| !secret);
        Self { name: &item.name, ty, bounds, need, example, object: Some(object) }
    }
}

/// A value for what callers give: its example, or else one of a member of this name and type, best one of this object.
/// Nothing if there is no end to making one.
pub(super) fn given(given: &Given<'_>, types: &Types<'_>) -> Option<Sample> {
    Sampler { types, name: String::new(), path: Vec::new() }.given(given)
}

/// What an object of requests is one of.
pub(super) fn kind(id: ObjectId, types: &Types<'_>) -> Option<Sample> {
    let value = Sampler { types, name: String::new(), path: vec![id] }.union(id)?;
    Some(Sample { value, converts: true })
}

/// The token that an endpoint takes in place of the API key.
pub(super) fn token() -> Sample {
    Sample { value: SampleValue::Literal(json!("token")), converts: true }
}

/// A value of a scalar where no example shows one.
fn scalar(scalar: Scalar) -> SampleValue {
    let RustScalar { ty, made, sample, .. } = scalars::row(scalar);
    let json = sample();
    match (made, json.as_str()) {
        (Made::Parsed, Some(text)) => SampleValue::Parsed(ty, text.to_owned()),
        (Made::Bytes, Some(text)) => SampleValue::Bytes(text.to_owned()),
        (Made::Parsed | Made::Literal | Made::Converted | Made::Bytes, _) => SampleValue::Literal(json),
    }
}

/// A value of a scalar as an example shows it, if code can say it so.
fn shown_scalar(scalar: Scalar, json: &Value) -> Option<SampleValue> {
    let RustScalar { ty, made, sample, .. } = scalars::row(scalar);
    match made {
        Made::Parsed => return json.as_str().map(|text| SampleValue::Parsed(ty, text.to_owned())),
        // What Base64 stands for is not easy to read.
        Made::Bytes => return None,
        Made::Literal | Made::Converted => {}
    }
    match (sample(), json) {
        (Value::String(_), Value::String(_)) | (Value::Bool(_), Value::Bool(_)) => {
            Some(SampleValue::Literal(json.clone()))
        }
        (Value::Number(sample), Value::Number(number)) if sample.is_i64() => {
            (!number.is_f64()).then(|| literal(json.clone(), &Type::Scalar(scalar)))
        }
        // With a fraction, as Rust wants it.
        (Value::Number(_), Value::Number(number)) => number.as_f64().map(|number| SampleValue::Literal(json!(number))),
        _ => None,
    }
}

/// Whether what code shows for a value, or for what a list or map holds, turns into it.
fn is_converted(ty: &Type, api: &Api) -> bool {
    let is_of_its_type = match ty.innermost() {
        Type::Scalar(scalar) => matches!(scalars::row(*scalar).made, Made::Literal | Made::Parsed),
        _ => false,
    };
    !is_of_its_type && converts(ty, api)
}

/// Whether what code shows for the data of a variant will do in its place.
fn will_do(data: &Sample, follows: Follows) -> bool {
    match data.value {
        SampleValue::Variant(_) => follows > Follows::Never,
        SampleValue::Map(_) => follows == Follows::Alone,
        // These turn into more than one type.
        SampleValue::Bytes(_) | SampleValue::Nothing | SampleValue::Some(_) => false,
        _ if data.converts => follows > Follows::Exactly,
        _ => follows > Follows::Never,
    }
}

struct Sampler<'a> {
    types: &'a Types<'a>,
    /// The name of the member or variant of which a value is made.
    name: String,
    /// The objects that are in the making.
    path: Vec<ObjectId>,
}

impl Sampler<'_> {
    /// What an argument or setter takes: setters take what is there, since another one sets null. Where there is no end to
    /// making it, null is one.
    fn given(&mut self, given: &Given<'_>) -> Option<Sample> {
        let nothing = (given.need == Need::RequiredNullable).then_some(SampleValue::Nothing);
        let nothing = nothing.map(|value| Sample { value, converts: false });
        let Some(sample) = self.named(given) else { return nothing };
        let SampleValue::Some(mut inner) = sample.value else { return Some(sample) };
        if given.need.is_optional() {
            return Some(*inner);
        }
        // Texts are given as `Option<&str>`.
        inner.converts &= *given.ty.without_null() != Type::Scalar(Scalar::String);
        Some(Sample { value: SampleValue::Some(inner), converts: false })
    }

    fn named(&mut self, given: &Given<'_>) -> Option<Sample> {
        let Given { name, ty, bounds, example, object, .. } = *given;
        let least = least_items(bounds);
        let shown = example.or_else(|| self.types.shown.member(name, ty, object));
        let shown = shown.filter(|json| bounds.list.iter().all(|bound| keeps(json, bound)));
        let shown = shown.and_then(|json| self.shown(ty, json, least));
        shown.or_else(|| Some(within(self.made(name, ty)?, ty, bounds)))
    }

    /// What an example shows, or as much of it as is easy to read: of a list, so many items.
    fn shown(&self, ty: &Type, json: &Value, items: usize) -> Option<Sample> {
        let is_short = is_short(json);
        let value = match (ty, json) {
            (Type::Scalar(scalar), _) if is_short => shown_scalar(*scalar, json)?,
            (Type::Alias(id, inner), _) => {
                return self.shown(inner, json, items.max(least_items(&self.types.api[*id].bounds)));
            }
            (Type::Text(_) | Type::Id(_) | Type::Expandable(..), Value::String(_)) if is_short => {
                SampleValue::Literal(json.clone())
            }
            (Type::Enum(id), _) => self.known(*id, json)?,
            (Type::Json, _) if json.to_string().chars().count() <= LONGEST_TEXT => SampleValue::Json(json.clone()),
            (Type::List(inner), Value::Array(list)) if !list.is_empty() => {
                let shown = list.iter().take(items.max(1)).map(|item| self.shown(inner, item, 1));
                SampleValue::List(shown.collect::<Option<_>>()?)
            }
            (Type::Map(inner), Value::Object(entries)) => {
                let (key, value) = entries.iter().next()?;
                SampleValue::Map(vec![(key.clone(), self.shown(inner, value, 1)?)])
            }
            (Type::Nullable(inner), _) => SampleValue::Some(Box::new(self.shown(inner, json, items)?)),
            _ => return None,
        };
        Some(Sample { value, converts: is_converted(ty, self.types.api) })
    }

    /// A value of a type for the member or variant of a name; what is in a list or map has none.
    fn made(&mut self, name: &str, ty: &Type) -> Option<Sample> {
        let outer = std::mem::replace(&mut self.name, name.to_owned());
        let made = self.value(ty);
        self.name = outer;
        made
    }

    /// A text that nothing shows: the name of what it is for, if that reads like one.
    fn text(&self) -> SampleValue {
        let is_word = self.name.starts_with(|sign: char| sign.is_ascii_alphabetic())
            && self.name.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_');
        if is_word && is_short(&json!(self.name)) {
            SampleValue::Text(self.name.clone())
        } else {
            SampleValue::Text("text".to_owned())
        }
    }

    /// A value of an alias as an example shows it, or one that keeps to its bounds.
    fn alias(&mut self, id: AliasId, inner: &Type) -> Option<Sample> {
        let bounds = &self.types.api[id].bounds;
        let shown = self.types.shown.alias(id).filter(|json| bounds.list.iter().all(|bound| keeps(json, bound)));
        let shown = shown.and_then(|json| self.shown(inner, json, least_items(bounds)));
        shown.or_else(|| Some(within(self.value(inner)?, inner, bounds)))
    }

    fn value(&mut self, ty: &Type) -> Option<Sample> {
        let value = match ty {
            Type::Scalar(Scalar::String) => self.text(),
            Type::Scalar(scalar) => self::scalar(*scalar),
            Type::Text(id) => {
                let shown = self.types.shown.alias(*id).and_then(|json| self.shown(ty, json, 1));
                let made = || Sample { value: self.text(), converts: true };
                within(shown.unwrap_or_else(made), ty, &self.types.api[*id].bounds).value
            }
            Type::Alias(id, inner) => return self.alias(*id, inner),
            Type::Json => SampleValue::Json(json!(null)),
            Type::Id(id) | Type::Expandable(id, _) => {
                let prefix = self.types.api[*id].prefix.as_ref().map(|prefix| format!("{prefix}_"));
                let made = || json!(prefix.unwrap_or_default() + "123");
                SampleValue::Literal(
                    self.types.shown.identifier(id.index()).filter(|json| is_short(json)).cloned().unwrap_or_else(made),
                )
            }
            Type::Enum(id) => {
                let described = &self.types.api[*id];
                let lasting = described.values.iter().find(|value| value.item.deprecated.is_none());
                let known = lasting.and_then(|value| self.known(*id, &described.base.json(&value.item.name)));
                known.unwrap_or_else(|| SampleValue::Literal(described.sample()))
            }
            Type::Object(id) => self.object(*id)?,
            Type::List(inner) => match self.made("", inner) {
                Some(item) => SampleValue::List(vec![item]),
                None => SampleValue::Empty(self.types.of(ty, Side::Request)),
            },
            Type::Map(inner) => match self.made("", inner) {
                Some(value) => SampleValue::Map(vec![("key".to_owned(), value)]),
                None => SampleValue::Empty(self.types.of(ty, Side::Request)),
            },
            Type::Nullable(inner) => SampleValue::Some(Box::new(self.value(inner)?)),
        };
        Some(Sample { value, converts: is_converted(ty, self.types.api) })
    }

    /// A value of an enum by its name, if it is there to stay.
    fn known(&self, id: EnumId, json: &Value) -> Option<SampleValue> {
        let (ty, name) = self.types.value_of(id, json)?;
        Some(SampleValue::Known(ty.clone(), name))
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
        let given = object.fields.iter().filter_map(|field| Some((field, field.need()?)));
        let arguments = given
            .filter(|(_, need)| !need.is_optional())
            .map(|(field, need)| self.given(&Given::member(field, need, id)));
        let mut arguments = arguments.collect::<Option<Vec<_>>>()?;
        if object.union.is_some() {
            arguments.push(Sample { value: self.union(id)?, converts: true });
        }
        Some(SampleValue::New(self.types.names.objects[id.index()].on(Side::Request).clone(), arguments))
    }

    /// The first variant that can be made, and best one that is there to stay, that an example shows, and that was there from
    /// the beginning.
    fn union(&mut self, id: ObjectId) -> Option<SampleValue> {
        let names = &self.types.names.objects[id.index()];
        let object = &self.types.api[id];
        let union = object.union.as_ref()?;
        let variants = union.variants.iter().zip(&names.variants).enumerate();
        let mut variants: Vec<(usize, (&UnionVariant, &Name))> = variants.collect();
        variants.retain(|(_, (variant, _))| variant.sides.request);
        let shown = self.types.shown.variant(id);
        variants.sort_by_key(|(index, (variant, _))| {
            (variant.item.deprecated.is_some(), Some(*index) != shown, variant.item.since.is_some())
        });
        variants.into_iter().find_map(|(index, (variant, name))| {
            let (data, is_boxed) = match &variant.data {
                Some(ty) => (Some(self.data((id, index), variant, ty)?), self.is_boxed(id, ty)),
                None => (None, false),
            };
            let follows = follows(id, variant, self.types.api);
            Some(SampleValue::Variant(SampleVariant {
                union: names.union_on(Side::Request).clone(),
                name: name.clone(),
                follows: data.as_ref().is_some_and(|data| will_do(data, follows)),
                data: data.map(Box::new),
                is_boxed,
            }))
        })
    }

    /// What a variant holds, as an example shows it or made.
    fn data(&mut self, (union, index): (ObjectId, usize), variant: &UnionVariant, ty: &Type) -> Option<Sample> {
        let shown = self.types.shown.data(union, index).and_then(|json| self.shown(ty, json, 1));
        shown.or_else(|| self.made(&variant.item.name, ty))
    }

    /// Whether the data of a variant is in a box.
    fn is_boxed(&self, owner: ObjectId, data: &Type) -> bool {
        self.types.boxes.of_data(owner.index(), data, Side::Request.sides()) != Hold::Plain
    }
}
