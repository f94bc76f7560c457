//! From meaning to Rust.

use std::collections::BTreeSet;

use super::cycles::Cycles;
use super::docs::{Doc, code};
use super::guide;
use super::model::{
    Attributes, Field, HeaderSetter, Identifier, Module, OpenEnum, Presence, RustCrate, Struct, Variant,
};
use super::names::{Case, Name};
use super::requests;
use super::scope::{Naming, Owner, Scope};
use super::types::{Names, RustType, Types};
use crate::api::{Api, EnumId, Header, IdentifierId, Item, ObjectId, Protocol, Resource, Type};
use crate::diag::Diagnostics;

/// Names that generated modules use without a path.
const TYPE_NAMES: &[&str] =
    &["AsRef", "Box", "C", "From", "Into", "IntoIterator", "Option", "PartialEq", "String", "Vec"];
/// Methods that requests or builders of clients have.
pub(super) const SETTING_NAMES: &[&str] = &[
    "allow_http_to",
    "api_key",
    "app_name",
    "attempt_timeout",
    "base_url",
    "build",
    "connect_timeout",
    "environment",
    "header",
    "idempotency_key",
    "map",
    "new",
    "no_proxy",
    "operation",
    "proxy",
    "response_limit",
    "retry",
    "root_certificates",
    "send",
    "timeout",
    "transport",
    "with_response",
];
/// Modules that every generated crate has.
const MODULE_NAMES: &[&str] = &["runtime", "service"];

/// Decides what the crate for `api` looks like.
///
/// Faults that only show in Rust are added to `diagnostics`; if there are any, the crate must not be emitted.
pub fn lower(api: &Api, diagnostics: &mut Diagnostics) -> RustCrate {
    let mut naming = Naming { diagnostics };
    let (names, modules) = name_types(api, &mut naming);
    let name = Name::exact(&api.package.name.replace('-', "_")).unwrap_or_default();
    let cycles = Cycles::of(api);
    let header_setters = header_setters(api, &mut naming);
    let modules: Vec<Module> = (api.resources.iter().zip(&modules))
        .map(|(resource, (module, calls))| {
            lower_resource(
                resource,
                calls,
                &Types { api, names: &names, cycles: &cycles, header_setters: &header_setters, krate: &name, module },
                &mut naming,
            )
        })
        .collect();
    RustCrate {
        package: api.package.clone(),
        doc: Doc::of(&api.doc),
        summary: first_paragraph(&api.doc),
        guide: guide::sections(&name, &modules),
        name,
        api_version: api.version.clone(),
        base_url: api.servers.first().map(|server| server.url.clone()).unwrap_or_default(),
        headers: fixed_headers(api),
        header_setters,
        protocol: lower_protocol(&api.protocol),
        runtime_types: runtime_types(&modules),
        modules,
    }
}

/// Headers that every request carries.
fn fixed_headers(api: &Api) -> Vec<(String, String)> {
    let fixed = |header: &Header| Some((header.item.name.to_lowercase(), header.value.clone()?));
    api.headers.iter().filter_map(fixed).collect()
}

/// Methods for the headers that say what they are for.
fn header_setters(api: &Api, naming: &mut Naming<'_>) -> Vec<HeaderSetter> {
    let mut scope = Scope::with_reserved("methods of requests and builders", SETTING_NAMES);
    let setters = api.headers.iter().filter(|header| !header.item.doc.is_empty()).map(|header| HeaderSetter {
        name: naming.declare("header", &header.item, Case::Snake, &mut scope),
        attributes: attributes(&header.item, Doc::of(&header.item.doc)),
        header: header.item.name.to_lowercase(),
    });
    setters.collect()
}

/// Headers in lower case.
fn lower_protocol(protocol: &Protocol) -> Protocol {
    let lower = |header: &Option<String>| header.as_ref().map(|header| header.to_lowercase());
    Protocol {
        request_id: lower(&protocol.request_id),
        idempotency_key: lower(&protocol.idempotency_key),
        should_retry: lower(&protocol.should_retry),
        ..protocol.clone()
    }
}

/// The first paragraph of a text as it was written, on one line: what shows it takes it for plain text.
fn first_paragraph(text: &str) -> String {
    let lines: Vec<&str> = text.trim().lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// The names of what an endpoint becomes.
pub(super) struct CallNames {
    pub function: Name,
    pub operation: Name,
    pub error: Name,
}

/// A module's name, and those of its calls.
type ModuleNames = (Name, Vec<CallNames>);

/// Names all modules and all types that other items can speak of.
fn name_types(api: &Api, naming: &mut Naming<'_>) -> (Names, Vec<ModuleNames>) {
    let mut names = Names {
        objects: vec![<_>::default(); api.objects.len()],
        enums: vec![<_>::default(); api.enums.len()],
        identifiers: vec![<_>::default(); api.identifiers.len()],
        fields: vec![],
    };
    let mut module_names = Scope::with_reserved("modules", MODULE_NAMES);
    let mut modules = Vec::new();
    for resource in &api.resources {
        let module = naming.declare("resource", &resource.item, Case::Snake, &mut module_names);
        let mut types = Scope::with_reserved(format!("types of `{}`", resource.item.name), TYPE_NAMES);
        for id in &resource.identifiers {
            let item = &api[*id].item;
            let name = match &item.rust {
                Some(_) => naming.name(item, Case::Camel),
                None => naming.name(item, Case::Camel).with_ending("Id"),
            };
            naming.enter(&name, Owner::new("identifier", item), &mut types);
            names.identifiers[id.index()] = (module.clone(), name);
        }
        for id in &resource.objects {
            let name = naming.declare("object", &api[*id].item, Case::Camel, &mut types);
            names.objects[id.index()] = (module.clone(), name);
        }
        for id in &resource.enums {
            let name = naming.declare("enum", &api[*id].item, Case::Camel, &mut types);
            names.enums[id.index()] = (module.clone(), name);
        }
        let mut functions = Scope::new(format!("calls of `{}`", resource.item.name));
        let calls = resource.endpoints.iter().map(|endpoint| {
            let item = &endpoint.item;
            let function = naming.declare("endpoint", item, Case::Snake, &mut functions);
            let operation = Name::new(function.plain(), Case::Camel).unwrap_or_default();
            naming.enter(&operation, Owner::new("operation of the endpoint", item), &mut types);
            let error = operation.with_ending("Error");
            naming.enter(&error, Owner::new("error enum of the endpoint", item), &mut types);
            CallNames { function, operation, error }
        });
        modules.push((module, calls.collect()));
    }
    for object in &api.objects {
        let mut scope = Scope::new(format!("fields of `{}`", object.item.name));
        let fields = object.fields.iter();
        names.fields.push(fields.map(|f| naming.declare("field", &f.item, Case::Snake, &mut scope)).collect());
    }
    (names, modules)
}

fn lower_resource(resource: &Resource, calls: &[CallNames], types: &Types<'_>, naming: &mut Naming<'_>) -> Module {
    let mut example_names = Scope::new(format!("examples of objects of `{}`", resource.item.name));
    Module {
        name: types.module.clone(),
        doc: module_doc(&resource.item),
        identifiers: resource.identifiers.iter().map(|id| lower_identifier(*id, types)).collect(),
        enums: resource.enums.iter().map(|id| lower_enum(*id, types, naming)).collect(),
        structs: resource.objects.iter().map(|id| lower_object(*id, types, &mut example_names, naming)).collect(),
        requests: requests::lower_endpoints(resource, calls, types, naming),
        tests: requests::lower_examples(resource, calls, types, naming),
    }
}

/// The documentation that every item gets, and its deprecation.
pub(super) fn attributes(item: &Item, mut doc: Doc) -> Attributes {
    if let Some(since) = &item.since {
        doc.section([format!("Since API version {}; an earlier one may not have it.", code(since))]);
    }
    // A lint and the documentation show it, as Markdown like any other text.
    let deprecated = item.deprecated.as_ref().map(|instead| Doc::of(instead).summary());
    Attributes { doc, deprecated }
}

/// A module is not marked as deprecated, because every use of what is in it would be; its documentation says it.
fn module_doc(item: &Item) -> Doc {
    let Attributes { mut doc, deprecated } = attributes(item, Doc::of(&item.doc));
    if let Some(instead) = deprecated {
        doc.section([format!("Deprecated: {instead}")]);
    }
    doc
}

fn lower_identifier(id: IdentifierId, types: &Types<'_>) -> Identifier {
    let identifier = &types.api[id];
    let mut doc = Doc::of(&identifier.item.doc);
    if let Some(prefix) = &identifier.prefix {
        doc.section([format!("The service begins it with {}; this is not checked.", code(&format!("{prefix}_")))]);
    }
    Identifier { name: types.names.identifiers[id.index()].1.clone(), attributes: attributes(&identifier.item, doc) }
}

fn lower_enum(id: EnumId, types: &Types<'_>, naming: &mut Naming<'_>) -> OpenEnum {
    let described = &types.api[id];
    let mut scope = Scope::with_reserved(format!("values of `{}`", described.item.name), &["Unknown"]);
    let variants = described.values.iter().map(|value| Variant {
        name: naming.declare("value", &value.item, Case::Camel, &mut scope),
        attributes: attributes(&value.item, Doc::of(&value.item.doc)),
        wire: value.item.name.clone(),
        status: None,
    });
    OpenEnum {
        name: types.names.enums[id.index()].1.clone(),
        variants: variants.collect(),
        attributes: attributes(&described.item, Doc::of(&described.item.doc)),
    }
}

fn lower_object(id: ObjectId, types: &Types<'_>, example_names: &mut Scope, naming: &mut Naming<'_>) -> Struct {
    let object = &types.api[id];
    let fields = object.fields.iter().zip(&types.names.fields[id.index()]).map(|(field, name)| {
        let ty = types.of_field(&field.ty, id);
        let (ty, presence) = match (&field.ty, field.optional) {
            (Type::Nullable(_), _) => (ty, Presence::Nullable),
            (_, true) => (ty.optional(), Presence::Optional),
            (_, false) => (ty, Presence::Required),
        };
        let attributes = attributes(&field.item, field_doc(&field.item.doc, &field.tags));
        Field { name: name.clone(), attributes, wire: field.item.name.clone(), ty, presence }
    });
    let name = types.names.objects[id.index()].1.clone();
    let example_name = Name::new(name.plain(), Case::Screaming).unwrap_or_default();
    naming.enter(&example_name, Owner::new("example of the object", &object.item), example_names);
    Struct {
        fields: fields.collect(),
        attributes: attributes(&object.item, Doc::of(&object.item.doc)),
        example_name,
        test_name: Name::new(&format!("example of {}", name.plain()), Case::Snake).unwrap_or_default(),
        example: object.example.clone(),
        name,
    }
}

/// What a field is, and what the service writes into it if that is always the same.
fn field_doc(text: &str, tags: &[String]) -> Doc {
    let mut doc = Doc::of(text);
    if let [tag, also @ ..] = tags {
        let also: Vec<String> = also.iter().map(|tag| format!(", though {} is met too", code(tag))).collect();
        doc.section([format!("The service writes {}{}.", code(tag), also.concat())]);
    }
    doc
}

/// The types of the runtime that are only there for those who use them.
fn runtime_types(modules: &[Module]) -> BTreeSet<RustType> {
    let mut used = BTreeSet::new();
    for module in modules {
        let fields = module.structs.iter().flat_map(|item| item.fields.iter().map(|field| &field.ty));
        let parameters = module.requests.iter().flat_map(|item| item.parameters.iter().map(|parameter| &parameter.ty));
        let returns = module.requests.iter().map(|item| &item.returns);
        used.extend(fields.chain(parameters).chain(returns).map(RustType::innermost).cloned());
    }
    used
}
