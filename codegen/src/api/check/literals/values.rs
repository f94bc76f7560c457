//! Checks the values that a description tells of members and parameters: what a service takes where callers leave one out, and
//! what one may look like.

use crate::{
    api::{
        bounded::keeps,
        check::{
            examples::{self, Mismatch, json},
            types,
        },
        model::{Api, Bounds, Object, Parameter, Sides, Type},
        scalars::TimestampFormat,
    },
    diag::{Diagnostic, Diagnostics, Span, code},
    spec::{self, Description, Node, Read, Value},
};

/// Checks what is told of the members of all objects, and puts it into their fields.
pub(crate) fn fill(description: &Description, api: &mut Api, diagnostics: &mut Diagnostics) {
    let written = description.resources.iter().flat_map(|resource| &resource.objects);
    let objects = written.zip(&api.objects).map(|(written, object)| {
        let fields = written.fields.iter().flatten().zip(&object.fields);
        let told = fields.map(|(written, field)| {
            if !types::is_meant(&written.ty, &field.ty) {
                return Told::default();
            }
            let name = &field.item.name;
            let owner = Owner {
                noun: "member",
                name,
                ty: &field.ty,
                bounds: &field.bounds,
                timestamps: object.timestamps,
                api,
            };
            let is_optional = field.sides.request && field.optional.request;
            Told {
                default: owner.default(&written.default, is_optional, diagnostics),
                example: owner.example(&written.example, &written.constant, diagnostics),
            }
        });
        told.collect()
    });
    let objects: Vec<Vec<Told>> = objects.collect();
    for (object, told) in api.objects.iter_mut().zip(objects) {
        for (field, told) in object.fields.iter_mut().zip(told) {
            field.default = told.default;
            field.example = told.example;
        }
    }
}

/// Checks what is told of a parameter, where instants have a form.
pub(crate) fn of_parameter(
    written: &spec::Parameter,
    parameter: &Parameter,
    timestamps: TimestampFormat,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Told {
    let Parameter { item, ty, bounds, .. } = parameter;
    let owner = Owner { noun: "parameter", name: &item.name, ty, bounds, timestamps, api };
    Told {
        default: owner.default(&written.default, parameter.optional, diagnostics),
        example: owner.example(&written.example, &written.constant, diagnostics),
    }
}

/// What a description tells, as JSON.
#[derive(Default)]
pub(crate) struct Told {
    /// What the service takes where nothing is given.
    pub(crate) default: Option<serde_json::Value>,
    /// What it may look like.
    pub(crate) example: Option<serde_json::Value>,
}

/// What values are told of.
struct Owner<'a> {
    noun: &'static str,
    name: &'a str,
    ty: &'a Type,
    bounds: &'a Bounds,
    timestamps: TimestampFormat,
    api: &'a Api,
}

type Written = Read<Option<Node>>;

impl Owner<'_> {
    fn default(
        &self,
        written: &Written,
        is_optional: bool,
        diagnostics: &mut Diagnostics,
    ) -> Option<serde_json::Value> {
        let node = written.as_ref().ok()?.as_ref()?;
        let default = Saying { noun: "default", rule: "invalid-default", of: self }.checked(node, diagnostics)?;
        if !is_optional {
            let message = format!("the {} {} is never left out, and has a default", self.noun, code(self.name));
            let remark = Diagnostic::remark("idle-default", message, &node.span, "nobody meets it");
            diagnostics.push(remark.help("remove it, or write `optional: true` if callers may leave the value out"));
        }
        Some(default)
    }

    fn example(
        &self,
        written: &Written,
        constant: &Written,
        diagnostics: &mut Diagnostics,
    ) -> Option<serde_json::Value> {
        let node = written.as_ref().ok()?.as_ref()?;
        let saying = Saying { noun: "example", rule: "example-mismatch", of: self };
        if let Ok(Some(constant)) = constant {
            let fault = saying.fault("says nothing: it is always the same", &node.span, "not needed");
            diagnostics.push(fault.label(&constant.span, "what it always is").help("remove the example"));
            return None;
        }
        if let Type::Object(_) = self.ty.innermost() {
            let fault = saying.fault("cannot be an object", &node.span, "has members");
            diagnostics.push(fault.help("give the members examples of their own, or show a whole answer"));
            return None;
        }
        saying.checked(node, diagnostics)
    }
}

/// A value that is told.
struct Saying<'a> {
    noun: &'static str,
    rule: &'static str,
    of: &'a Owner<'a>,
}

impl Saying<'_> {
    /// The value as JSON, if it fits the type.
    fn checked(&self, node: &Node, diagnostics: &mut Diagnostics) -> Option<serde_json::Value> {
        if matches!(node.value, Value::Faulty) || !self.fits(node, self.of.ty, diagnostics) {
            return None;
        }
        self.keeps(node, self.of.bounds, diagnostics);
        Some(json(node))
    }

    /// Reports a value that does not keep to bounds.
    fn keeps(&self, node: &Node, bounds: &Bounds, diagnostics: &mut Diagnostics) {
        let told = json(node);
        for bound in bounds.list.iter().filter(|bound| !keeps(&told, bound)) {
            let fault = self.fault(&format!("must {}", bound.must()), &node.span, "beyond its bound");
            let help = format!("change the {}, or the bound, if it is not the service's own", self.noun);
            diagnostics.push(fault.label(&bound.span, "this bound").help(help));
        }
    }

    /// Whether a value is one of a type; reports it if it is none.
    fn fits(&self, node: &Node, ty: &Type, diagnostics: &mut Diagnostics) -> bool {
        let Owner { timestamps, api, .. } = *self.of;
        match (&node.value, ty) {
            (_, Type::Json) | (Value::Null, Type::Nullable(_)) => true,
            (_, Type::Nullable(ty)) => self.fits(node, ty, diagnostics),
            (_, Type::Alias(id, ty)) => {
                let fits = self.fits(node, ty, diagnostics);
                if fits {
                    self.keeps(node, &api[*id].bounds, diagnostics);
                }
                fits
            }
            (Value::List(items), Type::List(ty)) => items.iter().all(|item| self.fits(item, ty, diagnostics)),
            (Value::Mapping(entries), Type::Map(ty)) => {
                entries.iter().all(|entry| self.fits(&entry.value, ty, diagnostics))
            }
            (Value::Mapping(entries), Type::Object(id)) => {
                entries.iter().all(|entry| self.fits_member(&entry.key, &entry.value, &api[*id], diagnostics))
            }
            (_, Type::List(_)) => self.mismatch(node, "a list", "write `[…]`", diagnostics),
            (_, Type::Map(_) | Type::Object(_)) => self.mismatch(node, "a mapping", "write its members", diagnostics),
            _ => match examples::single(node, ty, timestamps, api, diagnostics) {
                Ok(()) => {
                    if let Type::Text(id) = ty {
                        self.keeps(node, &api[*id].bounds, diagnostics);
                    }
                    true
                }
                Err(Mismatch { expected, help }) => self.mismatch(node, &expected, &help, diagnostics),
            },
        }
    }

    /// Whether a member is one that callers may send, with such a value. What a union tells is let through.
    fn fits_member(&self, name: &spec::Text, value: &Node, object: &Object, diagnostics: &mut Diagnostics) -> bool {
        let mut fields = object.fields.iter().filter(|field| field.sides.meets(Sides::REQUEST));
        match (fields.find(|field| field.item.name == name.value), &object.rest) {
            (Some(field), _) => self.fits(value, &field.ty, diagnostics),
            (None, _) if object.union.is_some() => true,
            (None, Some(rest)) => self.fits(value, &rest.ty, diagnostics),
            (None, None) => {
                let place = format!("has no member {}", code(&name.value));
                let message = format!("the object {} {place}, which the {} has", code(&object.item.name), self.noun);
                let fault = Diagnostic::new(self.rule, message, &name.span, "unknown member");
                diagnostics.push(fault.help("add it to the fields of the object, or remove it here"));
                false
            }
        }
    }

    fn mismatch(&self, node: &Node, expected: &str, help: &str, diagnostics: &mut Diagnostics) -> bool {
        let fault = self.fault(&format!("must be {expected}"), &node.span, "this is not");
        diagnostics.push(fault.help(help.to_owned()));
        false
    }

    fn fault(&self, must: &str, span: &Span, label: &str) -> Diagnostic {
        let Owner { noun, name, .. } = *self.of;
        let message = format!("the {} of the {noun} {} {must}", self.noun, code(name));
        Diagnostic::new(self.rule, message, span, label)
    }
}
