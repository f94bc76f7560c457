//! Members of objects.

use super::{
    context::Context,
    flat::{Flat, Member},
    lowered::Lowered,
    shape::{Shape, kinds_of},
    state::Types,
};
use crate::casing;
use crate::diag::code;
use crate::openapi::document::{Kind, Look, Schema, part_name};
use crate::openapi::names::{choices, given, said};
use crate::openapi::samples;
use crate::openapi::texts::{self, at, item};
use crate::spec::{Field, Item, Node, Rest, Sides, TypeExpression, Value};

/// What is said of members that are not named.
const REST_DOC: &str = "All other members, by their names.";

impl<'a> Types<'a> {
    /// An object of these members.
    pub(super) fn of_flat(&mut self, node: &'a Node, flat: Flat<'a>, context: &Context) -> Shape {
        if !flat.unions.is_empty() {
            return self.of_unions(node, flat, context);
        }
        self.undeclared(&flat);
        if flat.members.is_empty() {
            let json = || Lowered::of(TypeExpression::Map(Box::new(Lowered::json(&node.span).ty)));
            return Shape::Type(flat.rest.map_or_else(json, |(values, home)| self.map(values, &home)));
        }
        let tag = self.survey.tag(node).cloned();
        let mut fields: Vec<Field> = Vec::new();
        for member in &flat.members {
            let mut field = self.field(member, flat.requires(&member.name.value));
            if let Some((_, values)) = tag.as_ref().filter(|(name, _)| *name == member.name.value) {
                always(&mut field, values);
            }
            fields.push(field);
        }
        let rest = flat.rest.map(|(values, home)| Box::new(self.rest(values, &home)));
        name_fields(&mut fields, rest.is_some());
        Shape::Object(fields, rest)
    }

    /// Members that are required, but that no schema speaks of.
    fn undeclared(&mut self, flat: &Flat<'a>) {
        for (name, node) in &flat.required {
            if flat.member(name).is_none() && flat.rest.is_none() && !flat.members.is_empty() {
                self.remarks.say(
                    "undeclared",
                    format!("the member {} is required, but not declared", code(name)),
                    &node.span,
                    "passed over",
                    "declare it under `properties`",
                );
            }
        }
    }

    fn rest(&mut self, values: &'a Node, context: &Context) -> Rest {
        let value = match &values.value {
            Value::Mapping(_) => self.ty(values, &context.inside("value")),
            _ => Lowered::json(&values.span),
        };
        let doc = texts::doc(&[values], &values.span, || REST_DOC.to_owned());
        Rest { item: item(at(&values.span, "rest"), doc, None), ty: Ok(value.whole()) }
    }

    fn field(&mut self, Member { name, schema, context }: &Member<'a>, is_required: bool) -> Field {
        let said = Schema(schema);
        let meant = self.document.meant(schema);
        let constant = self.constant(schema);
        let lowered = match &constant {
            Some((ty, _)) => Lowered { nullable: said.is_nullable(), ..Lowered::named(*ty, &schema.span) },
            None => self.ty(schema, &context.inside(&name.value)),
        };
        let is_typed = !said.is_any() && !Schema(meant).is_any();
        self.members.all += usize::from(is_typed);
        self.members.plain += usize::from(is_typed && lowered.is_json());
        let has = |key: &str| {
            schema.has_true(key) || meant.has_true(key) || said.all_of().iter().any(|part| part.has_true(key))
        };
        let sides = match (has("readOnly"), has("writeOnly")) {
            (true, false) => Sides::RESPONSE,
            (false, true) => Sides::REQUEST,
            _ => Sides::BOTH,
        };
        let doc = texts::doc(&[schema, meant], &name.span, || format!("The member `{}`.", shown(&name.value)));
        let default = schema.at("default").filter(|_| constant.is_none() && !is_required).cloned();
        let rust = part_name(schema).map(|given| at(&name.span, given));
        Field {
            item: Item { rust, ..item((*name).clone(), doc, texts::deprecated(schema)) },
            sides: Ok(sides),
            optional: Ok(if is_required { Sides::NONE } else { sides }),
            constant: Ok(constant.map(|(_, value)| value.clone())),
            constant_also: Ok(Vec::new()),
            default: Ok(default),
            example: Ok(if constant.is_some() { None } else { samples::of_schemas(&[schema, meant]) }),
            bounds: Ok(lowered.bounds.clone()),
            secret: Ok(lowered.secret.clone()),
            ty: Ok(lowered.whole()),
        }
    }

    /// What a schema always says, and the type of that.
    pub(in crate::openapi) fn constant(&self, schema: &'a Node) -> Option<(&'static str, &'a Node)> {
        let meant = Schema(self.document.meant(schema));
        if !meant.telling_branches().is_empty() {
            return None;
        }
        let values = meant.values();
        let [value] = values.as_slice() else { return None };
        let ty = match (kinds_of(&values).as_slice(), meant.kinds().as_slice()) {
            ([Kind::Text], [Kind::Text]) => "string",
            ([Kind::Integer], [Kind::Integer | Kind::Number]) => "integer",
            ([Kind::Boolean], [Kind::Boolean]) => "boolean",
            _ => return None,
        };
        let is_seen = value.text().is_none_or(|text| !text.chars().any(crate::diag::is_hidden));
        is_seen.then_some((ty, *value))
    }
}

/// Lets a member always say one of some values, usually the first.
pub(super) fn always(field: &mut Field, values: &[Node]) {
    let Some((first, others)) = values.split_first() else { return };
    let ty = match kinds_of(&[first]).as_slice() {
        [Kind::Integer] => "integer",
        [Kind::Boolean] => "boolean",
        _ => "string",
    };
    field.ty = Ok(Lowered::named(ty, &field.item.name.span).ty);
    field.bounds = Ok(Vec::new());
    field.default = Ok(None);
    field.example = Ok(None);
    field.constant = Ok(Some(first.clone()));
    field.constant_also = Ok(others.to_vec());
}

/// Gives members names in Rust where two of them would get one.
pub(super) fn name_fields(fields: &mut [Field], has_rest: bool) {
    let wires: Vec<&str> = fields.iter().map(|field| field.item.name.value.as_str()).collect();
    let candidates = fields.iter().map(|field| given(&field.item, choices(&field.item.name.value, casing::snake)));
    let candidates: Vec<Vec<String>> = candidates.collect();
    let names = said(&wires, &candidates, casing::snake, |name| has_rest && name == "rest");
    for (field, name) in fields.iter_mut().zip(names) {
        field.item.rust = name.map(|name| at(&field.item.name.span, name));
    }
}

/// A name between back-ticks.
pub(in crate::openapi) fn shown(name: &str) -> String {
    texts::clean(name).replace(['`', '\n'], " ")
}
