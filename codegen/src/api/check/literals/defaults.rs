//! Checks what a service takes where callers leave a value out.

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
    spec::{self, Description, Node, Value},
};

/// Checks the defaults of all objects, and puts them into their fields.
pub(crate) fn fill(description: &Description, api: &mut Api, diagnostics: &mut Diagnostics) {
    let written = description.resources.iter().flat_map(|resource| &resource.objects);
    let objects = written.zip(&api.objects).map(|(written, object)| {
        let fields = written.fields.iter().flatten().zip(&object.fields);
        let defaults = fields.map(|(written, field)| {
            let node = written.default.as_ref().ok()?.as_ref()?;
            if !types::is_meant(&written.ty, &field.ty) {
                return None;
            }
            let owner = Owner { what: "member", name: &field.item.name, timestamps: object.timestamps, api };
            let is_optional = field.sides.request && field.optional.request;
            owner.checked(node, &field.ty, &field.bounds, is_optional, diagnostics)
        });
        defaults.collect()
    });
    let objects: Vec<Vec<_>> = objects.collect();
    for (object, defaults) in api.objects.iter_mut().zip(objects) {
        for (field, default) in object.fields.iter_mut().zip(defaults) {
            field.default = default;
        }
    }
}

/// Checks the default of a parameter, where instants have a form.
pub(crate) fn of_parameter(
    written: &spec::Parameter,
    parameter: &Parameter,
    timestamps: TimestampFormat,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Option<serde_json::Value> {
    let node = written.default.as_ref().ok()?.as_ref()?;
    let owner = Owner { what: "parameter", name: &parameter.item.name, timestamps, api };
    owner.checked(node, &parameter.ty, &parameter.bounds, parameter.optional, diagnostics)
}

/// What has a default.
struct Owner<'a> {
    what: &'static str,
    name: &'a str,
    timestamps: TimestampFormat,
    api: &'a Api,
}

impl Owner<'_> {
    /// The default as JSON, if it fits the type and keeps to the bounds.
    fn checked(
        &self,
        node: &Node,
        ty: &Type,
        bounds: &Bounds,
        is_optional: bool,
        diagnostics: &mut Diagnostics,
    ) -> Option<serde_json::Value> {
        if matches!(node.value, Value::Faulty) || !self.fits(node, ty, diagnostics) {
            return None;
        }
        let default = json(node);
        for bound in bounds.list.iter().filter(|bound| !keeps(&default, bound)) {
            let fault = self.fault(&format!("must {}", bound.must()), &node.span, "beyond its bound");
            let help = "change the default, or the bound, if it is not the service's own";
            diagnostics.push(fault.label(&bound.span, "this bound").help(help));
        }
        if !is_optional {
            let message = format!("the {} {} is never left out, and has a default", self.what, code(self.name));
            let remark = Diagnostic::remark("idle-default", message, &node.span, "nobody meets it");
            diagnostics.push(remark.help("remove it, or write `optional: true` if callers may leave the value out"));
        }
        Some(default)
    }

    /// Whether a value is one of a type; reports it if it is none.
    fn fits(&self, node: &Node, ty: &Type, diagnostics: &mut Diagnostics) -> bool {
        match (&node.value, ty) {
            (_, Type::Json) | (Value::Null, Type::Nullable(_)) => true,
            (_, Type::Nullable(ty)) => self.fits(node, ty, diagnostics),
            (Value::List(items), Type::List(ty)) => items.iter().all(|item| self.fits(item, ty, diagnostics)),
            (Value::Mapping(entries), Type::Map(ty)) => {
                entries.iter().all(|entry| self.fits(&entry.value, ty, diagnostics))
            }
            (Value::Mapping(entries), Type::Object(id)) => {
                entries.iter().all(|entry| self.fits_member(&entry.key, &entry.value, &self.api[*id], diagnostics))
            }
            (_, Type::List(_)) => self.mismatch(node, "a list", "write `[…]`", diagnostics),
            (_, Type::Map(_) | Type::Object(_)) => self.mismatch(node, "a mapping", "write its members", diagnostics),
            _ => match examples::single(node, ty, self.timestamps, self.api, diagnostics) {
                Ok(()) => true,
                Err(Mismatch { expected, help }) => self.mismatch(node, &expected, &help, diagnostics),
            },
        }
    }

    /// Whether a member is one that callers may send, with such a value. What a union tells is let through.
    fn fits_member(&self, name: &spec::Text, value: &Node, object: &Object, diagnostics: &mut Diagnostics) -> bool {
        let mut fields = object.fields.iter().filter(|field| field.sides.meets(Sides::REQUEST));
        match fields.find(|field| field.item.name == name.value) {
            Some(field) => self.fits(value, &field.ty, diagnostics),
            None if object.union.is_some() => true,
            None => {
                let place = format!("has no member {}", code(&name.value));
                let message = format!("the object {} {place}, which the default has", code(&object.item.name));
                let fault = Diagnostic::new("invalid-default", message, &name.span, "unknown member");
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
        let message = format!("the default of the {} {} {must}", self.what, code(self.name));
        Diagnostic::new("invalid-default", message, span, label)
    }
}
