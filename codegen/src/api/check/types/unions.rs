//! Checks what something can be: each union by itself.

use super::{enums, resolve::resolve};
use crate::{
    api::{
        check::{
            items::{self, Kind},
            names::NameRule,
            symbols::Symbols,
        },
        model::{Object, Sides, Told, Type, Union, UnionVariant},
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
    let spec::Telling { told, base, span } = &union.telling;
    for member in members(told) {
        items::name(member, "member", NameRule::Wire, diagnostics);
    }
    if union.variants.is_empty() {
        let message = format!("the object {} has a union without variants", code(&object.item.name.value));
        let fault = Diagnostic::new("invalid-union", message, span, "nothing to tell apart");
        diagnostics.push(fault.help("add what the object can be to `variants`, or remove `union`"));
    }
    names(union, object.fields.as_deref().unwrap_or_default(), diagnostics);
    for variant in &union.variants {
        enums::value_of(&variant.item.name, *base, "variant of a union told by", diagnostics);
    }
    let variants =
        union.variants.iter().map(|variant| self::variant(variant, union, &object.item.name, symbols, diagnostics));
    Union { variants: variants.collect(), told: self::told(told), base: *base }
}

fn told(told: &spec::Told) -> Told {
    match told {
        spec::Told::Beside(tag) => Told::Beside { tag: tag.value.clone() },
        spec::Told::Inside(tag) => Told::Inside { tag: tag.value.clone() },
        spec::Told::Content(tag, content) => Told::Content { tag: tag.value.clone(), content: content.value.clone() },
        spec::Told::Key => Told::Key,
        spec::Told::Shape => Told::Shape,
    }
}

/// The members that a way to tell variants apart names.
fn members(told: &spec::Told) -> impl Iterator<Item = &Text> {
    let (tag, content) = match told {
        spec::Told::Beside(tag) | spec::Told::Inside(tag) => (Some(tag), None),
        spec::Told::Content(tag, content) => (Some(tag), Some(content)),
        spec::Told::Key | spec::Told::Shape => (None, None),
    };
    tag.into_iter().chain(content)
}

fn variant(
    variant: &spec::Variant,
    union: &spec::Union,
    object: &Text,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> UnionVariant {
    let name = &variant.item.name;
    let data = variant.data.as_ref().ok().and_then(Option::as_ref);
    let data = data.map(|ty| resolve(ty, Some(object), symbols, diagnostics).unwrap_or(Type::Json));
    if let Some(Type::Nullable(_)) = data {
        let message = format!("the data of the variant {} may be null", code(&name.value));
        let fault = Diagnostic::new("invalid-union", message, &name.span, "this variant");
        diagnostics.push(fault.help("leave out the `?`: the data is there where the variant is met"));
    }
    if let (spec::Told::Shape, Ok(None)) = (&union.telling.told, &variant.data) {
        let message = format!("the variant {} is told by its shape, but has none", code(&name.value));
        let fault = Diagnostic::new("invalid-union", message, &name.span, "this variant");
        diagnostics.push(fault.help("say what it holds: `type: …`, or `fields`"));
    }
    UnionVariant {
        item: items::check(&variant.item, Kind::Variant, diagnostics),
        data,
        sides: variant.sides.unwrap_or(Sides::BOTH),
    }
}

/// What tells, the data of the variants and the fields are members beside each other.
fn names(union: &spec::Union, fields: &[spec::Field], diagnostics: &mut Diagnostics) {
    let told = &union.telling.told;
    if let spec::Told::Content(tag, content) = told
        && tag.value == content.value
    {
        let message = format!("the member {} would tell the variants apart, and hold their data", code(&tag.value));
        diagnostics.push(taken(message, &content.span, &tag.span).help("name two members"));
    }
    for member in members(told) {
        for field in fields.iter().map(|field| &field.item.name).filter(|field| field.value == member.value) {
            let message = match told {
                spec::Told::Content(_, content) if content.value == member.value => {
                    format!("the member {} holds the data of the variants, and is a field as well", code(&member.value))
                }
                _ => format!("the member {} tells the variants apart, and is a field as well", code(&member.value)),
            };
            diagnostics
                .push(taken(message, &member.span, &field.span).help("remove the field: `union` describes the member"));
        }
    }
    let tag = match told {
        spec::Told::Beside(tag) => Some(tag),
        spec::Told::Key => None,
        spec::Told::Inside(_) | spec::Told::Content(..) | spec::Told::Shape => return,
    };
    for variant in union.variants.iter().filter(|variant| !matches!(variant.data, Ok(None)) || tag.is_none()) {
        let name = &variant.item.name;
        let field = fields.iter().map(|field| &field.item.name).find(|field| field.value == name.value);
        if let Some(other) = field.or(tag.filter(|tag| tag.value == name.value)) {
            let message =
                format!("the member {} would hold the data of a variant, and something else", code(&name.value));
            diagnostics
                .push(taken(message, &name.span, &other.span).help(
                    "describe the object as it is: where such members stand side by side, write optional fields",
                ));
        }
    }
}

pub(super) fn taken(message: String, place: &Span, other: &Span) -> Diagnostic {
    Diagnostic::new("invalid-union", message, place, "once here").label(other, "and once here")
}

/// Reports unions that have nothing to be on a side on which they are met.
pub(crate) fn inhabited(objects: &[Object], diagnostics: &mut Diagnostics) {
    for object in objects {
        let Some(union) = object.union.as_ref().filter(|union| !union.variants.is_empty()) else { continue };
        for (side, noun) in [(Sides::REQUEST, "request"), (Sides::RESPONSE, "response")] {
            if object.uses.meets(side) && union.on(side).next().is_none() {
                let message =
                    format!("the object {} is in a {noun}, but none of its variants is", code(&object.item.name));
                let label = format!("it has no variant that can be in a {noun}");
                let fault = Diagnostic::new("invalid-union", message, &object.item.span, label);
                diagnostics.push(fault.help("remove `only` from a variant, or from where the object is used"));
            }
        }
    }
}
