//! Reads objects, with their members and what they can be.

use super::{
    bounds::bounds,
    description::{Field, Item, Object, Rest, Union, Variant},
    enumeration::{quoted, values},
    in_place::{Definitions, Holder, InPlace, Typed},
    item::{bare_item, item, owner, short_item},
    reader::Mapping,
    schema,
    sides::{self, Sides},
    told::{self, Telling},
    type_expression::{self, TypeExpression},
};
use crate::{
    diag::{Diagnostics, Span},
    yaml::{Entry, Faulty, Node, Read, Text, Value},
};

/// Reads an entry of `objects`. What is written in it comes after it.
pub(super) fn object(entry: &Entry, definitions: &mut Definitions, diagnostics: &mut Diagnostics) {
    let Entry { key, value } = entry;
    let mut inside = Definitions::default();
    let object = match Mapping::open(value, owner("object", key), &key.span, &schema::OBJECT, diagnostics) {
        Ok(mapping) => {
            let item = item(key, &mapping, diagnostics);
            members(&mapping, item, None, &mut inside, diagnostics)
        }
        Err(Faulty) => {
            Object { item: bare_item(key), in_place: None, fields: Err(Faulty), union: Err(Faulty), rest: Err(Faulty) }
        }
    };
    definitions.object(object, inside);
}

/// Reads an entry of `unions`.
pub(super) fn union(entry: &Entry, definitions: &mut Definitions, diagnostics: &mut Diagnostics) {
    let Entry { key, value } = entry;
    let mut inside = Definitions::default();
    let object = match Mapping::open(value, owner("union", key), &key.span, &schema::UNION, diagnostics) {
        Ok(mapping) => {
            let item = item(key, &mapping, diagnostics);
            alone(&mapping, item, None, &mut inside, diagnostics)
        }
        Err(Faulty) => {
            Object { item: bare_item(key), in_place: None, fields: Ok(Vec::new()), union: Err(Faulty), rest: Ok(None) }
        }
    };
    definitions.object(object, inside);
}

/// Reads a union that has no members beside its variants.
fn alone(
    mapping: &Mapping,
    item: Item,
    in_place: Option<Span>,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Object {
    let union = read_union(mapping, &item, definitions, diagnostics).map(Some);
    definitions.lost |= union.is_err();
    Object { item, in_place, fields: Ok(Vec::new()), union, rest: Ok(None) }
}

/// Reads what an object holds.
pub(super) fn members(
    mapping: &Mapping,
    item: Item,
    in_place: Option<Span>,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Object {
    let union = optional_union(mapping, &item, definitions, diagnostics);
    let rest = rest(mapping, diagnostics);
    let read = |entry: &Entry, diagnostics: &mut Diagnostics| field(entry, &item, definitions, diagnostics);
    let fields = match (&union, &rest) {
        (Ok(None), Ok(None)) => mapping.require_each("fields", diagnostics, read),
        _ => mapping.each("fields", diagnostics, read),
    };
    definitions.lost |= fields.is_err() || union.is_err() || rest.is_err();
    Object { item, in_place, fields, union, rest }
}

/// What is said of `rest` where only its type is written.
pub(super) const REST_DOC: &str = "All other members, by their names.";

/// Reads `rest`: a type is short for `{type: …}`.
fn rest(mapping: &Mapping, diagnostics: &mut Diagnostics) -> Read<Option<Rest>> {
    let (Some(node), Some(place)) = (mapping.get("rest")?, mapping.key("rest")) else { return Ok(None) };
    let name = Text { value: "rest".to_owned(), span: place.clone() };
    // A map is a mapping too, but its value is nothing.
    let is_long = matches!(&node.value, Value::Mapping(entries)
        if entries.iter().any(|entry| !matches!(entry.value.value, Value::Null)));
    if !is_long {
        let doc = Text { value: REST_DOC.to_owned(), span: place.clone() };
        let ty = type_expression::read(node, diagnostics);
        return Ok(Some(Rest { item: Item { doc, ..bare_item(&name) }, ty }));
    }
    let owner = format!("`rest` of {}", mapping.owner());
    let mapping = Mapping::open(node, owner, place, &schema::REST, diagnostics)?;
    let ty = mapping.require("type", diagnostics).and_then(|node| type_expression::read(node, diagnostics));
    Ok(Some(Rest { item: item(&name, &mapping, diagnostics), ty }))
}

/// Reads `union` and `variants`, of which there are both or none.
fn optional_union(
    mapping: &Mapping,
    holder: &Item,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Read<Option<Union>> {
    if mapping.get("union")?.is_none() && mapping.get("variants")?.is_none() {
        return Ok(None);
    }
    read_union(mapping, holder, definitions, diagnostics).map(Some)
}

fn read_union(
    mapping: &Mapping,
    holder: &Item,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Read<Union> {
    let telling = mapping.require("union", diagnostics).and_then(|node| told::telling(node, diagnostics));
    let is_text = telling.as_ref().is_ok_and(Telling::has_texts);
    let read = |entry: &Entry, diagnostics: &mut Diagnostics| {
        if is_text {
            quoted(&entry.key, "variant", None, diagnostics);
        }
        variant(entry, holder, definitions, diagnostics)
    };
    let variants = mapping.require_each("variants", diagnostics, read);
    Ok(Union { telling: telling?, variants: variants? })
}

fn field(entry: &Entry, holder: &Item, definitions: &mut Definitions, diagnostics: &mut Diagnostics) -> Field {
    let Entry { key, value } = entry;
    let Ok(mapping) = Mapping::open(value, owner("field", key), &key.span, &schema::FIELD, diagnostics) else {
        definitions.lost = true;
        return faulty_field(bare_item(key));
    };
    let item = item(key, &mapping, diagnostics);
    let holder = Holder { mapping: &mapping, owner: holder, item: &item };
    let ty = ty(&holder, definitions, diagnostics);
    let sides = sides::only(&mapping, diagnostics);
    Field {
        ty,
        sides,
        optional: sides::optional(&mapping, sides.unwrap_or(Sides::BOTH), diagnostics),
        constant: mapping.node("const"),
        constant_also: mapping.nodes("const_also", diagnostics).map(<[Node]>::to_vec),
        default: mapping.node("default"),
        example: mapping.node("example"),
        bounds: bounds(&mapping, diagnostics),
        secret: mapping.flag("secret", diagnostics),
        item,
    }
}

/// Reads the type of a member or parameter, which must be there, and takes out what is written in place.
pub(super) fn ty(
    holder: &Holder,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Read<TypeExpression> {
    let typed = holder.ty(definitions, diagnostics)?;
    Ok(taken_out(typed, holder, definitions, diagnostics))
}

/// The same for a variant, which need not hold anything.
pub(super) fn optional_ty(
    holder: &Holder,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Read<Option<TypeExpression>> {
    let typed = holder.optional_ty(definitions, diagnostics)?;
    Ok(typed.map(|typed| taken_out(typed, holder, definitions, diagnostics)))
}

/// Takes out what is written in place, and gives the type that refers to it.
fn taken_out(
    Typed { ty, in_place }: Typed,
    holder: &Holder,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> TypeExpression {
    let place = Some(holder.item.name.span.clone());
    match in_place {
        Some(InPlace::Object(item)) => {
            let mut inside = Definitions::default();
            let object = members(holder.mapping, item, place, &mut inside, diagnostics);
            definitions.object(object, inside);
        }
        Some(InPlace::Union(item)) => {
            let mut inside = Definitions::default();
            let union = alone(holder.mapping, item, place, &mut inside, diagnostics);
            definitions.object(union, inside);
        }
        Some(InPlace::Enum(item)) => definitions.enums.push(values(holder.mapping, item, place, diagnostics)),
        None => {}
    }
    ty
}

fn faulty_field(item: Item) -> Field {
    Field {
        item,
        ty: Err(Faulty),
        sides: Err(Faulty),
        optional: Err(Faulty),
        constant: Err(Faulty),
        constant_also: Err(Faulty),
        default: Err(Faulty),
        example: Err(Faulty),
        bounds: Err(Faulty),
        secret: Err(Faulty),
    }
}

fn variant(entry: &Entry, holder: &Item, definitions: &mut Definitions, diagnostics: &mut Diagnostics) -> Variant {
    let Entry { key, value } = entry;
    if !matches!(value.value, Value::Mapping(_)) {
        return Variant { item: short_item(entry, "variant", diagnostics), data: Ok(None), sides: Ok(Sides::BOTH) };
    }
    let Ok(mapping) = Mapping::open(value, owner("variant", key), &key.span, &schema::VARIANT, diagnostics) else {
        return Variant { item: bare_item(key), data: Err(Faulty), sides: Err(Faulty) };
    };
    let item = item(key, &mapping, diagnostics);
    let holder = Holder { mapping: &mapping, owner: holder, item: &item };
    Variant { data: optional_ty(&holder, definitions, diagnostics), sides: sides::only(&mapping, diagnostics), item }
}
