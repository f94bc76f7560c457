//! Objects in Rust: structs and enums for what the service answers, and for what callers send.

use super::aliases::aliased;
use super::attributes::{attributes, attributes_with};
use super::bounds::{bounded, bounds, default_of, shown};
use super::conversions::conversions;
use super::docs::{Doc, code, links};
use super::former::{former_setter, former_variant, former_with};
use super::item_names::union_field;
use super::model::{
    Attributes, Field, JsonForm, Need, Parameter, Params, Part, Presence, RustType, Struct, Union, UnionField,
    UnionVariant,
};
use super::names::{Case, Name};
use super::samples::{self, Given};
use super::scalars::{LITERAL, SECRET, form};
use super::scope::{Naming, Owner, Scope};
use super::sides::Side;
use super::told::{tells, told_by};
use super::types::{Types, converts};
use crate::api::{self, Bounds, Literal, Object, ObjectId, TimestampFormat, Told};

/// Methods of request objects beside the setters of their members.
const METHOD_NAMES: &[&str] = &["new"];

/// Stands for a name where a row is that of all members without a place of their own.
const OTHERS: &str = "*";

/// What a resource's objects become.
#[derive(Default)]
pub(super) struct Objects {
    pub structs: Vec<Struct>,
    pub params: Vec<Params>,
    pub unions: Vec<Union>,
}

/// Lowers the objects of a resource, each for the sides on which it is met.
pub(super) fn lower_objects(resource: &api::Resource, types: &Types<'_>, naming: &mut Naming<'_>) -> Objects {
    let mut example_names = Scope::new(format!("examples of objects of `{}`", resource.item.name));
    let mut objects = Objects::default();
    for id in &resource.objects {
        let object = &types.api[*id];
        if object.uses.response {
            let json_form =
                lower_json_form(object, types.names.objects[id.index()].on(Side::Answer), &mut example_names, naming);
            lower_answer(*id, json_form, types, &mut objects);
        }
        if object.uses.request {
            lower_request(*id, types, naming, &mut objects);
        }
    }
    objects
}

fn lower_json_form(
    object: &Object,
    name: &(Name, Name),
    example_names: &mut Scope,
    naming: &mut Naming<'_>,
) -> JsonForm {
    let name = name.1.plain();
    let example_name = Name::new(name, Case::Screaming).unwrap_or_default();
    naming.enter(&example_name, Owner::new("example of the object", &object.item), example_names);
    JsonForm {
        example_name,
        test_name: Name::new(&format!("example of {name}"), Case::Snake).unwrap_or_default(),
        example: object.example.clone(),
        has_unix_timestamps: object.timestamps == TimestampFormat::Unix,
    }
}

fn lower_answer(id: ObjectId, json_form: JsonForm, types: &Types<'_>, objects: &mut Objects) {
    let object = &types.api[id];
    if !types.is_struct(id, Side::Answer) {
        objects.unions.extend(lower_union(id, Side::Answer, Some(json_form), types));
        return;
    }
    let fields = object.fields.iter().zip(&types.names.objects[id.index()].fields);
    let fields =
        fields.filter(|(field, _)| field.sides.response).map(|(field, name)| lower_field(field, name, id, types));
    let rest = object.rest.as_ref().zip(types.names.objects[id.index()].rest.as_ref());
    let rest = rest.map(|(rest, name)| lower_rest(rest, name, object, types));
    objects.structs.push(Struct {
        name: types.names.objects[id.index()].on(Side::Answer).1.clone(),
        attributes: whole_attributes(id, Side::Answer, types),
        fields: fields.chain(rest).collect(),
        kind: object.union.as_ref().map(|union| UnionField {
            name: union_field(),
            ty: types.union(id, Side::Answer),
            told: union.told.clone(),
        }),
        json_form,
    });
    objects.unions.extend(lower_union(id, Side::Answer, None, types));
}

/// What stands above the type of an object.
fn whole_attributes(id: ObjectId, side: Side, types: &Types<'_>) -> Attributes {
    let item = &types.api[id].item;
    let (_, name) = types.names.objects[id.index()].on(side);
    // Of two types, lists of items show the same beginning.
    let has_two = Side::Answer.is_in(types.api[id].uses) && Side::Request.is_in(types.api[id].uses);
    let lead = if has_two && side == Side::Request { "For requests: " } else { "" };
    attributes_with(item, Doc::led_by(lead, &item.doc)).formerly(former_with(item, Case::Camel, side.ending(), name))
}

fn lower_field(field: &api::Field, name: &Name, owner: ObjectId, types: &Types<'_>) -> Field {
    let ty = field_type(field, owner, Side::Answer, types);
    let (ty, presence) = match (field.optional.response, field.is_nullable()) {
        (true, _) => (ty.optional(), Presence::Optional),
        (false, true) => (ty, Presence::Nullable),
        (false, false) => (ty, Presence::Required),
    };
    let attributes = attributes_with(&field.item, field_doc(field)).within(&types.api[owner].item);
    Field { name: name.clone(), attributes, wire: field.item.name.clone(), ty, presence, form: form(&field.ty) }
}

/// The field for all members that are not named.
fn lower_rest(rest: &api::Rest, name: &Name, owner: &Object, types: &Types<'_>) -> Field {
    Field {
        name: name.clone(),
        attributes: attributes(&rest.item).within(&owner.item),
        wire: OTHERS.to_owned(),
        ty: types.of(&rest.map(), Side::Answer),
        presence: Presence::Rest,
        form: form(&rest.ty),
    }
}

fn field_type(field: &api::Field, owner: ObjectId, side: Side, types: &Types<'_>) -> RustType {
    match (field.secret, field.is_nullable()) {
        (false, _) => types.of_field(&field.ty, owner, side),
        (true, false) => SECRET,
        (true, true) => SECRET.optional(),
    }
}

/// What a field is, and what the service writes into it if that is always the same, or an example of it.
fn field_doc(field: &api::Field) -> Doc {
    let mut doc = Doc::of(&field.item.doc);
    if let [constant, also @ ..] = field.constants.as_slice() {
        let also = also.iter().map(|also| format!(" {} may come too.", code(also.as_text())));
        doc.section([format!("The service writes {}.{}", code(constant.as_text()), also.collect::<String>())]);
    }
    doc.section(shown(field.example.as_ref(), &field.ty, field.secret));
    doc
}

fn lower_request(id: ObjectId, types: &Types<'_>, naming: &mut Naming<'_>, objects: &mut Objects) {
    let object = &types.api[id];
    let names = &types.names.objects[id.index()];
    if types.is_struct(id, Side::Request) {
        let mut methods = Scope::with_reserved(format!("methods of `{}`", names.on(Side::Request).1), METHOD_NAMES);
        let fields = object.fields.iter().zip(&names.fields);
        let members = fields.filter_map(|(field, name)| {
            let member = lower_member(field, field.need()?, name, id, types);
            declare_setters(&member, &field.item, &mut methods, naming);
            Some(member)
        });
        let mut members: Vec<Parameter> = members.collect();
        members.extend(union_member(id, types));
        if let Some((rest, name)) = object.rest.as_ref().zip(names.rest.as_ref()) {
            let member = rest_member(rest, name, id, types);
            declare_setters(&member, &rest.item, &mut methods, naming);
            members.push(member);
        }
        let fixed = object.fields.iter().filter(|field| field.is_fixed());
        objects.params.push(Params {
            name: names.on(Side::Request).1.clone(),
            attributes: whole_attributes(id, Side::Request, types),
            members,
            constants: fixed.filter_map(|field| Some((field.item.name.clone(), field.constant()?.clone()))).collect(),
        });
    }
    objects.unions.extend(lower_union(id, Side::Request, None, types));
}

/// A member as callers give it.
fn lower_member(field: &api::Field, need: Need, name: &Name, owner: ObjectId, types: &Types<'_>) -> Parameter {
    let (bounds, aliased) = (bounds(&field.bounds, &field.ty), aliased(&field.ty, types.api));
    let constant = field.constant().cloned();
    let default = field.default.as_ref().filter(|_| need.is_optional());
    let default = default.map(|default| default_of(default, &field.ty, types));
    let example = shown(field.example.as_ref(), &field.ty, field.secret);
    let mut doc = Doc::of(&field.item.doc);
    doc.section(constant.iter().map(sends));
    Parameter {
        name: name.clone(),
        attributes: attributes_with(&field.item, bounded(doc, bounds.iter().chain(&aliased), default, example))
            .within(&types.api[owner].item)
            .formerly(former_setter(&field.item, Case::Snake, name, need)),
        wire: field.item.name.clone(),
        part: Part::Member,
        style: None,
        converts: converts(&field.ty, types.api),
        ty: if constant.is_some() { LITERAL } else { field_type(field, owner, Side::Request, types).without_option() },
        form: form(&field.ty).filter(|_| constant.is_none()),
        constant,
        need,
        bounds,
        aliased,
        sample: samples::given(&Given::member(field, need, owner), types),
    }
}

/// What the documentation of a setter says of a constant.
pub(super) fn sends(constant: &Literal) -> String {
    format!("Sends {}.", code(constant.as_text()))
}

/// Reserves the names of the methods that set a value, which are none for what must be given.
pub(super) fn declare_setters(given: &Parameter, item: &api::Item, methods: &mut Scope, naming: &mut Naming<'_>) {
    if !given.is_argument() {
        naming.enter(&given.name, Owner::new("setter of", item), methods);
    }
    naming.keep(&given.attributes.former, "setter of", item, methods);
    if given.can_be_unset() {
        naming.enter(&given.unset_name(), Owner::new("setter to nothing of", item), methods);
    }
    naming.keep(&given.former_unset_names().collect::<Vec<_>>(), "setter to nothing of", item, methods);
}

/// What an object of requests is one of, which comes last of what must be given.
fn union_member(id: ObjectId, types: &Types<'_>) -> Option<Parameter> {
    let object = &types.api[id];
    let union = object.union.as_ref()?;
    let doc = Doc::of(&format!("What it is, as {} the service.", tells(&union.told)));
    Some(Parameter {
        name: union_field(),
        attributes: Attributes::beside(&object.item, doc),
        wire: told_by(&union.told).to_owned(),
        part: Part::Union(union.told.clone()),
        style: None,
        ty: types.union(id, Side::Request),
        constant: None,
        converts: true,
        form: None,
        need: Need::Required,
        bounds: Vec::new(),
        aliased: Vec::new(),
        sample: samples::kind(id, types),
    })
}

/// The members of an object of requests that are not named, which come after all others.
fn rest_member(rest: &api::Rest, name: &Name, owner: ObjectId, types: &Types<'_>) -> Parameter {
    Parameter {
        name: name.clone(),
        attributes: attributes(&rest.item).within(&types.api[owner].item).formerly(former_setter(
            &rest.item,
            Case::Snake,
            name,
            Need::Optional,
        )),
        wire: OTHERS.to_owned(),
        part: Part::Rest,
        style: None,
        ty: types.of(&rest.map(), Side::Request),
        constant: None,
        converts: converts(&rest.map(), types.api),
        form: form(&rest.ty),
        need: Need::Optional,
        bounds: Vec::new(),
        aliased: aliased(&rest.ty, types.api),
        sample: samples::given(
            &Given {
                name: &rest.item.name,
                ty: &rest.map(),
                bounds: &Bounds::default(),
                need: Need::Optional,
                example: None,
                object: Some(owner),
            },
            types,
        ),
    }
}

/// What the data of variants looks like, where nothing else tells what came.
fn lower_shapes(object: &Object, union: &api::Union, side: Side, api: &api::Api) -> Vec<api::KindShape> {
    if side == Side::Request || union.told != Told::Shape {
        return Vec::new();
    }
    // The variants of the other side have no place in the enum.
    let place = |index: usize| union.variants[..index].iter().filter(|variant| side.is_in(variant.sides)).count();
    let mut shapes = api::shapes(union, object.timestamps, side.sides(), api);
    for shape in &mut shapes {
        shape.variant = place(shape.variant);
    }
    shapes
}

fn lower_union(id: ObjectId, side: Side, json_form: Option<JsonForm>, types: &Types<'_>) -> Option<Union> {
    let object = &types.api[id];
    let union = object.union.as_ref()?;
    let names = &types.names.objects[id.index()];
    let variants = union.variants.iter().zip(&names.variants).filter(|(variant, _)| side.is_in(variant.sides));
    let variants = variants.map(|(variant, name)| UnionVariant {
        name: name.clone(),
        attributes: attributes(&variant.item).within(&object.item).formerly(former_variant(variant, name)),
        wire: variant.item.name.clone(),
        data: variant.data.as_ref().map(|ty| types.of_data(ty, id, side)),
        form: variant.data.as_ref().and_then(form),
        aliased: variant.data.iter().filter(|_| side == Side::Request).flat_map(|ty| aliased(ty, types.api)).collect(),
        conversions: if side == Side::Request { conversions(id, variant, types) } else { Vec::new() },
    });
    let name = names.union_on(side).1.clone();
    let attributes = if types.is_struct(id, side) {
        let mut doc = Doc::default();
        doc.section([format!("The kinds of {}.", links::to_type_above(&names.on(side).1))]);
        let former = former_with(&object.item, Case::Camel, side.union_ending(), &name);
        Attributes::beside(&object.item, doc).formerly(former)
    } else {
        whole_attributes(id, side, types)
    };
    Some(Union {
        name,
        attributes,
        told: union.told.clone(),
        base: union.base,
        variants: variants.collect(),
        shapes: lower_shapes(object, union, side, types.api),
        is_answer: side == Side::Answer,
        json_form,
    })
}
