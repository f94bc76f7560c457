//! Checks identifiers, objects, enums and error codes.

use super::resolve::resolve;
use super::{bounds, enums, unions};
use crate::{
    api::{
        check::{
            items::{self, Kind},
            names::NameRule,
            symbols::Symbols,
        },
        model::{Api, Bounds, Code, Field, Identifier, Object, Rest, Sides, Type},
        scalars::TimestampFormat,
    },
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, Description, Spanned, Text},
};

/// Checks them all and puts them into the API, in the order of the description.
pub(crate) fn check(description: &Description, symbols: &Symbols, api: &mut Api, diagnostics: &mut Diagnostics) {
    for resource in &description.resources {
        for identifier in &resource.identifiers {
            api.identifiers.push(self::identifier(identifier, diagnostics));
        }
        for object in &resource.objects {
            api.objects.push(self::object(object, symbols, diagnostics));
        }
        for enumeration in &resource.enums {
            api.enums.push(enums::check(enumeration, diagnostics));
        }
        for code in &resource.codes {
            api.codes.push(self::code_of_errors(code, diagnostics));
        }
    }
}

fn identifier(identifier: &spec::Identifier, diagnostics: &mut Diagnostics) -> Identifier {
    if let Some(prefix) = &identifier.prefix {
        items::name(prefix, "prefix", NameRule::Wire, diagnostics);
    }
    Identifier {
        item: items::check(&identifier.item, Kind::Identifier, diagnostics),
        prefix: identifier.prefix.as_ref().map(|prefix| prefix.value.clone()),
    }
}

fn object(object: &spec::Object, symbols: &Symbols, diagnostics: &mut Diagnostics) -> Object {
    let name = &object.item.name;
    let fields = object.fields.as_deref().unwrap_or_default();
    let item = items::check_type(&object.item, Kind::Object, object.in_place.is_some(), diagnostics);
    let union = object.union.as_ref().ok().and_then(Option::as_ref);
    let rest = object.rest.as_ref().ok().and_then(Option::as_ref);
    Object {
        item,
        in_place: object.in_place.clone(),
        fields: fields.iter().map(|field| self::field(field, name, symbols, diagnostics)).collect(),
        union: union.map(|union| unions::check(union, object, symbols, diagnostics)),
        rest: rest.map(|rest| self::rest(rest, name, symbols, diagnostics)),
        // Where it is met, and in which form, is not known yet.
        timestamps: TimestampFormat::Rfc3339,
        uses: Sides::NONE,
        example: serde_json::Value::Null,
    }
}

fn rest(rest: &spec::Rest, object: &Text, symbols: &Symbols, diagnostics: &mut Diagnostics) -> Rest {
    let ty = rest.ty.as_ref().map_err(|faulty| *faulty);
    let ty = ty.and_then(|ty| resolve(ty, Some(object), symbols, diagnostics));
    // Whatever an example says there is let through where the type is faulty.
    Rest { item: items::check(&rest.item, Kind::Field, diagnostics), ty: ty.unwrap_or(Type::Json) }
}

fn field(field: &spec::Field, object: &Text, symbols: &Symbols, diagnostics: &mut Diagnostics) -> Field {
    let item = items::check(&field.item, Kind::Field, diagnostics);
    let ty = field.ty.as_ref().map_err(|faulty| *faulty);
    let ty = ty.and_then(|ty| resolve(ty, Some(object), symbols, diagnostics));
    let sides = field.sides.unwrap_or(Sides::BOTH);
    match (ty, field.optional) {
        (Ok(ty), Ok(optional)) => {
            let bounds = bounds::check(&field.bounds, &ty, symbols, diagnostics);
            let secret = secret(field, &ty, diagnostics);
            Field { item, ty, sides, optional, constants: Vec::new(), default: None, example: None, bounds, secret }
        }
        // Whatever an example says here is let through.
        _ => Field {
            item,
            ty: Type::Json,
            sides,
            optional: Sides::BOTH,
            constants: Vec::new(),
            default: None,
            example: None,
            bounds: Bounds::default(),
            secret: false,
        },
    }
}

/// Whether a field is a secret, which only a text can be.
fn secret(field: &spec::Field, ty: &Type, diagnostics: &mut Diagnostics) -> bool {
    let Ok(Some(place)) = &field.secret else { return false };
    let is_possible = matches!(ty.without_null(), Type::Scalar(scalar) if scalar.facts().can_be_secret);
    if !is_possible {
        let message = format!("the field {} is secret, but is no `string`", code(&field.item.name.value));
        let fault = Diagnostic::new("misplaced-key", message, place, "it says nothing here");
        diagnostics.push(fault.help("write `type: string`, or remove `secret`"));
    }
    true
}

fn code_of_errors(written: &spec::Code, diagnostics: &mut Diagnostics) -> Code {
    let mut statuses: Vec<u16> = Vec::new();
    for Spanned { value, span } in written.statuses.iter().flatten() {
        let mut fault = |message: String, label: &str, help: &str| {
            diagnostics.push(Diagnostic::new("invalid-status", message, span, label).help(help));
        };
        match u16::try_from(*value) {
            Ok(status @ 400..=599) if statuses.contains(&status) => {
                fault(format!("the status {value} is listed twice"), "again here", "remove one of the two");
            }
            Ok(status @ 400..=599) => statuses.push(status),
            _ => fault(
                format!("{value} is not the status of an error"),
                "not from 400 to 599",
                "write the HTTP status that comes with the code: 400 to 599",
            ),
        }
    }
    statuses.sort_unstable();
    let name = &written.item.name;
    if written.statuses.as_ref().is_ok_and(Vec::is_empty) {
        let message = format!("the error code {} comes with no status", code(&name.value));
        let fault = Diagnostic::new("invalid-status", message, &name.span, "this code");
        diagnostics.push(fault.help("write the HTTP status that comes with the code, or several"));
    }
    Code { item: items::check(&written.item, Kind::Code, diagnostics), statuses }
}
