//! What the examples of a description show, so that documentation can show the same.

use std::collections::HashMap;

use serde_json::Value;

use crate::api::{AliasId, Api, Endpoint, ObjectId, Returns, Selected, Type, others, select};

/// The longest text that is shown in the middle of code.
pub(super) const LONGEST_TEXT: usize = 60;

/// The values that answers have in examples, and members of their own, by the names of the members.
#[derive(Default)]
pub(super) struct Shown<'a> {
    members: HashMap<&'a str, Vec<Member<'a>>>,
    identifiers: HashMap<usize, &'a Value>,
    aliases: HashMap<usize, &'a Value>,
    /// The variants of unions, each with what it holds.
    variants: HashMap<ObjectId, Vec<(usize, Option<&'a Value>)>>,
}

/// A member of an object that is shown.
struct Member<'a> {
    /// Its place among all.
    object: usize,
    ty: &'a Type,
    value: &'a Value,
}

impl<'a> Shown<'a> {
    /// Looks through all examples of successes.
    pub(super) fn of(api: &'a Api) -> Self {
        let mut shown = Self::default();
        for endpoint in api.resources.iter().flat_map(|resource| &resource.endpoints) {
            for example in endpoint.examples.iter().filter(|example| endpoint.refusal(example).is_none()) {
                shown.read_answer(endpoint, example.status, &example.response, api);
            }
        }
        shown.read_fields(api);
        shown
    }

    /// What a member of this name and type is shown with: best in this object, or else in any.
    pub(super) fn member(&self, name: &str, ty: &Type, object: Option<ObjectId>) -> Option<&'a Value> {
        let ty = ty.without_null();
        let all = self.members.get(name).into_iter().flatten().filter(|member| is_same(member.ty.without_null(), ty));
        let best = all.clone().find(|member| Some(member.object) == object.map(ObjectId::index));
        best.or_else(|| all.clone().next()).map(|member| member.value)
    }

    /// What any identifier of this kind is shown as.
    pub(super) fn identifier(&self, index: usize) -> Option<&'a Value> {
        self.identifiers.get(&index).copied()
    }

    /// What any value of an alias is shown as.
    pub(super) fn alias(&self, id: AliasId) -> Option<&'a Value> {
        self.aliases.get(&id.index()).copied()
    }

    /// The first variant of a union that is shown, by its place.
    pub(super) fn variant(&self, union: ObjectId) -> Option<usize> {
        self.variants.get(&union)?.first().map(|(variant, _)| *variant)
    }

    /// What a variant of a union is shown with.
    pub(super) fn data(&self, union: ObjectId, variant: usize) -> Option<&'a Value> {
        self.variants.get(&union)?.iter().find(|(shown, _)| *shown == variant)?.1
    }

    /// What is told of a member alone shows others of its name, if no answer does.
    fn read_fields(&mut self, api: &'a Api) {
        for (object, described) in api.objects.iter().enumerate() {
            for field in described.fields.iter().filter(|field| !field.secret) {
                let Some(value) = &field.example else { continue };
                let member = Member { object, ty: &field.ty, value };
                self.members.entry(&field.item.name).or_default().push(member);
            }
        }
    }

    fn read_answer(&mut self, endpoint: &'a Endpoint, status: Option<u16>, json: &'a Value, api: &'a Api) {
        match &endpoint.returns {
            // What a page says of itself is no member of an object.
            Returns::Page(_, item) => {
                let lists = json.as_object().into_iter().flat_map(|members| members.values());
                lists.filter_map(Value::as_array).flatten().for_each(|json| self.read(item, json, api));
            }
            returns => returns.body(status).into_iter().for_each(|ty| self.read(ty, json, api)),
        }
    }

    fn read(&mut self, ty: &'a Type, json: &'a Value, api: &'a Api) {
        match (ty, json) {
            (Type::Nullable(inner), _) => self.read(inner, json, api),
            (Type::Alias(id, inner), _) => {
                self.aliases.entry(id.index()).or_insert(json);
                self.read(inner, json, api);
            }
            (Type::Text(id), Value::String(_)) if !api[*id].secret => {
                self.aliases.entry(id.index()).or_insert(json);
            }
            (Type::Id(id) | Type::Expandable(id, _), Value::String(_)) => {
                self.identifiers.entry(id.index()).or_insert(json);
            }
            (Type::Object(id) | Type::Expandable(_, id), _) => self.read_object(*id, json, api),
            (Type::List(inner), Value::Array(items)) => items.iter().for_each(|item| self.read(inner, item, api)),
            (Type::Map(inner), Value::Object(entries)) => {
                entries.values().for_each(|entry| self.read(inner, entry, api));
            }
            _ => {}
        }
    }

    fn read_object(&mut self, object: ObjectId, json: &'a Value, api: &'a Api) {
        let described = &api[object];
        for field in described.fields.iter().filter(|field| field.sides.response && !field.secret) {
            let Some(value) = json.get(&field.item.name).filter(|value| !value.is_null()) else { continue };
            let member = Member { object: object.index(), ty: &field.ty, value };
            self.members.entry(&field.item.name).or_default().push(member);
            self.read(&field.ty, value, api);
        }
        if let Some(rest) = &described.rest {
            for (_, value) in others(object, json, api) {
                self.read(&rest.ty, value, api);
            }
        }
        let Some(union) = &described.union else { return };
        if let Selected::Known(index, data) = select(object, union, json, api) {
            let variant = &union.variants[index];
            // Data without a member of its own is read where it stands.
            let data = data.and_then(|_| union.member_of(variant).map_or(Some(json), |member| json.get(member)));
            self.variants.entry(object).or_default().push((index, data));
            if let Some((ty, json)) = variant.data.as_ref().zip(data) {
                self.read(ty, json, api);
            }
        }
    }
}

/// Whether a value can stand in a line of code.
pub(super) fn is_short(json: &Value) -> bool {
    json.as_str().is_none_or(|text| text.chars().count() <= LONGEST_TEXT)
}

/// Whether what is answered as one type can be sent as the other: of what can be expanded, the identifier is sent.
fn is_same(answered: &Type, sent: &Type) -> bool {
    match (answered, sent) {
        (Type::Id(answered) | Type::Expandable(answered, _), Type::Id(sent) | Type::Expandable(sent, _)) => {
            answered == sent
        }
        _ => answered == sent,
    }
}
