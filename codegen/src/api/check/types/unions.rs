//! Checks what an object can be.

use super::resolve::resolve;
use crate::{
    api::{
        check::{
            items::{self, Kind},
            names::NameRule,
            symbols::Symbols,
        },
        model::{Object, Sides, Type, Union, UnionVariant},
    },
    diag::{Diagnostic, Diagnostics, Span, code},
    spec::{self, Text},
};

/// Checks the union of an object.
pub(crate) fn check(
    union: &spec::Union,
    object: &spec::Object,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Union {
    items::name(&union.tag, "member", NameRule::Wire, diagnostics);
    if union.variants.is_empty() {
        let message = format!("the object {} has a union without variants", code(&object.item.name.value));
        let fault = Diagnostic::new("invalid-union", message, &union.tag.span, "nothing to tell apart");
        diagnostics.push(fault.help("add what the object can be to `variants`, or remove `union`"));
    }
    names(union, object.fields.as_deref().unwrap_or_default(), diagnostics);
    let variants = union.variants.iter().map(|variant| self::variant(variant, &object.item.name, symbols, diagnostics));
    Union { tag: union.tag.value.clone(), variants: variants.collect() }
}

fn variant(variant: &spec::Variant, object: &Text, symbols: &Symbols, diagnostics: &mut Diagnostics) -> UnionVariant {
    let data = variant.data.as_ref().ok().and_then(Option::as_ref);
    let data = data.map(|ty| resolve(ty, Some(object), symbols, diagnostics).unwrap_or(Type::Json));
    if let Some(Type::Nullable(_)) = data {
        let name = &variant.item.name;
        let message = format!("the data of the variant {} may be null", code(&name.value));
        let fault = Diagnostic::new("invalid-union", message, &name.span, "this variant");
        diagnostics.push(fault.help("leave out the `?`: the data is there where the variant is met"));
    }
    UnionVariant {
        item: items::check(&variant.item, Kind::Variant, diagnostics),
        data,
        sides: variant.sides.unwrap_or(Sides::BOTH),
    }
}

/// The tag, the data of the variants and the fields are members beside each other.
fn names(union: &spec::Union, fields: &[spec::Field], diagnostics: &mut Diagnostics) {
    let tag = &union.tag;
    for field in fields.iter().map(|field| &field.item.name).filter(|field| field.value == tag.value) {
        let message = format!("the member {} tells the variants apart, and is a field as well", code(&tag.value));
        diagnostics.push(taken(message, &tag.span, &field.span).help("remove the field: `union` describes the member"));
    }
    for variant in union.variants.iter().filter(|variant| !matches!(variant.data, Ok(None))) {
        let name = &variant.item.name;
        let field = fields.iter().map(|field| &field.item.name).find(|field| field.value == name.value);
        if let Some(other) = field.or(Some(tag).filter(|tag| tag.value == name.value)) {
            let message =
                format!("the member {} would hold the data of a variant, and something else", code(&name.value));
            diagnostics
                .push(taken(message, &name.span, &other.span).help(
                    "describe the object as it is: where such members stand side by side, write optional fields",
                ));
        }
    }
}

fn taken(message: String, place: &Span, other: &Span) -> Diagnostic {
    Diagnostic::new("invalid-union", message, place, "once here").label(other, "and once here")
}

/// Reports unions that have nothing to be on a side on which they are met.
pub(crate) fn inhabited(objects: &[Object], diagnostics: &mut Diagnostics) {
    for object in objects {
        let Some(union) = object.union.as_ref().filter(|union| !union.variants.is_empty()) else { continue };
        for (side, noun) in [(Sides::REQUEST, "request"), (Sides::RESPONSE, "response")] {
            if object.uses.meets(side) && !union.variants.iter().any(|variant| variant.sides.meets(side)) {
                let message =
                    format!("the object {} is in a {noun}, but none of its variants is", code(&object.item.name));
                let label = format!("it has no variant that can be in a {noun}");
                let fault = Diagnostic::new("invalid-union", message, &object.item.span, label);
                diagnostics.push(fault.help("remove `only` from a variant, or from where the object is used"));
            }
        }
    }
}
