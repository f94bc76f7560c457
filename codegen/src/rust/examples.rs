//! Tests that the examples of endpoints decode to what they say.

use serde_json::Value;

use super::item_names::union_field;
use super::model::{Check, ExampleTest, Expected, RefusalTest, Request, RustType, Step};
use super::names::{Case, Name};
use super::scalars;
use super::scope::{Naming, Owner, Scope};
use super::sides::Side;
use super::types::Types;
use crate::api::{
    Endpoint, EnumBase, Example, Field, Hold, ObjectId, PageMember, Resource, Returns, Selected, Type, others, select,
};

/// What the examples of a resource become.
#[derive(Default)]
pub(super) struct Tests {
    pub answers: Vec<ExampleTest>,
    pub refusals: Vec<RefusalTest>,
}

/// Lowers the examples of a resource's endpoints, whose requests these are, to tests.
pub(super) fn lower_examples(
    resource: &Resource,
    requests: &[Request],
    types: &Types<'_>,
    naming: &mut Naming<'_>,
) -> Tests {
    let mut scope = Scope::new(format!("examples of `{}`", resource.item.name));
    let mut tests = Tests::default();
    for (endpoint, request) in resource.endpoints.iter().zip(requests) {
        for example in &endpoint.examples {
            let refusal = endpoint.refusal(example);
            if refusal.is_none() && matches!(endpoint.returns, Returns::Headed(_) | Returns::ByStatus(_)) {
                // What it answers follows from more than a body, which the example of the object tests.
                continue;
            }
            let kind = if refusal.is_some() { "refusal" } else { "answer" };
            let name = format!("{kind} {} {}", endpoint.item.name, example.name);
            let name = Name::new(&name, Case::Snake).unwrap_or_default();
            naming.enter(&name, Owner::example(&example.name, &endpoint.item), &mut scope);
            match refusal {
                Some(status) => tests.refusals.push(lower_refusal(name, status, example, request, types)),
                None => tests.answers.push(lower_answer(name, endpoint, example, request, types)),
            }
        }
    }
    tests
}

fn lower_answer(
    name: Name,
    endpoint: &Endpoint,
    example: &Example,
    request: &Request,
    types: &Types<'_>,
) -> ExampleTest {
    ExampleTest {
        name,
        operation: request.operation.clone(),
        is_object: matches!(endpoint.returns, Returns::Value(Type::Object(_))),
        ty: request.returns.clone(),
        response: example.response.clone(),
        checks: answer_checks(endpoint, &example.response, types),
    }
}

fn lower_refusal(name: Name, status: u16, example: &Example, request: &Request, types: &Types<'_>) -> RefusalTest {
    let protocol = &types.api.protocol;
    let code = protocol.code_in(&example.response);
    let variant = request.error.variants.iter().find(|variant| Some(&variant.wire) == code.as_ref());
    RefusalTest {
        name,
        operation: request.operation.clone(),
        kind: variant.map(|variant| (request.error.name.clone(), variant.name.clone())),
        is_deprecated: variant.is_some_and(|variant| variant.attributes.is_deprecated()),
        status,
        response: example.response.clone(),
        message: protocol.message_in(&example.response),
    }
}

fn answer_checks(endpoint: &Endpoint, json: &Value, types: &Types<'_>) -> Vec<Check> {
    let mut checks = Checks { types, path: Vec::new(), all: Vec::new() };
    match &endpoint.returns {
        Returns::Nothing | Returns::Headed(_) | Returns::ByStatus(_) | Returns::Event => {}
        Returns::Value(ty) => checks.value(ty, json),
        Returns::Page(pagination, item) => {
            // What always says the same is not kept.
            for PageMember { name, ty, .. } in pagination.members(item).iter().filter(|member| member.tag.is_none()) {
                let step = Step::Field(Name::exact(name).unwrap_or_default());
                checks.step(step, ty, json.get(name).unwrap_or(&Value::Null));
            }
        }
    }
    checks.all
}

/// What the value of an enum must be.
fn expected_value(base: EnumBase, json: &Value) -> Expected {
    match base {
        EnumBase::Text => Expected::Text(json.as_str().unwrap_or_default().to_owned()),
        EnumBase::Integer => Expected::Number("as_i64", json.as_i64().unwrap_or_default()),
        EnumBase::Boolean => Expected::Display(json.to_string()),
    }
}

/// Collects what must hold of a decoded value.
struct Checks<'a> {
    types: &'a Types<'a>,
    path: Vec<Step>,
    all: Vec<Check>,
}

impl Checks<'_> {
    /// Adds what must hold if `json` is decoded as `ty` at the path.
    fn value(&mut self, ty: &Type, json: &Value) {
        let expected = match (ty, json) {
            (Type::Nullable(_), Value::Null) => Expected::None,
            (Type::Nullable(inner), _) => return self.step(Step::Some, inner, json),
            (Type::Alias(_, inner), _) => return self.value(inner, json),
            (Type::Object(id), _) => return self.object(*id, json),
            (Type::Expandable(id, object), _) => {
                let (variant, inner) = match json {
                    Value::String(_) => ("Id", Type::Id(*id)),
                    _ => ("Object", Type::Object(*object)),
                };
                let data = self.inside(&inner, json);
                let ty = self.types.of(ty, Side::Answer);
                return self.variant(ty, Name::exact(variant).unwrap_or_default(), Some(data));
            }
            (Type::List(inner), Value::Array(list)) => {
                self.is(Expected::Length(list.len()));
                for (index, element) in list.iter().enumerate() {
                    self.step(Step::Index(index), inner, element);
                }
                return;
            }
            (Type::Map(inner), Value::Object(map)) => {
                self.is(Expected::Length(map.len()));
                for (key, element) in map {
                    self.step(Step::Key(key.clone()), inner, element);
                }
                return;
            }
            (Type::Scalar(scalar), _) => (scalars::row(*scalar).expected)(json),
            (Type::Text(id), Value::String(text)) if self.types.api[*id].secret => Expected::By("expose", text.clone()),
            (Type::Text(_) | Type::Id(_), _) => Expected::Text(json.as_str().unwrap_or_default().to_owned()),
            (Type::Enum(id), _) => expected_value(self.types.api[*id].base, json),
            // What is no list or map fits neither.
            (Type::Json | Type::List(_) | Type::Map(_), _) => Expected::Json(json.to_string()),
        };
        self.is(expected);
    }

    fn object(&mut self, id: ObjectId, json: &Value) {
        let names = &self.types.names.objects[id.index()];
        for (field, name) in self.types.api[id].fields.iter().zip(&names.fields) {
            if field.sides.response {
                self.path.push(Step::Field(name.clone()));
                self.field(id, field, json.get(&field.item.name).unwrap_or(&Value::Null));
                self.path.pop();
            }
        }
        let object = &self.types.api[id];
        if let Some((rest, name)) = object.rest.as_ref().zip(names.rest.as_ref()) {
            let others = others(id, json, self.types.api).into_iter();
            let others = others.map(|(name, value)| (name.clone(), value.clone())).collect();
            self.step(Step::Field(name.clone()), &rest.map(), &Value::Object(others));
        }
        if self.types.is_struct(id, Side::Answer) && self.types.api[id].union.is_some() {
            self.path.push(Step::Field(union_field()));
            self.union(id, json);
            self.path.pop();
        } else {
            self.union(id, json);
        }
    }

    fn field(&mut self, owner: ObjectId, field: &Field, json: &Value) {
        match (&field.ty, json) {
            (_, Value::String(text)) if field.secret => {
                if field.absence().response {
                    self.path.push(Step::Some);
                    self.is(Expected::By("expose", text.clone()));
                    self.path.pop();
                } else {
                    self.is(Expected::By("expose", text.clone()));
                }
            }
            (Type::Nullable(_), Value::Null) => self.is(Expected::None),
            (_, Value::Null) if field.optional.response => self.is(Expected::None),
            (ty, _) => {
                let hold = self.types.boxes.of_field(owner.index(), ty, Side::Answer.sides());
                let some = Some(Step::Some).filter(|_| field.absence().response);
                let steps: Vec<Step> = some.into_iter().chain(self.box_steps(ty.without_null(), hold)).collect();
                let depth = self.path.len();
                self.path.extend(steps);
                self.value(ty.without_null(), json);
                self.path.truncate(depth);
            }
        }
    }

    /// Adds which variant of its union an object is; one that is not known, or that lacks its data, is kept as it is.
    fn union(&mut self, id: ObjectId, json: &Value) {
        let Some(union) = &self.types.api[id].union else { return };
        let names = &self.types.names.objects[id.index()].variants;
        let (variant, data) = match select(id, union, json, self.types.api) {
            Selected::Known(index, data) => {
                let held = union.variants[index].data.as_ref().zip(data);
                (names[index].clone(), held.map(|(ty, data)| self.data(id, ty, &data)))
            }
            Selected::Unknown(kind) => {
                let kind = Check::Is(Vec::new(), Expected::Kind(kind));
                (Name::exact("Unknown").unwrap_or_default(), Some(vec![kind]))
            }
        };
        self.variant(self.types.union(id, Side::Answer), variant, data);
    }

    /// What must hold of the data of a variant of an object, from there on.
    fn data(&self, owner: ObjectId, ty: &Type, json: &Value) -> Vec<Check> {
        let hold = self.types.boxes.of_data(owner.index(), ty, Side::Answer.sides());
        let mut checks = Checks { types: self.types, path: self.box_steps(ty, hold), all: Vec::new() };
        checks.value(ty, json);
        checks.all
    }

    /// The step into a box, where what is in it is an enum: a pattern does not look through one.
    fn box_steps(&self, ty: &Type, hold: Hold) -> Vec<Step> {
        let is_enum = matches!(ty.meant(), Type::Object(id) if !self.types.is_struct(*id, Side::Answer));
        Some(Step::Unboxed).filter(|_| is_enum && hold != Hold::Plain).into_iter().collect()
    }

    /// What must hold of the data of a variant, from there on.
    fn inside(&self, ty: &Type, json: &Value) -> Vec<Check> {
        let mut checks = Checks { types: self.types, path: Vec::new(), all: Vec::new() };
        checks.value(ty, json);
        checks.all
    }

    fn step(&mut self, step: Step, ty: &Type, json: &Value) {
        self.path.push(step);
        self.value(ty, json);
        self.path.pop();
    }

    fn is(&mut self, expected: Expected) {
        self.all.push(Check::Is(self.path.clone(), expected));
    }

    fn variant(&mut self, ty: RustType, variant: Name, data: Option<Vec<Check>>) {
        self.all.push(Check::Variant { path: self.path.clone(), ty, variant, data });
    }
}
