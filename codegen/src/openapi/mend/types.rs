//! Mends objects, unions, enums and aliases.

use super::faults::Faults;
use super::names::{Letters, rename};
use super::values;
use crate::diag::Diagnostic;
use crate::openapi::remarks::Remarks;
use crate::openapi::texts::at;
use crate::spec::{Alias, Bound, Enum, Field, Object, Read, Resource, Sides, TypeExpression};

const BOUNDS: &[&str] = &["invalid-bound"];
const ENDLESS: &[&str] = &["infinite-object", "oversized-object"];

/// Mends the types of a resource; says whether it did.
pub(super) fn mend(resource: &mut Resource, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let mut mended = false;
    for object in &mut resource.objects {
        mended |= self::object(object, faults, remarks);
    }
    for values in &mut resource.enums {
        mended |= enumeration(values, faults, remarks);
    }
    for alias in &mut resource.aliases {
        mended |= self::alias(alias, faults, remarks);
    }
    let aliases = &mut resource.aliases;
    // What is no object any more can still be named.
    resource.objects.retain_mut(|object| {
        let Some(fault) = faults.of_thing(&object.item.name.span).filter(|fault| !ENDLESS.contains(&fault.rule)) else {
            return true;
        };
        let place = &object.item.name.span;
        remarks.say("plain-json", &fault.message, place, "plain JSON", "correct the document, if this is needed");
        let json = TypeExpression::Name(at(place, "json"), None);
        aliases.push(Alias { item: object.item.clone(), ty: Ok(json), bounds: Ok(Vec::new()), secret: Ok(None) });
        mended = true;
        false
    });
    mended
}

fn object(object: &mut Object, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let mut mended = rename(&mut object.item, Letters::Camel, "object", faults, remarks);
    let is_too_large = faults.is_too_large(&object.item.name.span);
    if let Ok(fields) = &mut object.fields {
        for field in fields.iter_mut() {
            mended |= self::field(field, is_too_large, faults, remarks);
        }
        fields.retain(|field| {
            let fault = faults.of_thing(&field.item.name.span).filter(|fault| !ENDLESS.contains(&fault.rule));
            left_out(fault, &field.item, remarks, &mut mended)
        });
    }
    if let Ok(Some(rest)) = &mut object.rest {
        mended |= rename(&mut rest.item, Letters::Snake, "others", faults, remarks);
    }
    if let Ok(Some(union)) = &mut object.union {
        for variant in &mut union.variants {
            mended |= rename(&mut variant.item, Letters::Camel, "variant", faults, remarks);
        }
        union.variants.retain(|variant| {
            let fault = faults.of_thing(&variant.item.name.span);
            left_out(fault, &variant.item, remarks, &mut mended)
        });
    }
    mended
}

/// Says of an item with a fault that it is left out, and whether it stays.
pub(super) fn left_out(
    fault: Option<&Diagnostic>,
    item: &crate::spec::Item,
    remarks: &mut Remarks,
    mended: &mut bool,
) -> bool {
    let Some(fault) = fault else { return true };
    remarks.say("left-out", &fault.message, &item.name.span, "left out", "correct the document, if this is needed");
    *mended = true;
    false
}

fn field(field: &mut Field, is_too_large: bool, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let mut mended = rename(&mut field.item, Letters::Snake, "member", faults, remarks);
    mended |= bounds(&mut field.bounds, faults, remarks);
    let span = &field.item.name.span;
    mended |= values::told(&mut field.default, &mut field.example, faults, remarks);
    if let Ok(Some(constant)) = &field.constant
        && let Some(fault) = faults.of_rules(&constant.span, &["invalid-const"])
    {
        remarks.say("read-as-meant", &fault.message, &constant.span, "passed over", "correct it, or remove it");
        field.constant = Ok(None);
        field.constant_also = Ok(Vec::new());
        mended = true;
    }
    let is_endless = faults.of_rules(span, ENDLESS).is_some() || is_too_large && field.optional == Ok(Sides::NONE);
    if is_endless && let Ok(sides) = field.sides {
        let message = "what requires itself, or too much, would never end: the member may be left out";
        remarks.say("read-as-meant", message, span, "optional", "take it out of `required`");
        field.optional = Ok(sides);
        mended = true;
    }
    mended
}

/// Takes out bounds that cannot hold.
pub(super) fn bounds(bounds: &mut Read<Vec<Bound>>, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let Ok(bounds) = bounds else { return false };
    let before = bounds.len();
    bounds.retain(|bound| {
        let Some(fault) = faults.of_rules(&bound.value.span, BOUNDS) else { return true };
        remarks.say("unfit-bound", &fault.message, &bound.value.span, "passed over", "correct it, or remove it");
        false
    });
    bounds.len() < before
}

fn enumeration(values: &mut Enum, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let mut mended = rename(&mut values.item, Letters::Camel, "value", faults, remarks);
    if let Ok(values) = &mut values.values {
        for value in values.iter_mut() {
            mended |= rename(value, Letters::Camel, "value", faults, remarks);
        }
        values.retain(|value| left_out(faults.of_thing(&value.name.span), value, remarks, &mut mended));
    }
    mended
}

fn alias(alias: &mut Alias, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let mut mended = rename(&mut alias.item, Letters::Camel, "type", faults, remarks);
    mended |= bounds(&mut alias.bounds, faults, remarks);
    let span = alias.item.name.span.clone();
    if let Some(fault) = faults.of_thing(&span) {
        remarks.say("plain-json", &fault.message, &span, "plain JSON", "correct the document, if this is needed");
        alias.ty = Ok(TypeExpression::Name(at(&span, "json"), None));
        alias.bounds = Ok(Vec::new());
        alias.secret = Ok(None);
        mended = true;
    }
    mended
}
