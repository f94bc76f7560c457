//! Checks unions whose data stands among other members, or that only its shape tells: what is in it must be known.

use super::unions::taken;
use crate::{
    api::{
        model::{Api, Field, Object, Sides, Told, Type, Union, UnionVariant},
        unions::shapes,
    },
    diag::{Diagnostic, Diagnostics, Span, code},
};

/// Checks all unions. The data of a faulty variant may be anything from then on.
pub(crate) fn check(api: &mut Api, diagnostics: &mut Diagnostics) {
    let mut faulty = Vec::new();
    for (place, object) in api.objects.iter().enumerate() {
        let Some(union) = &object.union else { continue };
        for (index, variant) in union.variants.iter().enumerate() {
            if let Some(fault) = fault(place, object, union, variant, api) {
                diagnostics.push(fault);
                faulty.push((place, index));
            }
        }
    }
    for (place, index) in faulty {
        if let Some(union) = &mut api.objects[place].union {
            union.variants[index].data = Some(Type::Json);
        }
    }
}

/// What is wrong with the data of a variant.
fn fault(place: usize, object: &Object, union: &Union, variant: &UnionVariant, api: &Api) -> Option<Diagnostic> {
    let data = variant.data.as_ref()?;
    match (&union.told, data) {
        (Told::Shape, _) if object.is_any_shape() => endless(place, variant, data, api),
        (Told::Inside { .. } | Told::Shape, Type::Object(id)) if !api[*id].is_any_shape() => {
            among(object, union, variant, &api[*id], api)
        }
        (Told::Beside { .. } | Told::Content { .. } | Told::Key, _) | (_, Type::Map(_)) => None,
        (Told::Inside { .. } | Told::Shape, _) => {
            let message =
                format!("the data of the variant {} has no members to stand among others", code(&variant.item.name));
            let fault = Diagnostic::new("invalid-union", message, &variant.item.span, "this variant");
            Some(fault.help("give it `fields`, or name an object; or tell the union by a member beside the data"))
        }
    }
}

/// The fault of a variant that is the union itself again, so that nothing would ever tell it.
fn endless(place: usize, variant: &UnionVariant, data: &Type, api: &Api) -> Option<Diagnostic> {
    let (mut seen, mut open) = (vec![false; api.objects.len()], vec![data]);
    while let Some(ty) = open.pop() {
        let Type::Object(id) = ty else { continue };
        if id.index() == place {
            let message = format!("the variant {} is the union itself again", code(&variant.item.name));
            let fault = Diagnostic::new("invalid-union", message, &variant.item.span, "this variant");
            return Some(fault.help("remove the variant, or put the union into a list, a map or a member of it"));
        }
        if api[*id].is_any_shape() && !std::mem::replace(&mut seen[id.index()], true) {
            open.extend(api[*id].variants().filter_map(|variant| variant.data.as_ref()));
        }
    }
    None
}

/// The fault of data whose members stand among those of an object, if two of them are one.
fn among(object: &Object, union: &Union, variant: &UnionVariant, data: &Object, api: &Api) -> Option<Diagnostic> {
    let sides = variant.sides;
    let mut members = members(data, sides, api, &mut Vec::new());
    let tag = union.told.tag();
    if let Some(field) = data.fields.iter().find(|field| tag == Some(&field.item.name)) {
        members.retain(|(name, _)| tag != Some(name));
        if let Some(fault) = own_tag(union, variant, field) {
            return Some(fault);
        }
    }
    let others = object.fields.iter().filter(|field| field.sides.meets(sides));
    let others = others.map(|field| (field.item.name.as_str(), &field.item.span));
    let others: Vec<_> = others.chain(tag.map(|tag| (tag, &object.item.span))).collect();
    let (name, place, other) = members.iter().find_map(|(name, place)| {
        others.iter().find(|(other, _)| other == name).map(|(_, other)| (name, place, other))
    })?;
    let message = format!(
        "the member {} of the variant {} would stand beside another one of that name",
        code(name),
        code(&variant.item.name)
    );
    Some(taken(message, place, other).help("rename one of the two, or tell the union by a member beside the data"))
}

/// The members of an object, each with its place; `open` are the objects among whose members it stands.
fn members<'a>(object: &'a Object, sides: Sides, api: &'a Api, open: &mut Vec<&'a Object>) -> Vec<(&'a str, &'a Span)> {
    if open.iter().any(|known| std::ptr::eq(*known, object)) {
        return Vec::new();
    }
    open.push(object);
    let fields = object.fields.iter().filter(|field| field.sides.meets(sides));
    let mut all: Vec<_> = fields.map(|field| (field.item.name.as_str(), &field.item.span)).collect();
    if let Some(union) = &object.union {
        all.extend(union.told.tag().map(|tag| (tag, &object.item.span)));
        for variant in &union.variants {
            match (union.member_of(variant), &variant.data) {
                (Some(member), Some(_)) => all.push((member, &variant.item.span)),
                (None, Some(Type::Object(id))) => all.extend(members(&api[*id], sides, api, open)),
                _ => {}
            }
        }
    }
    open.pop();
    all
}

/// The fault of a field that is the tag, if it may say anything else than the name of the variant.
fn own_tag(union: &Union, variant: &UnionVariant, field: &Field) -> Option<Diagnostic> {
    let tag = union.tag_of(variant);
    let constants = field.constants();
    if constants.contains(&tag) {
        return None;
    }
    let name = code(&field.item.name);
    let message = if constants.is_empty() {
        format!("the member {name} names the variant {}, but may say anything", code(&variant.item.name))
    } else {
        format!("the member {name} names the variant {}, but says something else", code(&variant.item.name))
    };
    let fault = Diagnostic::new("invalid-union", message, &field.item.span, "this member");
    let fault = fault.label(&variant.item.span, "this variant");
    Some(fault.help(format!("remove the member, which `union` describes, or let it always say {tag}")))
}

/// Remarks on variants of answers that nothing tells apart.
pub(crate) fn alike(api: &Api, remarks: &mut Diagnostics) {
    for object in api.objects.iter().filter(|object| object.uses.response) {
        let Some(union) = object.union.as_ref().filter(|union| union.told == Told::Shape) else { continue };
        let shapes = shapes(union, object.timestamps, Sides::RESPONSE, api);
        for (index, later) in shapes.iter().enumerate() {
            if let Some(earlier) = shapes[..index].iter().find(|earlier| !later.is_told_from(earlier)) {
                let [first, second] = [earlier, later].map(|shape| &union.variants[shape.variant].item);
                remarks.push(remark(&first.name, &first.span, &second.name, &second.span));
            }
        }
    }
}

fn remark(first: &str, first_place: &Span, second: &str, place: &Span) -> Diagnostic {
    let message = format!("nothing tells the variants {} and {} apart", code(first), code(second));
    let remark = Diagnostic::remark("alike-variants", message, place, "only met where the other one does not fit");
    let remark = remark.label(first_place, "tried first");
    remark.help(
        "let one of them have a member that the other one has not and that is always there, or one that always says the same; \
         or make one variant of the two",
    )
}
