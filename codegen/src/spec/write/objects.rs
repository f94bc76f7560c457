//! Types with names of their own.

use super::{
    keys::{self, Keys},
    out::{Entry, Key, Out, Shape},
    types::{self, Defined, Places, Typed},
};
use crate::spec::{
    Alias, Code, Enum, EnumBase, Field, Identifier, Item, Object, Rest, Sides, Telling, Told, Union, Variant, object,
    resource_file, schema,
};

/// An entry of `objects` or `unions`.
pub(super) fn object(object: &Object, places: &Places<'_>) -> Entry {
    let kind = if object.is_union_alone() { &schema::UNION } else { &schema::OBJECT };
    Entry::named(&object.item.name.value, inside(Keys::of(kind).item(&object.item), object, places).out())
}

/// The keys behind the text for readers: what is written in place.
pub(super) fn in_place(keys: Keys, typed: &Typed<'_, '_>) -> Keys {
    match typed.defined {
        None => keys,
        Some(Defined::Object(object)) => inside(keys, object, typed.places),
        Some(Defined::Enum(of)) => values(keys, of),
    }
}

/// What an object holds.
fn inside(keys: Keys, object: &Object, places: &Places<'_>) -> Keys {
    let union = object.union.as_ref().ok().and_then(Option::as_ref);
    let fields = object.fields.as_deref().unwrap_or_default();
    let section = fields.iter().map(|field| self::field(field, &object.item, places));
    let keys = keys.put("union", union.map(|union| telling(&union.telling)));
    let keys = match (fields, union, &object.rest) {
        // An object without members says so.
        ([], None, Ok(None)) => keys.put("fields", Some(Out::Mapping(Vec::new(), Shape::Line))),
        _ => keys.section("fields", section),
    };
    let keys = keys.put("rest", object.rest.as_ref().ok().and_then(Option::as_ref).and_then(rest));
    match union {
        Some(union) => {
            keys.section("variants", union.variants.iter().map(|of| variant(of, union, &object.item, places)))
        }
        None => keys,
    }
}

fn telling(Telling { told, base, .. }: &Telling) -> Out {
    let one =
        |key: &'static str, value: &str| Keys::of(&schema::UNION_TOLD).put(key, Some(Out::Text(value.to_owned())));
    let base_word = Some(*base).filter(|base| *base != EnumBase::Text).map(|base| Out::Text(base.as_str().to_owned()));
    let keys = match told {
        Told::Beside(tag) if base_word.is_none() => return Out::text(tag),
        Told::Beside(tag) => one("beside", &tag.value),
        Told::Inside(tag) => one("inside", &tag.value),
        Told::Content(tag, content) => one("tag", &tag.value).text("content", Some(content)),
        Told::Key => one("by", "key"),
        Told::Shape => one("by", "shape"),
    };
    keys.put("base", base_word).out()
}

fn rest(Rest { item, ty }: &Rest) -> Option<Out> {
    let ty = types::out(ty.as_ref().ok()?);
    let is_short = item.doc.value == object::REST_DOC && item.rust.is_none() && item.was.is_empty();
    let is_short = is_short && item.since.is_none() && item.deprecated.is_none();
    Some(if is_short { ty } else { Keys::of(&schema::REST).put("type", Some(ty)).item(item).out() })
}

fn field(field: &Field, owner: &Item, places: &Places<'_>) -> Entry {
    let sides = field.sides.unwrap_or(Sides::BOTH);
    let typed = Typed::of(&field.ty, owner, &field.item, places);
    let keys = Keys::of(&schema::FIELD);
    let keys = typed.iter().fold(keys, |keys, typed| typed.ty(keys));
    let keys = keys
        .put("only", only(sides))
        .put("optional", optional(field.optional.unwrap_or(Sides::NONE), sides))
        .put("const", field.constant.iter().flatten().next().map(Out::node))
        .put(
            "const_also",
            Some(field.constant_also.iter().flatten().map(Out::node).collect::<Vec<_>>())
                .filter(|also| !also.is_empty())
                .map(Out::List),
        )
        .put("default", field.default.iter().flatten().next().map(Out::node))
        .put("example", field.example.iter().flatten().next().map(Out::node));
    let keys = types::bounds(keys, &field.bounds).flag("secret", matches!(field.secret, Ok(Some(_))));
    let keys = typed.iter().fold(keys.item(&field.item), in_place);
    Entry::named(&field.item.name.value, keys.out())
}

/// The one side on which something is met.
fn only(sides: Sides) -> Option<Out> {
    (sides != Sides::BOTH).then(|| side(sides))
}

fn side(sides: Sides) -> Out {
    Out::Text(if sides.request { "request" } else { "response" }.to_owned())
}

/// On which of its sides something may be left out.
fn optional(optional: Sides, sides: Sides) -> Option<Out> {
    match optional.common(sides) {
        Sides::NONE => None,
        common if common == sides => Some(Out::Bare("true".to_owned())),
        common => Some(side(common)),
    }
}

fn variant(variant: &Variant, union: &Union, owner: &Item, places: &Places<'_>) -> Entry {
    let Variant { item, data, sides } = variant;
    let sides = sides.unwrap_or(Sides::BOTH);
    let data = data.as_ref().ok().and_then(Option::as_ref);
    let typed = data.and_then(|ty| Typed::of(&Ok(ty.clone()), owner, item, places));
    let value = if let (None, Sides::BOTH) = (&typed, sides) {
        keys::short(item)
    } else {
        let keys = Keys::of(&schema::VARIANT);
        let said = typed.iter().filter(|typed| !typed.is_plain_object());
        let keys = said.fold(keys, |keys, typed| typed.ty(keys)).put("only", only(sides));
        typed.iter().fold(keys.item(item), in_place).out()
    };
    Entry { key: tag(&item.name.value, union.telling.base), value }
}

/// What a name says that is a value in JSON.
fn tag(name: &str, base: EnumBase) -> Key {
    match base {
        EnumBase::Text => Key::Name(name.to_owned()),
        EnumBase::Integer | EnumBase::Boolean => Key::Bare(name.to_owned()),
    }
}

/// An entry of `enums`.
pub(super) fn enumeration(of: &Enum) -> Entry {
    Entry::named(&of.item.name.value, values(Keys::of(&schema::ENUM).item(&of.item), of).out())
}

/// What an enum holds.
fn values(keys: Keys, of: &Enum) -> Keys {
    let base = of.base.unwrap_or(EnumBase::Text);
    let word = Some(base).filter(|base| *base != EnumBase::Text).map(|base| Out::Text(base.as_str().to_owned()));
    let values = of.values.iter().flatten();
    let values = values.map(|item| Entry { key: tag(&item.name.value, base), value: keys::short(item) });
    let values: Vec<Entry> = values.collect();
    let keys = keys.put("base", word).flag("closed", of.closed);
    match values.as_slice() {
        // An enum without values says so.
        [] => keys.put("values", Some(Out::Mapping(values, Shape::Line))),
        _ => keys.section("values", values),
    }
}

/// An entry of `aliases`.
pub(super) fn alias(Alias { item, ty, bounds, secret }: &Alias) -> Entry {
    let keys = Keys::of(&schema::ALIAS).put("type", ty.as_ref().ok().map(types::out));
    let keys = types::bounds(keys, bounds).flag("secret", matches!(secret, Ok(Some(_))));
    Entry::named(&item.name.value, keys.item(item).out())
}

/// An entry of `ids`.
pub(super) fn identifier(Identifier { item, prefix }: &Identifier) -> Entry {
    let keys = Keys::of(&schema::IDENTIFIER).text("prefix", prefix.as_ref()).named(item);
    let is_made = item.doc.value == resource_file::made_doc(&item.name).value;
    Entry::named(&item.name.value, if is_made { keys } else { keys.doc(&item.doc) }.out())
}

/// An entry of `errors`.
pub(super) fn code(Code { item, statuses }: &Code) -> Entry {
    let status = statuses.as_ref().ok().map(|statuses| match statuses.as_slice() {
        [status] => Out::number(status.value),
        several => Out::List(several.iter().map(|status| Out::number(status.value)).collect()),
    });
    Entry::named(&item.name.value, Keys::of(&schema::ERROR_CODE).put("status", status).item(item).out())
}
