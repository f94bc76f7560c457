//! Values as documentation shows them: the least that has to be given.

use std::collections::BTreeSet;

use super::names::Name;
use super::sides::Side;
use super::types::{Types, converts};
use crate::api::{ObjectId, Type, UnionVariant};

/// A value as code, with full paths.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    /// The code.
    pub(super) code: String,
    /// Modules and names of the types that the code speaks of.
    pub(super) types: BTreeSet<(Name, Name)>,
}

/// A value of a type, as the argument of a request function or setter; nothing if there is no end to making one.
pub(super) fn value(ty: &Type, types: &Types<'_>) -> Option<Sample> {
    let mut sampler = Sampler { types, path: Vec::new(), named: BTreeSet::new() };
    let code = sampler.argument(ty)?;
    Some(Sample { code, types: sampler.named })
}

/// The token that an endpoint takes in place of the API key.
pub(super) fn token() -> Sample {
    Sample { code: "\"token\"".to_owned(), types: BTreeSet::new() }
}

impl Sample {
    /// The code; empty if there is no end to making a value.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }
}

struct Sampler<'a> {
    types: &'a Types<'a>,
    /// The objects that are in the making.
    path: Vec<ObjectId>,
    named: BTreeSet<(Name, Name)>,
}

impl Sampler<'_> {
    /// A value where callers may give it in the form that they hold.
    fn argument(&mut self, ty: &Type) -> Option<String> {
        let krate = self.types.krate;
        Some(match ty {
            Type::String => "\"text\"".to_owned(),
            Type::Boolean => "true".to_owned(),
            Type::Integer => "1".to_owned(),
            Type::Number => "1.5".to_owned(),
            Type::Decimal => format!("\"1.5\".parse::<{krate}::Decimal>()?"),
            Type::Money => "1000".to_owned(),
            Type::Currency => "\"usd\"".to_owned(),
            Type::Timestamp => format!("\"2025-01-01T00:00:00Z\".parse::<{krate}::Timestamp>()?"),
            Type::Json => "serde_json::Value::Null".to_owned(),
            Type::Id(id) | Type::Expandable(id, _) => {
                let prefix = self.types.api[*id].prefix.as_ref().map(|prefix| format!("{prefix}_"));
                format!("{:?}", prefix.unwrap_or_default() + "123")
            }
            Type::Enum(id) => {
                let first = self.types.api[*id].values.first();
                format!("{:?}", first.map_or("text", |value| &value.item.name))
            }
            Type::Object(id) => self.object(*id, true)?,
            Type::List(inner) => format!("[{}]", self.element(ty, inner)?),
            Type::Map(inner) => format!("[(\"key\", {})]", self.element(ty, inner)?),
            Type::Nullable(inner) => self.argument(inner)?,
        })
    }

    /// What a list or map holds, given as an argument.
    fn element(&mut self, outer: &Type, inner: &Type) -> Option<String> {
        if converts(outer, self.types.api) { self.argument(inner) } else { self.exact(inner) }
    }

    /// A value of exactly its type.
    fn exact(&mut self, ty: &Type) -> Option<String> {
        Some(match ty {
            Type::Object(id) => self.object(*id, false)?,
            Type::List(inner) => format!("vec![{}]", self.exact(inner)?),
            Type::Map(inner) => {
                format!("std::collections::BTreeMap::from([(\"key\".to_owned(), {})])", self.exact(inner)?)
            }
            Type::Nullable(inner) => format!("Some({})", self.exact(inner)?),
            scalar => {
                let value = self.argument(scalar)?;
                if converts(scalar, self.types.api) { format!("{value}.into()") } else { value }
            }
        })
    }

    fn object(&mut self, id: ObjectId, may_convert: bool) -> Option<String> {
        if self.path.contains(&id) {
            return None;
        }
        self.path.push(id);
        let code = if self.types.is_struct(id, Side::Request) { self.params(id) } else { self.union(id, may_convert) };
        self.path.pop();
        code
    }

    fn params(&mut self, id: ObjectId) -> Option<String> {
        let object = &self.types.api[id];
        let required = object.fields.iter().filter(|field| field.sides.request && !field.optional.request);
        let required = required.filter(|field| !matches!(field.ty, Type::Nullable(_)));
        let mut arguments = required.map(|field| self.argument(&field.ty)).collect::<Option<Vec<_>>>()?;
        if object.union.is_some() {
            arguments.push(self.union(id, true)?);
        }
        let path = self.name(self.types.names.objects[id.index()].on(Side::Request));
        Some(format!("{path}::new({})", arguments.join(", ")))
    }

    /// The first variant that can be made, and best one that was there from the beginning and is there to stay.
    fn union(&mut self, id: ObjectId, may_convert: bool) -> Option<String> {
        let names = &self.types.names.objects[id.index()];
        let union = self.types.api[id].union.as_ref()?;
        let mut variants: Vec<(&UnionVariant, &Name)> = union.variants.iter().zip(&names.variants).collect();
        variants.retain(|(variant, _)| variant.sides.request);
        variants.sort_by_key(|(variant, _)| (variant.item.deprecated.is_some(), variant.item.since.is_some()));
        variants.into_iter().find_map(|(variant, name)| {
            let follows = may_convert && union.is_known_by_data(variant);
            let data = match &variant.data {
                Some(ty @ Type::Object(_)) if follows => return self.exact(ty),
                Some(ty @ Type::Object(_)) => format!("(Box::new({}))", self.exact(ty)?),
                Some(ty) => format!("({})", self.exact(ty)?),
                None => String::new(),
            };
            Some(format!("{}::{name}{data}", self.name(names.union_on(Side::Request))))
        })
    }

    /// The full path of a type.
    fn name(&mut self, name: &(Name, Name)) -> String {
        self.named.insert(name.clone());
        format!("{}::{}::{}", self.types.krate, name.0, name.1)
    }
}

/// What an object of requests is one of.
pub(super) fn kind(id: ObjectId, types: &Types<'_>) -> Option<Sample> {
    let mut sampler = Sampler { types, path: vec![id], named: BTreeSet::new() };
    let code = sampler.union(id, true)?;
    Some(Sample { code, types: sampler.named })
}
